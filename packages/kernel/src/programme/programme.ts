import type { Campaign } from '../campaign/campaign.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Cite } from '../cite.ts'
import type { Comparison } from '../comparison/comparison.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { OpenQuestion } from '../definition/gap.ts'
import type { ImportSource } from '../import/import-source.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Paper } from '../paper/paper.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { Register } from '../register/register.ts'
import type { Report } from '../report/report.ts'
import type { Parameter } from '../rule/parameter.ts'
import type { Rule } from '../rule/rule.ts'
import type { ValueRule } from '../rule/value-rule.ts'
import type { Stocktake } from '../stocktake/stocktake.ts'
import type { Tally } from '../tally/tally.ts'
import type { IsoDate } from '../time/calendar.ts'

/** Whom a programme lets act. A county says who holds the role. */
export interface Role {
  readonly title: string
  readonly basis: Cite
}

/** What one notice orders, in the kernel's words. */
export interface Programme {
  readonly kind: 'programme'
  /** ASCII, unique: `well-permits` */
  readonly id: string
  readonly title: string
  readonly basis: Cite
  /** Whether every county can use it, whichever county's notice it was written from; its own alone where nothing is said. */
  readonly isGeneral?: boolean
  readonly version: number
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
  readonly roles: Readonly<Record<string, Role>>
  readonly registers: readonly Register[]
  readonly procedures: readonly Procedure[]
  readonly rules: readonly Rule[]
  /** Rules that answer with a value: amounts, grades, who answers. */
  readonly valueRules?: readonly ValueRule[]
  // biome-ignore lint/suspicious/noExplicitAny: parameters of any kind of value.
  readonly parameters: readonly Parameter<any>[]
  readonly papers: readonly Paper[]
  readonly indicators?: readonly Indicator[]
  readonly stocktakes?: readonly Stocktake[]
  readonly reports?: readonly Report[]
  readonly campaigns?: readonly Campaign[]
  readonly catalogues?: readonly Catalogue[]
  readonly tallies?: readonly Tally[]
  readonly comparisons?: readonly Comparison[]
  readonly importSources?: readonly ImportSource[]
  readonly open: readonly OpenQuestion[]
}

const PROGRAMME_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  isGeneral: null,
  version: null,
  validFrom: null,
  validTo: null,
  roles: { '*': { title: null, basis: null } },
  registers: null,
  procedures: null,
  rules: null,
  valueRules: null,
  parameters: null,
  papers: null,
  indicators: null,
  stocktakes: null,
  reports: null,
  campaigns: null,
  catalogues: null,
  tallies: null,
  comparisons: null,
  importSources: null,
  open: null,
}

/** A programme. What does not fit together in it is told by `checkProgramme`. */
export function defineProgramme(definition: Omit<Programme, 'kind'>): Programme {
  return definitionOf(`制度${definition.id}`, { kind: 'programme', ...definition }, PROGRAMME_KEYS)
}
