/** The whole real server of `npm run bench -- api`, in a process of its own. */
import type { Programme } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import { createAccount, openMany } from '@luoshi/store'
import { usualOptions } from '../../apps/server/src/api/options.ts'
import { composeSite } from '../../apps/server/src/compose.ts'
import { openServices } from '../../apps/server/src/open-services.ts'
import { prepareCounties } from '../../apps/server/src/prepare-counties.ts'
import { readSettings } from '../../apps/server/src/settings.ts'
import { enter } from '../../apps/server/src/sign-in/accounts-office.ts'
import { hashPassword } from '../../apps/server/src/sign-in/password-hash.ts'
import { surroundingsFor } from '../../apps/server/src/surroundings/county-keeper.ts'
import { readCounty } from '../../apps/server/src/surroundings/read-county.ts'
import { listen } from '../../apps/server/src/web/listen.ts'
import {
  COUNTY,
  OFFICER,
  PASSWORD,
  PROCEDURE,
  PROGRAMME,
  RECORDS,
  ROLE,
  recordId,
  recordOf,
  units,
} from './api-records.ts'

const BATCH = 1000

const [, , url = '', folder = ''] = process.argv
const read = readSettings({ DATABASE_URL: url })
if (read.kind === 'refused') throw new Error(read.message)
const { settings } = read
const opened = await openServices(folder, settings)
if (opened.kind === 'refused') throw new Error(opened.message)
const { services } = opened
const programme = everyProgramme.find(({ id }) => id === PROGRAMME)
if (programme === undefined) throw new Error(`no programme ${PROGRAMME}`)
await prepareCounties(services, settings.counties, () => undefined)
await enterOfficer()
await enterRecords(programme)
const api = { ...usualOptions, perOfficer: 1e9, perAddress: 1e9 }
const site = await composeSite(services, { ...settings, deskFolder: null, api })
const listening = await listen(site, { host: '127.0.0.1', port: 0 })
if (!listening.isListening) throw new Error(listening.reason)
process.stdout.write(`${listening.address}\n`)
process.once('SIGTERM', async () => {
  await listening.stop()
  await site.stop()
  await opened.close()
  process.exit(0)
})

async function enterOfficer(): Promise<void> {
  const officer = { number: OFFICER, name: '林小满', unit: units[0] ?? '' }
  const post = { number: OFFICER, officer: OFFICER, role: `${PROGRAMME}/${ROLE}`, unit: units[0] ?? '' }
  for (const entry of [{ officer }, { post }]) {
    const entered = await enter(services, COUNTY, entry)
    if (entered.kind !== 'done') throw new Error(JSON.stringify(entered))
  }
  const account = {
    county: COUNTY,
    officer: OFFICER,
    username: OFFICER,
    name: officer.name,
    password: await hashPassword(PASSWORD),
    passwordSet: services.clock(),
    mustChange: false,
    blocked: null,
    providerSubject: null,
  }
  await createAccount(services.db, account, { actor: 'bench', at: services.clock() })
}

async function enterRecords(of: Programme): Promise<void> {
  const state = await readCounty(services.db, COUNTY, services.programmes)
  const surroundings = surroundingsFor(state, PROGRAMME, services)
  const where = { county: COUNTY, procedure: PROCEDURE }
  for (let first = 0; first < RECORDS; first += BATCH) {
    const records = Array.from({ length: BATCH }, (_, index) => ({
      case: recordId(first + index),
      unit: units[(first + index) % units.length] ?? '',
      input: recordOf(String(first + index)),
      facts: {},
    }))
    const posts = units.map((unit) => ({ role: ROLE, unit, from: null, until: null }))
    const by = { id: OFFICER, county: COUNTY, posts }
    const entered = await openMany(services.db, of, where, by, records, surroundings)
    if (entered.kind === 'refused') throw new Error(JSON.stringify(entered))
  }
}
