import { openQuestionsIn, type Programme } from '@luoshi/kernel'
import { html } from 'hono/html'
import { noticeText } from '../../programmes/words.ts'
import { programmeAddress } from '../addresses.ts'
import type { CitedNotices } from '../cited.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { basisLink } from '../parts/basis.ts'
import { day } from '../parts/inline.ts'

/** All programmes: which notices are written as definitions, and how much is in each. */
export function programmesPage(cited: CitedNotices, programmes: readonly Programme[]): Html {
  return page(
    { title: '制度', section: 'programmes' },
    html`${pageHead('制度', `${programmes.length} 份文件的规定已逐条写成流程、规则和台账。原文没有写明的，列为未定。`)}
${programmes.length === 0 ? emptyState('还没有写成的制度。', { href: '/', label: '回到公报' }) : programmeTable(cited, programmes)}`,
  )
}

function programmeTable(cited: CitedNotices, programmes: readonly Programme[]): Html {
  return html`<table class="list counted">
<thead><tr><th scope="col">制度</th><th scope="col">依据</th><th scope="col">施行</th><th scope="col" class="figure">流程</th><th scope="col" class="figure">规则</th><th scope="col" class="figure">参数</th><th scope="col" class="figure">文书</th><th scope="col" class="figure">未定和不一致</th></tr></thead>
<tbody>${programmes.map((programme) => programmeRow(cited, programme))}</tbody>
</table>`
}

function programmeRow(cited: CitedNotices, programme: Programme): Html {
  const figure = (label: string, count: number, anchor: string) =>
    html`<td class="figure" data-label="${label}"><a href="${programmeAddress(programme)}#${anchor}">${count}</a></td>`
  const { title, basis, validFrom, procedures, rules, parameters, papers } = programme
  return html`<tr>
<th scope="row"><a href="${programmeAddress(programme)}">${title}</a></th>
<td data-label="依据">${basisLink(cited, basis, noticeText(basis))}</td>
<td class="day" data-label="施行">${day(validFrom)}</td>
${figure('流程', procedures.length, 'procedures')}${figure('规则', rules.length, 'rules')}${figure('参数', parameters.length, 'parameters')}${figure('文书', papers.length, 'papers')}${figure('未定和不一致', openQuestionsIn(programme).length, 'open')}
</tr>`
}
