import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { lineOf, outcomeOf, startLuoshi } from '../test-support/run-luoshi.ts'
import { dataFolder, temporaryFolder } from '../test-support/temporary-folder.ts'

// It starts processes, which take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

it('backs up beside a running server, restores elsewhere and verifies, and refuses what it must', async () => {
  const [data, elsewhere] = [dataFolder(), dataFolder()]
  const file = join(temporaryFolder(), 'whole.luoshi')
  const run = (...args: string[]) => outcomeOf(startLuoshi(args, { LUOSHI_COUNTIES: 'wutai' }))
  const server = startLuoshi(['start', '--port', '0'], { LUOSHI_DATA: data, LUOSHI_COUNTIES: 'wutai' })
  await lineOf(server, /请用浏览器打开/)
  const backedUp = await run('backup', file, '--data', data)
  expect(backedUp).toMatchObject({ code: 0 })
  expect(backedUp.out).toMatch(
    /^已备份 \d+ 张表 \d+ 行、\d+ 个文件，写到 \S+whole\.luoshi（[\d.]+ MB）。\n备份里的个人信息是加密的/,
  )
  expect((await run('backup', file, '--data', data)).err).toContain('已经有了')
  const verified = await run('verify', '--data', data)
  expect(verified).toMatchObject({ code: 0 })
  expect(verified.out).toMatch(/^已核对 wutai：\d+ 个办件、\d+ 条办理记录，无误/)
  expect((await run('keys', 'rotate', '--data', data)).out).toContain('没有要更换的')
  server.kill('SIGTERM')
  await outcomeOf(server)

  const keyless = await run('restore', file, '--data', elsewhere)
  expect(keyless.err).toContain('请用 --keys 给出备份时的主密钥文件')
  const restored = await run('restore', file, '--data', elsewhere, '--keys', join(data, 'master-keys'))
  expect(restored).toMatchObject({ code: 0 })
  expect(restored.out).toMatch(
    /已恢复 .* 的备份：\d+ 行、\d+ 个文件。\n已核对 wutai：\d+ 个办件、\d+ 条办理记录，无误/,
  )
  expect(existsSync(join(elsewhere, 'master-keys'))).toBe(true)
  expect((await run('restore', file, '--data', elsewhere)).err).toContain('数据库里已有数据')
})
