import { nameOn } from '@luoshi/kernel'
import { html } from 'hono/html'
import { countyName } from '../gazettes/prepare-issue.ts'
import { emptyState, type Html, page, pageHead } from '../web/layout.ts'
import { day } from '../web/parts/inline.ts'
import { ENFORCEMENT, MOST, type Publicity, type Shown } from './publicity.ts'

const grades: Readonly<Record<string, string>> = {
  exempt: '不予处罚',
  light: '从轻、减轻',
  ordinary: '一般',
  heavy: '从重',
}

/** Counties whose enforcement is shown. */
export function enforcementCountiesPage(counties: readonly string[]): Html {
  return page(
    { title: '行政执法公示', section: 'notices', canonical: '/enforcement' },
    html`${pageHead('行政执法公示', '执法主体、人员、事项、程序、裁量基准和处罚决定。')}
<ul class="shown">${counties.map((county) => html`<li><h2><a href="/enforcement/${county}">${countyName(county)}</a></h2></li>`)}</ul>`,
  )
}

/** What the public is shown of enforcement in a county: before, during and after. */
export function publicityPage(county: string, publicity: Publicity, q: string | undefined): Html {
  const { state, today, officers, powers, bands, entrustments, announced, draws, decisions, withdrawn } =
    publicity
  const unit = (id: unknown) => {
    const found = state.units.units[String(id)]
    return found === undefined ? String(id ?? '') : nameOn(found, today)
  }
  const units = (ids: unknown) => (Array.isArray(ids) ? ids : []).map(unit).join('、')
  const bodies = [
    ...new Set([
      ...officers.map(({ data }) => unit(data['unit'])),
      ...powers.flatMap(({ data }) => heldBy(data).map(unit)),
    ]),
  ].sort()
  const nameOfPower = new Map(powers.map(({ data }) => [data['code'], String(data['name'])]))
  return page(
    {
      title: `行政执法公示（${countyName(county)}）`,
      section: 'notices',
      canonical: `/enforcement/${county}`,
    },
    html`${pageHead(`${countyName(county)}行政执法公示`, html`截至 ${day(today)}。处罚决定按期限公示，公民只写姓，未成年人不写姓名。`)}
<form class="service-find" action="/enforcement/${county}" role="search"><label for="q">查处罚决定和执法事项</label><input id="q" name="q" maxlength="200" value="${q ?? ''}" placeholder="文号、当事人、事项中的字"><button type="submit">查找</button></form>
<ul class="actions"><li><a href="#decisions">处罚决定</a></li><li><a href="#withdrawn">撤回的公示</a></li><li><a href="#announced">听证和抽查公告</a></li><li><a href="#bodies">执法主体</a></li><li><a href="#officers">执法人员</a></li><li><a href="#powers">执法事项</a></li><li><a href="#bands">裁量基准</a></li><li><a href="/programmes/${ENFORCEMENT}">执法程序和文书</a></li></ul>
${section(
  'decisions',
  '处罚决定（事后）',
  decisions,
  ['决定书文号', '执法机关', '当事人', '违法事实', '处罚依据', '处罚结果', '决定日期'],
  ({ data }) =>
    ['document', 'body', 'party', 'summary', 'ground', 'result', 'decidedOn'].map((name) =>
      String(data[name] ?? ''),
    ),
  '没有公示中的决定。',
)}
${section(
  'withdrawn',
  '撤回的公示',
  withdrawn,
  ['决定书文号', '执法机关', '变更、撤销的文号', '撤回理由', '撤回日期'],
  ({ data, latest }) => [
    ...['document', 'body', 'changedBy', 'withdrawalReason'].map((name) => String(data[name] ?? '')),
    latest.slice(0, 10),
  ],
  '没有撤回的公示。',
)}
${section(
  'announced',
  '听证和抽查公告（事中）',
  [
    ...announced.map(({ title, unit: by, facts }) => [title, unit(by), facts.map(told).join('；')]),
    ...draws.map(({ unit: by, data }) => [
      '双随机抽取公告',
      unit(by),
      `${data['item']}，抽查${data['percent']}%；种子来源：${data['seedRule']}；公告日期：${data['announcedOn']}`,
    ]),
  ],
  ['公告', '执法机关', '内容'],
  (cells) => cells,
  '现在没有要举行的听证和待抽取的检查。',
)}
<section id="bodies" class="shown-part"><h2>执法主体（事前）</h2>${bodies.length === 0 ? emptyState('还没有登记执法主体。') : html`<ul>${bodies.map((body) => html`<li>${body}</li>`)}</ul>`}</section>
${section(
  'officers',
  '执法人员（事前）',
  officers,
  ['姓名', '执法机关', '证件号', '证件有效期止', '现在'],
  ({ data }) => [
    String(data['name']),
    unit(data['unit']),
    String(data['certificate'] ?? '没有证件'),
    String(data['certificateUntil'] ?? ''),
    standing(data, today),
  ],
  '还没有登记执法人员。',
)}
${section(
  'powers',
  '执法事项（事前）',
  powers,
  ['事项', '依据', '实施机关', '停止行使的部门', '所在清单', '自何日起'],
  ({ data }) => [
    String(data['name']),
    String(data['source']),
    units(data['holders']),
    units(data['formerHolders']),
    String(data['list']),
    String(data['from']),
  ],
  '还没有公布执法事项。',
)}
${section(
  'entrustments',
  '委托执法（事前）',
  entrustments,
  ['受委托机关', '委托机关', '事项', '权限', '期限'],
  ({ unit: by, data }) => [
    unit(data['entrusted']),
    unit(by),
    nameOfPower.get(data['power']) ?? String(data['power']),
    String(data['scope']),
    `${data['from']}至${data['until']}`,
  ],
  '没有委托。',
)}
${section(
  'bands',
  '行政处罚裁量基准（事前）',
  bands,
  ['事项', '等次', '情形', '罚款下限（元）', '罚款上限（元）', '自何日起'],
  ({ data }) => [
    nameOfPower.get(data['power']) ?? String(data['power']),
    grades[String(data['grade'])] ?? '',
    String(data['situation']),
    String(data['least']),
    String(data['most']),
    String(data['from']),
  ],
  '还没有公布裁量基准。',
)}`,
  )
}

/** 听证日期：2026-03-19 */
function told([label, value]: readonly [string, string]): string {
  return `${label}：${value}`
}

function heldBy(data: Shown['data']): readonly unknown[] {
  return Array.isArray(data['holders']) ? data['holders'] : []
}

function standing(data: Shown['data'], today: string): string {
  const [from, until] = [data['certificateFrom'], data['certificateUntil']]
  if (typeof from !== 'string' || typeof until !== 'string') return '不得单独执法'
  if (today < from) return '尚未生效'
  return until < today ? '已到期' : '有效'
}

function section<Row>(
  id: string,
  title: string,
  rows: readonly Row[],
  headings: readonly string[],
  cells: (row: Row) => readonly string[],
  nothing: string,
): Html {
  return html`<section id="${id}" class="shown-part"><h2>${title}</h2>${
    rows.length === 0
      ? emptyState(nothing)
      : html`<table class="list labelled"><thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row).map((cell, place) => html`<td data-label="${headings[place]}">${cell}</td>`)}</tr>`)}</tbody></table>${rows.length === MOST ? html`<p class="summary">只列出最近的 ${MOST} 项，其余请查找。</p>` : ''}`
  }</section>`
}
