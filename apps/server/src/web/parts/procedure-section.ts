import {
  type ActionDefinition,
  caseFieldsOf,
  citeOf,
  type Disclosure,
  findFieldMeta,
  type Grant,
  labelOf,
  PREVIOUS,
  type Procedure,
  type Programme,
  reachLabels,
  type StateDefinition,
} from '@luoshi/kernel'
import { html } from 'hono/html'
import { procedureCounts } from '../../programmes/programme-text.ts'
import {
  branchEndWords,
  durationText,
  eventTitle,
  extensionText,
  finalWords,
  joinText,
  lengthText,
  missedText,
  startText,
  titlesOf,
  transferText,
} from '../../programmes/words.ts'
import { diagramAddress } from '../addresses.ts'
import type { CitedNotices } from '../cited.ts'
import type { Html } from '../layout.ts'
import { basisCell, basisLink } from './basis.ts'
import { day } from './inline.ts'

/** What every part of a procedure is shown with. */
interface Shown {
  readonly cited: CitedNotices
  readonly programme: Programme
  readonly procedure: Procedure
}

/** A procedure as it goes: how a case begins, what can be done in each state, and by when. */
export function procedureSection(cited: CitedNotices, programme: Programme, procedure: Procedure): Html {
  const shown = { cited, programme, procedure }
  return html`<div class="procedure">
<div class="part-head"><h3>${procedure.title}</h3><p class="summary">${procedureCounts(procedure)}${validity(procedure)}　${basisLink(cited, procedure.basis)}</p>
<ul class="actions"><li><a href="${diagramAddress(programme, procedure)}">流程图（BPMN 2.0）</a></li></ul></div>
${stepTable(shown)}
${limitTable(shown)}
</div>`
}

/** Until when what orders it is in force, where it says so. */
function validity({ validTo }: Procedure): Html | '' {
  return validTo === null ? '' : html`，有效期至${day(validTo)}`
}

/** One table of the whole way, each state a group of rows. */
function stepTable(shown: Shown): Html {
  const { opening, initial, states, anywhere = {} } = shown.procedure
  const everywhere = Object.values(anywhere)
  const first = { ...opening, leads: states[initial]?.title ?? initial }
  return html`<table class="list steps">
<thead><tr><th scope="col">办理事项</th><th scope="col">由谁办理</th><th scope="col">转入</th><th scope="col">条件、材料和文书</th><th scope="col">依据</th></tr></thead>
${stepGroup(html`开始`, '', [actionRow(shown, first)])}
${Object.values(states).map((state) => html`${stateGroup(shown, state)}${branchGroups(shown, state)}`)}
${everywhere.length === 0 ? '' : stepGroup(html`未办结的环节都可办理`, '', placed(shown, everywhere))}
</table>`
}

function stepGroup(title: Html, note: Html | '', rows: readonly Html[]): Html {
  return html`<tbody><tr class="state"><th colspan="5" scope="rowgroup">${title}${note}</th></tr>${rows}</tbody>`
}

function stateGroup(shown: Shown, { title, final, stopsClock, disclosure, on }: StateDefinition): Html {
  const name = html`${title}${final === undefined ? '' : html`<span class="ending ${final}"><span aria-hidden="true">${final === 'completed' ? '✓' : '—'}</span> ${finalWords[final]}</span>`}`
  const note = html`${
    stopsClock === undefined
      ? ''
      : html`<span class="stopped"><span aria-hidden="true">◐</span> 在这一环节不计期限：${stopsClock.reason}。${basisCell(shown.cited, stopsClock.basis)}</span>`
  }${disclosure === undefined ? '' : disclosureBlock(shown, disclosure)}`
  return stepGroup(name, note, placed(shown, Object.values(on)))
}

/** What goes on side by side in a state, branch by branch, and where it leads. */
function branchGroups(shown: Shown, { title, branches = {}, join }: StateDefinition): Html[] {
  return Object.values(branches).flatMap((branch) =>
    Object.entries(branch.states).map(([name, inner]) => {
      const end = inner.ends === undefined ? '' : `（${branchEndWords[inner.ends]}）`
      const isFirst = name === branch.initial
      const note =
        isFirst && join !== undefined
          ? html`<span class="joins">${joinText(shown.procedure, join)} ${basisCell(shown.cited, branch.basis)}</span>`
          : ''
      const rows = Object.values(inner.on).map((action) =>
        actionRow(shown, { ...action, leads: branch.states[action.to]?.title ?? action.to }),
      )
      return stepGroup(html`${title}·${branch.title}：${inner.title}${end}`, note, rows)
    }),
  )
}

function placed(shown: Shown, actions: readonly ActionDefinition[]): Html[] {
  return actions.map((action) => actionRow(shown, { ...action, leads: leadsTo(shown.procedure, action) }))
}

function leadsTo({ states }: Procedure, { to }: ActionDefinition): string {
  return to === PREVIOUS ? '原环节' : (states[to]?.title ?? to)
}

/** An action, or the opening, with the title of the state to which it leads. */
type ShownAction = Omit<ActionDefinition, 'to'> & { readonly leads: string }

function actionRow(shown: Shown, action: ShownAction): Html {
  return html`<tr>
<th scope="row">${action.title}</th>
<td data-label="由谁办理">${actors(shown.programme, action.by)}</td>
<td data-label="转入">${action.leads}</td>
<td data-label="条件">${asked(shown, action)}</td>
<td data-label="依据">${basisCell(shown.cited, action.basis)}</td>
</tr>`
}

function actors({ roles }: Programme, grants: readonly Grant[]): Html {
  return html`${grants.map(({ role, reach }) => html`<span class="actor">${roles[role]?.title ?? role}<small>${reachLabels[reach]}办件</small></span>`)}`
}

/** Gates with their clauses, then what is filled in and handed in, what else binds, and what is produced. */
function asked(shown: Shown, action: ShownAction): Html | '' {
  const { cited, programme, procedure } = shown
  const gates = (action.gates ?? []).map((id) => {
    const rule = programme.rules.find((one) => one.id === id)
    return rule === undefined
      ? html`<li>${id}</li>`
      : html`<li>${rule.title} ${basisLink(cited, rule.basis)}</li>`
  })
  const labels = Object.entries(action.input?.def.shape ?? {}).map(([name, field]) => {
    const meta = findFieldMeta(field)
    return meta === undefined ? name : labelOf(meta)
  })
  const input = labels.length === 0 ? [] : [html`<li>填写${labels.join('、')}</li>`]
  const computed = Object.values(action.computes ?? {}).map(
    (id) => html`<li>算出${titlesOf([id], programme.valueRules ?? [])}</li>`,
  )
  const materials = (action.materials ?? []).map(
    ({ title, basis }) => html`<li>交${title} ${basisCell(cited, basis)}</li>`,
  )
  const reason = action.needsReason ? [html`<li>写明理由</li>`] : []
  const others = (action.notByWhoDid ?? []).map(
    (name) => html`<li>不得由办理“${eventTitle(procedure, name)}”的人办理</li>`,
  )
  const given =
    action.transfer === undefined
      ? []
      : [
          html`<li>${transferText(procedure, action.transfer)} ${basisCell(cited, action.transfer.basis)}</li>`,
        ]
  const links = (action.links ?? []).map(
    ({ kind, isRequired }) =>
      html`<li>${isRequired ? '应' : '可'}关联${procedure.links?.[kind]?.title ?? kind}</li>`,
  )
  const answered =
    action.answers === undefined ? [] : [html`<li>决定“${eventTitle(procedure, action.answers)}”</li>`]
  const papers = titlesOf(action.papers ?? [], programme.papers).map(
    (title) => html`<li>出具《${title}》</li>`,
  )
  const items = [
    ...gates,
    ...input,
    ...computed,
    ...materials,
    ...reason,
    ...others,
    ...answered,
    ...given,
    ...links,
    ...extension(shown, action),
    ...papers,
  ]
  return items.length === 0 ? '' : html`<ul>${items}</ul>`
}

function extension({ cited, procedure }: Shown, { extends: longer }: ShownAction): Html[] {
  const limit = longer === undefined ? undefined : procedure.limits[longer.limit]
  if (longer === undefined || limit === undefined) return []
  const length = extensionText(limit, longer.count)
  return [
    html`<li>“${limit.title}”延长${length}，至多${longer.times}次 ${basisLink(cited, longer.basis)}</li>`,
  ]
}

function disclosureBlock({ cited, procedure }: Shown, disclosure: Disclosure): Html {
  const known = caseFieldsOf(procedure)
  const fields = disclosure.shows.map((field) => {
    const meta = known[field] === undefined ? undefined : findFieldMeta(known[field])
    const clear = disclosure.clear.find((one) => one.field === field)
    const isMasked = meta?.personal !== undefined && clear === undefined
    const note = clear === undefined ? '' : html`<small>不遮盖 ${basisCell(cited, clear.basis)}</small>`
    return html`<li>${meta?.label ?? field}${isMasked ? html`<small>遮盖</small>` : note}</li>`
  })
  return html`<dl class="disclosure">
<div><dt>公示</dt><dd>${disclosure.title}，${durationText(disclosure.duration)} ${basisLink(cited, disclosure.duration.basis)}</dd></div>
<div><dt>在哪里</dt><dd>${disclosure.places.join('、')}</dd></div>
<div><dt>公示内容</dt><dd><ul>${fields}</ul></dd></div>
</dl>`
}

function limitTable(shown: Shown): Html {
  const { cited, programme, procedure } = shown
  const limits = Object.values(procedure.limits)
  if (limits.length === 0) return html`<p class="unlimited">原文没有规定办理期限，这里也不设期限。</p>`
  return html`<table class="list">
<thead><tr><th scope="col">期限</th><th scope="col">起算</th><th scope="col">法定</th><th scope="col">承诺</th><th scope="col">逾期</th></tr></thead>
<tbody>${limits.map(
    (limit) => html`<tr>
<th scope="row">${limit.title}</th>
<td data-label="起算">${startText(procedure, limit)}${typeof limit.starts === 'string' ? '' : html` ${basisLink(cited, citeOf(limit.starts))}`}</td>
<td data-label="法定">${lengthText(procedure, limit.legal)} ${basisLink(cited, limit.legal.basis)}</td>
<td data-label="承诺">${limit.target === undefined ? '' : html`${lengthText(procedure, limit.target)} ${basisLink(cited, limit.target.basis)}`}</td>
<td data-label="逾期">${missedText(programme, procedure, limit)}</td>
</tr>`,
  )}</tbody>
</table>`
}
