import {
  decisionTableCells,
  type FieldMeta,
  findFieldMeta,
  isTabled,
  isValueTable,
  labelOf,
  type OpenQuestion,
  type Parameter,
  parameterValueText,
  type Register,
  type Rule,
  type TableCells,
  type ValueRule,
  valueTableCells,
} from '@luoshi/kernel'
import { html } from 'hono/html'
import { isGapQuestion } from '../../programmes/programme-text.ts'
import type { CitedNotices } from '../cited.ts'
import type { Html } from '../layout.ts'
import { basisLink } from './basis.ts'
import { day } from './inline.ts'

/** Figures with the date from which each holds and its lines. */
export function parameterTable(cited: CitedNotices, parameters: readonly Parameter<unknown>[]): Html {
  return html`<table class="list">
<thead><tr><th scope="col">参数</th><th scope="col">值</th><th scope="col">自何日起</th><th scope="col">依据</th></tr></thead>
<tbody>${parameters.flatMap((parameter) => parameterRows(cited, parameter))}</tbody>
</table>`
}

function parameterRows(cited: CitedNotices, parameter: Parameter<unknown>): Html[] {
  const { title, values, gap } = parameter
  const open =
    gap === undefined
      ? ''
      : html`<span class="undecided">未定：${gap.says}</span> ${basisLink(cited, gap.basis)}`
  if (values.length === 0) {
    return [
      html`<tr><th scope="row">${title}</th><td data-label="值">由县里确定</td><td></td><td data-label="依据">${open}</td></tr>`,
    ]
  }
  return values.map(
    ({ from, value, basis }) => html`<tr>
<th scope="row">${title}</th>
<td data-label="值">${parameterValueText(parameter, value)}</td>
<td class="day" data-label="自何日起">${day(from)}</td>
<td data-label="依据">${basis === null ? open : basisLink(cited, basis)}</td>
</tr>`,
  )
}

/** Rules with what each looks at; those that a table decides with their tables. */
export function rulesSection(cited: CitedNotices, rules: readonly Rule[]): Html {
  return html`${ruleTable(cited, '规则', rules)}
${rules.map((rule) => (isTabled(rule) ? decisionTable(cited, rule) : ''))}`
}

/** Rules that answer with a value: amounts, grades, who answers. */
export function valueRulesSection(cited: CitedNotices, rules: readonly ValueRule[]): Html {
  return html`${ruleTable(cited, '算出什么', rules)}
${rules.map((rule) => (isValueTable(rule) ? valueTable(cited, rule) : ''))}`
}

function ruleTable(cited: CitedNotices, heading: string, rules: readonly (Rule | ValueRule)[]): Html {
  return html`<table class="list">
<thead><tr><th scope="col">${heading}</th><th scope="col">看什么</th><th scope="col">用哪些参数</th><th scope="col">依据</th></tr></thead>
<tbody>${rules.map(
    (rule) => html`<tr>
<th scope="row">${rule.title}</th>
<td data-label="看什么">${Object.entries(rule.inputs)
      .map(([name, field]) => findFieldMeta(field)?.label ?? name)
      .join('、')}</td>
<td data-label="用哪些参数">${Object.values(rule.parameters)
      .map(({ title }) => title)
      .join('、')}</td>
<td data-label="依据">${basisLink(cited, rule.basis)}</td>
</tr>`,
  )}</tbody>
</table>`
}

function decisionTable(cited: CitedNotices, rule: Parameters<typeof decisionTableCells>[0]): Html {
  return cellTable(cited, `${rule.title}：决策表`, decisionTableCells(rule))
}

function valueTable(cited: CitedNotices, rule: Parameters<typeof valueTableCells>[0]): Html {
  return cellTable(cited, `${rule.title}：取值表`, valueTableCells(rule))
}

function cellTable(cited: CitedNotices, title: string, { head, rows }: TableCells): Html {
  return html`<h3>${title}</h3>
<div class="scroll" role="region" tabindex="0" aria-label="${title}"><table class="printed">
<thead><tr>${[...head, '依据'].map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows.map(({ cells, basis }) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}<td>${basisLink(cited, basis)}</td></tr>`)}</tbody>
</table></div>`
}

/** What a register keeps, and what of it tells of a person. */
export function registerSection(cited: CitedNotices, register: Register): Html {
  const fields = Object.entries(register.fields.def.shape).flatMap(([name, schema]) => {
    const meta: FieldMeta | undefined = findFieldMeta(schema)
    if (meta === undefined) return [html`<li>${name}</li>`]
    return [
      html`<li>${labelOf(meta)}${meta.personal === undefined ? '' : html`<small>个人信息</small>`}</li>`,
    ]
  })
  return html`<div class="part-head"><h3>${register.title}</h3><p class="summary">${basisLink(cited, register.basis)}</p></div>
<ul class="fields">${fields}</ul>`
}

/** What the texts leave open and where they do not agree, each with its lines. */
export function openQuestionList(cited: CitedNotices, questions: readonly OpenQuestion[]): Html {
  return html`<ul class="questions">${questions.map((question) => {
    const bases = isGapQuestion(question) ? [question.basis] : question.bases
    return html`<li><b>${isGapQuestion(question) ? '未定' : '不一致'}</b><span>${question.says}。 ${bases.map((basis) => html`${basisLink(cited, basis)} `)}</span></li>`
  })}</ul>`
}
