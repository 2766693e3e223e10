/** `npm run check`: types, style and import directions, in seconds. */
import { checkStatically } from './static-checks.ts'

process.exitCode = (await checkStatically()) ? 0 : 1
