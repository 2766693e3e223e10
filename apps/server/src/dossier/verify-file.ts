// Checks the archive of a case file on its own: node verify-file.ts 卷宗.zip [公布的指纹]
import { readFileSync } from 'node:fs'
import { checkArchive } from './check-archive.ts'
import { archiveCheckText } from './check-text.ts'

const [path, expected = null] = process.argv.slice(2)
if (path === undefined) {
  process.stderr.write('用法：node verify-file.ts 卷宗.zip [公布的指纹]\n')
  process.exitCode = 1
} else {
  const check = checkArchive(readFileSync(path), expected)
  process.stdout.write(archiveCheckText(check))
  process.exitCode = check.problems.length === 0 ? 0 : 1
}
