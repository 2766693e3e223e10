/** `npm run build`: builds the desk, for an installation that is to run without development packages. */
import { builtDesk } from './build.ts'

process.stdout.write(`${await builtDesk()}\n`)
