import type { InstrumentCite } from '@luoshi/kernel'

/**
 * The clauses of a county's notice on its list of administrative licences. Both counties carry out the same provincial
 * order, so one set of definitions serves both; each stands on its own county's lines.
 */
export interface LicenceNotice {
  /** The whole notice. */
  readonly whole: InstrumentCite
  /** 编制、审定、公布并抄送 */
  readonly compiling: InstrumentCite
  /** 与上级清单一致的四个要素 */
  readonly sameAsSuperior: InstrumentCite
  /** 实施规范的十三项内容 */
  readonly specification: InstrumentCite
  /** 办事指南不得增加条件 */
  readonly guide: InstrumentCite
  /** 动态调整 */
  readonly adjustment: InstrumentCite
  /** 变相许可 */
  readonly disguised: InstrumentCite
  /** 专项清单与许可清单一致 */
  readonly specialLists: InstrumentCite
  /** 同源发布、同步更新 */
  readonly oneSource: InstrumentCite
  /** 监管主体有争议的报县人民政府决定 */
  readonly dispute: InstrumentCite
  /** Days by which the list is compiled, and by which clean-up, specifications and guides are done. */
  readonly deadlines: { readonly list: DayLimit; readonly work: DayLimit }
}

/** A day that the notice sets. */
export interface DayLimit {
  readonly day: string
  readonly basis: InstrumentCite
}

/** From when on what is defined holds. */
export interface Validity {
  readonly version: number
  readonly validFrom: string
  readonly validTo: string | null
}
