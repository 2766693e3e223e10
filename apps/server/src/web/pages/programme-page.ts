import { openQuestionsIn, type Programme } from '@luoshi/kernel'
import { html } from 'hono/html'
import { noticeText } from '../../programmes/words.ts'
import type { CitedNotices } from '../cited.ts'
import { type Html, page, pageHead } from '../layout.ts'
import { basisLink } from '../parts/basis.ts'
import { day } from '../parts/inline.ts'
import { paperSection } from '../parts/paper-section.ts'
import { procedureSection } from '../parts/procedure-section.ts'
import {
  openQuestionList,
  parameterTable,
  registerSection,
  rulesSection,
  valueRulesSection,
} from '../parts/programme-sections.ts'
import {
  campaignTable,
  catalogueSection,
  comparisonTable,
  indicatorTable,
  reportTable,
  tallyTable,
} from '../parts/supervision-sections.ts'

/** What one notice orders, as it is defined: every part with the lines on which it rests. */
export function programmePage(cited: CitedNotices, programme: Programme): Html {
  const { title, basis, version, validFrom, validTo } = programme
  const {
    valueRules = [],
    indicators = [],
    reports = [],
    campaigns = [],
    catalogues = [],
    tallies = [],
    comparisons = [],
  } = programme
  const open = openQuestionsIn(programme)
  const sections = [
    {
      id: 'procedures',
      label: '流程',
      count: programme.procedures.length,
      content: programme.procedures.map((procedure) => procedureSection(cited, programme, procedure)),
    },
    {
      id: 'parameters',
      label: '参数',
      count: programme.parameters.length,
      content: parameterTable(cited, programme.parameters),
    },
    {
      id: 'rules',
      label: '规则',
      count: programme.rules.length,
      content: rulesSection(cited, programme.rules),
    },
    {
      id: 'value-rules',
      label: '取值规则',
      count: valueRules.length,
      content: valueRulesSection(cited, valueRules),
    },
    {
      id: 'papers',
      label: '文书',
      count: programme.papers.length,
      content: programme.papers.map((paper) => paperSection(cited, programme, paper)),
    },
    {
      id: 'registers',
      label: '台账',
      count: programme.registers.length,
      content: programme.registers.map((register) => registerSection(cited, register)),
    },
    {
      id: 'indicators',
      label: '指标',
      count: indicators.length,
      content: indicatorTable(cited, indicators),
    },
    {
      id: 'reports',
      label: '报送',
      count: reports.length,
      content: reportTable(cited, programme, reports),
    },
    {
      id: 'campaigns',
      label: '专项整治',
      count: campaigns.length,
      content: campaignTable(cited, campaigns),
    },
    {
      id: 'catalogues',
      label: '清单',
      count: catalogues.length,
      content: catalogues.map((catalogue) => catalogueSection(cited, catalogue)),
    },
    {
      id: 'tallies',
      label: '统计表',
      count: tallies.length,
      content: tallyTable(cited, programme, tallies),
    },
    {
      id: 'comparisons',
      label: '信息比对',
      count: comparisons.length,
      content: comparisonTable(cited, programme, comparisons),
    },
    { id: 'open', label: '未定和不一致', count: open.length, content: openQuestionList(cited, open) },
  ].filter(({ count }) => count > 0)
  const until = validTo === null ? html`起有效` : html`至${day(validTo)}有效`
  return page(
    { title, section: 'programmes' },
    html`${pageHead(title, html`依据 ${basisLink(cited, basis, noticeText(basis))}　第 ${version} 版，自${day(validFrom)}${until}。`)}
<nav class="jumps" aria-label="内容"><ul>${sections.map(({ id, label, count }) => html`<li><a href="#${id}">${label} <b>${count}</b></a></li>`)}</ul></nav>
${sections.map(
  ({ id, label, content }) => html`<section class="programme-part" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${label}</h2>
${content}
</section>`,
)}`,
  )
}
