import { countyBySlug } from '@luoshi/counties'
import {
  type ActionDefinition,
  allActions,
  type Basis,
  type Cite,
  caseFieldsOf,
  citeOf,
  citeText,
  type Duration,
  findFieldMeta,
  type Gap,
  type Grant,
  isDuration,
  isGap,
  type Join,
  type LimitDefinition,
  type LimitLength,
  OPENING,
  type Paper,
  type Phase,
  type Procedure,
  type Programme,
  periodKindLabels,
  proceduresOf,
  type Tally,
  type Transfer,
  timeUnitLabels,
  transferRangeLabels,
} from '@luoshi/kernel'

/** A county's name by its slug; the slug where the county is not known. */
export function countyName(slug: string): string {
  return countyBySlug.get(slug)?.name ?? slug
}

/** 五寨县 五政办发〔2022〕29号第1827—2028行, or a law's article. */
export function noticeText(cite: Cite): string {
  return cite.kind === 'law' ? citeText(cite) : `${countyName(cite.county)} ${citeText(cite)}`
}

/** The clause on which something rests, or what is open in it. */
export function basisText(basis: Basis): string {
  return isGap(basis) ? `未定：${basis.says}（${citeText(citeOf(basis))}）` : citeText(basis)
}

/** 县农机中心、村委会负责人 */
export function actorsText({ roles }: Programme, grants: readonly Grant[]): string {
  return [...new Set(grants.map(({ role }) => roles[role]?.title ?? role))].join('、')
}

/** 7日 */
export function durationText(duration: Duration | Gap): string {
  if (isGap(duration)) return duration.says
  const { count, unit } = duration
  return `${count}${timeUnitLabels[unit]}`
}

/** How long a limit lasts: 20个工作日, 2026-10-31前, or “整改期限”所填的日期. */
export function lengthText(procedure: Procedure, length: LimitLength): string {
  if (isDuration(length)) return durationText(length)
  if ('day' in length) return `${length.day}前`
  const schema = caseFieldsOf(procedure)[length.field]
  return `“${(schema === undefined ? undefined : findFieldMeta(schema)?.label) ?? length.field}”所填的日期`
}

/** By how much an action lengthens a limit: in the limit's own unit, and in days where it ends on a day. */
export function extensionText({ legal }: LimitDefinition, count: number): string {
  return `${count}${isDuration(legal) ? timeUnitLabels[legal.unit] : '日'}`
}

/** Where a state's branches lead when they have ended. */
export function joinText({ states }: Procedure, { waitsFor, to, otherwise }: Join): string {
  const [agreed, refused] = [to, otherwise].map((state) =>
    state === undefined ? undefined : (states[state]?.title ?? state),
  )
  const when = waitsFor === 'all' ? '各分支都办完' : '有一个分支同意'
  if (refused === undefined) return `${when}后转入“${agreed}”`
  const otherwiseWhen = waitsFor === 'all' ? '有不同意的' : '都不同意的'
  return `${when}后转入“${agreed}”，${otherwiseWhen}转入“${refused}”`
}

/** To whom an action gives the case. */
export function transferText(procedure: Procedure, transfer: Transfer): string {
  const labelOf = (field: string) => {
    const schema = caseFieldsOf(procedure)[field]
    return (schema === undefined ? undefined : findFieldMeta(schema)?.label) ?? field
  }
  if (transfer.to === 'chosen') {
    return `交“${labelOf(transfer.field)}”所选的${transferRangeLabels[transfer.among]}`
  }
  if (transfer.to === 'named') return `交“${labelOf(transfer.field)}”所填的机构`
  return transfer.to === 'above' ? '交上级机构' : '退回移送机构'
}

/** The titles of what an id names in a programme; the id where nothing bears it. */
export function titlesOf(
  ids: readonly string[],
  named: readonly { readonly id: string; readonly title: string }[],
): string[] {
  return ids.map((id) => named.find((one) => one.id === id)?.title ?? id)
}

/** What an event of a procedure is called: its opening, or an action, by name. */
export function eventTitle(procedure: Procedure, event: string): string {
  if (event === OPENING) return procedure.opening.title
  return actionNamed(procedure, event)?.title ?? event
}

function actionNamed(procedure: Procedure, wanted: string): ActionDefinition | undefined {
  return allActions(procedure).find(({ name }) => name === wanted)?.action
}

/** From what a limit runs: 自“受理”起, where only some cases have it with which, or what the text leaves open. */
export function startText(procedure: Procedure, { starts, when }: LimitDefinition): string {
  if (typeof starts !== 'string') return `未定：${starts.says}`
  const start = `自“${eventTitle(procedure, starts)}”起`
  if (when === undefined) return start
  const schema = caseFieldsOf(procedure)[when.field]
  const meta = schema === undefined ? undefined : findFieldMeta(schema)
  const values = when.is.map((value) => meta?.choices?.[value] ?? value).join('、')
  return `${start}，“${meta?.label ?? when.field}”为${values}的`
}

/** 2026-08-01至2026-10-31; 未定 for what the text leaves open. */
export function phaseText({ from, until }: Phase): string {
  return from === null && until === null ? '起止未定' : `${from ?? '起日未定'}至${until ?? '止日未定'}`
}

/** By what a tally puts records together: 按机构、问题 */
export function tallyGroupsText(programme: Programme, { register, by }: Tally): string {
  const procedure = proceduresOf(programme).find((one) => one.register === register)
  const fields = procedure === undefined ? {} : caseFieldsOf(procedure)
  const words = by.map((group) => {
    if (group.kind === 'unit') return '机构'
    const schema = fields[group.field]
    const label = (schema === undefined ? undefined : findFieldMeta(schema)?.label) ?? group.field
    return group.kind === 'field' ? label : `${label}所在${periodKindLabels[group.every]}`
  })
  return `按${words.join('、')}`
}

/** What happens when a limit is missed. */
export function missedText(programme: Programme, procedure: Procedure, { missed }: LimitDefinition): string {
  switch (missed.kind) {
    case 'flag':
      return '提示逾期'
    case 'escalate':
      return `报告${programme.roles[missed.role]?.title ?? missed.role}`
    case 'act':
      return `自动办理“${eventTitle(procedure, missed.action)}”`
  }
}

/** How a state in which a case rests has ended. */
export const finalWords = { completed: '办结', refused: '不予办理', withdrawn: '撤回' } as const

/** How large a paper is: 8 栏, 5 段 */
export function paperSizeText(paper: Paper): string {
  return paper.form === 'table' ? `${paper.columns.length} 栏` : `${paper.body.length} 段`
}

/** How a branch in which nothing more is done has ended. */
export const branchEndWords = { agreed: '同意', refused: '不同意' } as const
