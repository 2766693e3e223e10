/** `npm run bench -- NAME…`: measures ours beside a floor, in one run. Without a name, all. */
import { benchApi } from './api.ts'
import { benchCases } from './cases.ts'
import { benchCrash } from './crash.ts'
import { benchDesk } from './desk.ts'
import { benchEnforcement } from './enforcement.ts'
import { benchImport } from './import.ts'
import { benchLog } from './log.ts'
import { benchPortal } from './portal.ts'
import { benchReader } from './reader.ts'
import { benchSearch } from './search.ts'
import { benchServices } from './services.ts'
import { benchStart } from './start.ts'

const BENCHMARKS: Readonly<Record<string, (say: (line: string) => void) => void | Promise<void>>> = {
  reader: benchReader,
  api: benchApi,
  log: benchLog,
  search: benchSearch,
  portal: benchPortal,
  cases: benchCases,
  desk: benchDesk,
  crash: benchCrash,
  import: benchImport,
  start: benchStart,
  enforcement: benchEnforcement,
  services: benchServices,
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !(name in BENCHMARKS))
if (unknown.length > 0) {
  process.stderr.write(
    `No benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}\n`,
  )
  process.exitCode = 1
} else {
  for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS)) {
    await BENCHMARKS[name]?.((line) => process.stdout.write(`${line}\n`))
  }
}
