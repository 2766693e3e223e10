import {
  allActions,
  type Campaign,
  type Catalogue,
  type Comparison,
  citeText,
  findPeriod,
  type Gap,
  type Indicator,
  type OpenQuestion,
  openQuestionsIn,
  type Parameter,
  type Procedure,
  type Programme,
  parameterValueText,
  periodKindLabels,
  type Report,
  recurrenceText,
  type Tally,
  targetText,
} from '@luoshi/kernel'
import { noticeText, paperSizeText, phaseText, tallyGroupsText, titlesOf } from './words.ts'

/** A programme in lines for a terminal: what it rests on, and what it defines. */
export function programmeText(programme: Programme): string {
  const { id, title, basis, version, validFrom, validTo, procedures } = programme
  const validity = validTo === null ? `自${validFrom}起` : `${validFrom}至${validTo}`
  const open = openQuestionsIn(programme)
  const sections = [
    section(
      '台账',
      programme.registers.map((register) => `${register.title}　${citeText(register.basis)}`),
    ),
    section('流程', procedures.map(procedureLine)),
    section(
      '规则',
      programme.rules.map((rule) => `${rule.title}　${citeText(rule.basis)}`),
    ),
    ...optional(
      '取值规则',
      (programme.valueRules ?? []).map((rule) => `${rule.title}　${citeText(rule.basis)}`),
    ),
    section('参数', programme.parameters.map(parameterLine)),
    section(
      '文书',
      programme.papers.map((paper) => `${paper.title}　${paperSizeText(paper)}　${citeText(paper.basis)}`),
    ),
    ...optional('指标', (programme.indicators ?? []).map(indicatorLine)),
    ...optional(
      '报送',
      (programme.reports ?? []).map((report) => reportLine(programme, report)),
    ),
    ...optional('专项整治', (programme.campaigns ?? []).map(campaignLine)),
    ...optional('清单', (programme.catalogues ?? []).map(catalogueLine)),
    ...optional(
      '统计表',
      (programme.tallies ?? []).map((tally) => tallyLine(programme, tally)),
    ),
    ...optional(
      '信息比对',
      (programme.comparisons ?? []).map((comparison) => comparisonLine(programme, comparison)),
    ),
    section('未定', open.filter(isGapQuestion).map(openQuestionText)),
    section('不一致', open.filter((question) => !isGapQuestion(question)).map(openQuestionText)),
  ]
  return `${title}（${id}）\n  依据 ${noticeText(basis)}\n  第 ${version} 版，${validity}有效\n${sections.join('')}`
}

function section(title: string, lines: readonly string[]): string {
  const body = lines.map((line) => `    ${line}\n`).join('')
  return `  ${title} ${lines.length}\n${body}`
}

/** What few programmes have is told of those that have it. */
function optional(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [section(title, lines)]
}

function indicatorLine(indicator: Indicator): string {
  const { title, unit, every, targets, gap, basis } = indicator
  const values = targets.map(({ period, value, basis: set }) => {
    const about = findPeriod(period)?.title ?? period
    return `${about}${targetText(indicator, value)}（${citeText(set)}）`
  })
  const target = values.length === 0 ? `目标未定：${gap?.says ?? '没有写明'}` : values.join('；')
  return `${title}${unit === '' ? '' : `（${unit}）`}　${periodKindLabels[every]}　${target}　${citeText(basis)}`
}

function reportLine(programme: Programme, { title, owedBy, owedTo, due, basis }: Report): string {
  const [by, to] = [owedBy, owedTo].map((role) => programme.roles[role]?.title ?? role)
  return `${title}　${by}报${to}，${recurrenceText(due)}　${citeText(basis)}`
}

function campaignLine({ title, phases, basis }: Campaign): string {
  const told = phases.map((phase) => `${phase.title} ${phaseText(phase)}`).join('；')
  return `${title}　${told}　${citeText(basis)}`
}

function tallyLine(programme: Programme, tally: Tally): string {
  const columns = tally.columns.map(({ title }) => title).join('、')
  return `${tally.title}　${tallyGroupsText(programme, tally)}，统计${columns}　${citeText(tally.basis)}`
}

function comparisonLine({ registers }: Programme, { title, left, right, labels, basis }: Comparison): string {
  const sides = titlesOf([left.register, right.register], registers).join('与')
  return `${title}　${sides}，结果：${Object.values(labels).join('、')}　${citeText(basis)}`
}

function catalogueLine({ title, versions, basis }: Catalogue): string {
  const told = versions.map(({ from, items }) => `自${from}起 ${items.length} 项`).join('；')
  return `${title}　${told === '' ? '还没有版本' : told}　${citeText(basis)}`
}

function procedureLine(procedure: Procedure): string {
  return `${procedure.title}（${procedure.id}）　${procedureCounts(procedure)}　${citeText(procedure.basis)}`
}

/** 12 个环节，19 个办理事项，没有规定天数的期限 */
export function procedureCounts(procedure: Procedure): string {
  const limits = Object.keys(procedure.limits).length
  return [
    `${Object.keys(procedure.states).length} 个环节`,
    `${allActions(procedure).length} 个办理事项`,
    limits === 0 ? '原文没有规定办理期限' : `${limits} 个期限`,
  ].join('，')
}

function parameterLine(parameter: Parameter<unknown>): string {
  const values = parameter.values.map(
    ({ from, value, basis }) =>
      `${parameterValueText(parameter, value)}（自${from}起，${basis === null ? '原文未定，由县里确定' : citeText(basis)}）`,
  )
  return `${parameter.title}　${values.length === 0 ? '未定，由县里确定' : values.join('；')}`
}

/** Whether something is left open; if not, places do not agree. */
export function isGapQuestion(question: OpenQuestion): question is Gap {
  return question.kind === 'gap'
}

function openQuestionText(question: OpenQuestion): string {
  const bases = isGapQuestion(question) ? [question.basis] : question.bases
  return `${question.says}　${bases.map(citeText).join('；')}`
}
