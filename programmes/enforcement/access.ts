import { type Grant, may, type Role, TIMER_ROLE } from '@luoshi/kernel'
import { penalty, platform, townships } from './notices.ts'

/** Whom the programme lets act. */
export const roles: Readonly<Record<string, Role>> = {
  officer: { title: '行政执法人员', basis: townships.lines(388) },
  'enforcement-head': { title: '行政执法机关负责人', basis: penalty('第五十七条') },
  'legal-reviewer': { title: '法制审核人员', basis: penalty('第五十八条') },
  government: { title: '县人民政府', basis: townships.lines(380) },
  overseer: { title: '县司法局执法监督人员', basis: platform.lines(655) },
  public: { title: '公众', basis: platform.lines(633) },
  [TIMER_ROLE]: { title: '到期自动办理', basis: townships.lines(402) },
}

/** Who handles cases of their own unit. */
export const officer = may('officer', 'unit')
/** Who decides in that unit. */
export const head = may('enforcement-head', 'unit')
/** Who reviews what is decided there. */
export const reviewer = may('legal-reviewer', 'unit')
/** The county's government, which decides who is responsible. */
export const government = may('government', 'county')
/** The justice bureau, which looks over all. */
export const overseer = may('overseer', 'county')
/** Anyone. */
export const anyone = may('public', 'county')

/** Who reads the file of a case: the unit that handles it, and those above. Not another township. */
export const caseReaders: readonly Grant[] = [officer, head, reviewer, government, overseer]

/** Who reads what every enforcement body has to know: officers, powers, entrustments. */
export const commonReaders: readonly Grant[] = [
  may('officer', 'county'),
  may('enforcement-head', 'county'),
  may('legal-reviewer', 'county'),
  government,
  overseer,
]

/** The same, and everyone: what is public before anybody acts. */
export const publicReaders: readonly Grant[] = [...commonReaders, anyone]

/** The departments, to which townships pass what is theirs. */
export const department = may('enforcement-head', 'county')
