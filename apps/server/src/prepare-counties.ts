import type { County } from '@luoshi/counties'
import type { Services } from './services.ts'
import { ensureAdministrator } from './sign-in/accounts-office.ts'
import { ensureDemoOfficers } from './sign-in/demo-officers.ts'
import { DEMO_COUNTY } from './sign-in/session-view.ts'
import { seedCounty } from './surroundings/seed-county.ts'

/**
 * Enters what counties that are new to a database begin with: the units of their tables, and who can sign in. The
 * made-up county has officers in whose place anyone may look around; any other has one administrator.
 *
 * @param tell says the first password, which is kept nowhere
 */
export async function prepareCounties(
  services: Services,
  counties: readonly County[],
  tell: (line: string) => void,
): Promise<void> {
  for (const county of counties) {
    await seedCounty(services.db, services.vault, county, services.clock())
    if (county.slug === DEMO_COUNTY) {
      await ensureDemoOfficers(services)
      continue
    }
    const made = await ensureAdministrator(services, county.slug)
    if (made === null) continue
    const { username, password } = made
    tell(
      `${county.name}的系统管理员：账号 ${username} ，初始口令 ${password} （只显示这一次，首次登录时须更换）。`,
    )
  }
}
