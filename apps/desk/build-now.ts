/** `npm run build`: builds the desk, for an installation that is to run without development packages. */
import { buildHere } from './build.ts'

process.exitCode = await buildHere((folder) => process.stdout.write(`${folder}\n`))
