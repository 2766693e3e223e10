import type { PublicTable } from '@luoshi/store'
import { html } from 'hono/html'
import { type AttributeEntry, type AttributeYear, publicAttributes } from '../../gazettes/attributes.ts'
import { type DebtRecord, debtFields } from '../../gazettes/debt.ts'
import { type InterpretationRate, LEAST_RATE } from '../../gazettes/interpretation-rate.ts'
import { type Interpretation, interpretationForms } from '../../gazettes/interpretations.ts'
import type { NormativeDocument } from '../../gazettes/normative.ts'
import { personalKindWords } from '../../gazettes/personal-columns.ts'
import { missingSteps, type YearlyLists } from '../../gazettes/yearly-lists.ts'
import { tableAddress } from '../../web/addresses.ts'
import type { Html } from '../../web/layout.ts'
import { debtTable } from '../../web/pages/debt-page.ts'
import { choice, type EditorFrame, editorPage, field, form } from '../editor-frame.ts'

/** What was filled in before a refusal. */
export type Filled = Readonly<Record<string, string>>

const asOptions = (values: readonly string[]) => values.map((value) => [value, value] as const)

/** The ledger of public attributes, with the share of each year. */
export function attributesPage(
  frame: EditorFrame,
  entries: readonly AttributeEntry[],
  years: readonly AttributeYear[],
  filled: Filled,
): Html {
  const of = (name: string) => filled[name] ?? ''
  return editorPage(
    '公开属性',
    frame,
    html`${form(
      frame,
      '/editor/attributes',
      html`${field('docNumber', '文号', of('docNumber'), { isRequired: true })}${field('title', '标题', of('title'), { isRequired: true })}${field('unit', '起草单位', of('unit'), { isRequired: true })}
${choice('attribute', '公开属性', asOptions(publicAttributes), of('attribute'))}${field('reason', '依据和理由', of('reason'), { hint: '不主动公开的，必须写明。' })}
${field('superiorNumber', '上位文件', of('superiorNumber'))}${choice('superiorAttribute', '上位文件的属性', [['', '没有或不知'], ...asOptions(publicAttributes)], of('superiorAttribute'))}${field('overrideReason', '与上位文件不同的理由', of('overrideReason'))}
${field('decidedOn', '认定日期', of('decidedOn'), { type: 'date', isRequired: true })}<button type="submit">认定</button>`,
    )}
<h2>各年占比</h2>
${years.length === 0 ? html`<p class="empty">还没有认定过。认定一份，这里列出各年依申请公开和不予公开的占比。</p>` : html`<table class="list labelled"><thead><tr><th scope="col">年份</th><th scope="col" class="figure">公文</th><th scope="col" class="figure">未主动公开</th><th scope="col" class="figure">占比</th><th scope="col">与上年相比</th></tr></thead><tbody>${years.map(({ year, all, notOpen, share, isRisen }) => html`<tr><th scope="row">${year}年</th><td class="figure" data-label="公文">${all}</td><td class="figure" data-label="未主动公开">${notOpen}</td><td class="figure" data-label="占比">${share}%</td><td data-label="与上年相比">${isRisen === null ? '' : isRisen ? html`<span class="mark error"><span aria-hidden="true">■</span> 上升，应逐年下降</span>` : '没有上升'}</td></tr>`)}</tbody></table>`}
<h2>台账</h2>
${entries.length === 0 ? html`<p class="empty">还没有认定过的文件。</p>` : html`<table class="list labelled"><thead><tr><th scope="col">文号</th><th scope="col">标题</th><th scope="col">单位</th><th scope="col">属性</th><th scope="col">理由</th></tr></thead><tbody>${entries.map((entry) => html`<tr><th scope="row">${entry.docNumber}</th><td data-label="标题">${entry.title}</td><td data-label="单位">${entry.unit}</td><td data-label="属性">${entry.attribute}</td><td data-label="理由">${[entry.reason, entry.overrideReason].filter(Boolean).join('；')}</td></tr>`)}</tbody></table>`}`,
  )
}

/** The register of normative documents, with the lists of a year. */
export function normativePage(
  frame: EditorFrame,
  documents: readonly NormativeDocument[],
  lists: YearlyLists,
  filled: Filled,
): Html {
  const of = (name: string) => filled[name] ?? ''
  const day = (name: string, label: string) => field(name, label, of(name), { type: 'date' })
  const list = (title: string, of: readonly NormativeDocument[]) =>
    html`<h3>${title} <span class="count">${of.length}</span></h3><ul class="relations">${of.map(({ docNumber, title: name, until }) => html`<li>${docNumber}　${name}　${until === null ? '' : `有效期至${until}`}</li>`)}</ul>`
  return editorPage(
    '规范性文件',
    frame,
    html`${form(
      frame,
      '/editor/normative',
      html`${field('docNumber', '文号', of('docNumber'), { isRequired: true })}${field('title', '标题', of('title'), { isRequired: true })}${field('issuer', '制定主体', of('issuer'), { isRequired: true })}${field('interpreter', '解读主体', of('interpreter'))}
${day('reviewedOn', '合法性审核')}${day('registeredOn', '登记')}${day('numberedOn', '编号')}${day('printedOn', '印发')}${day('from', '施行')}${day('until', '有效期至')}${day('repealedOn', '废止')}${field('note', '说明', of('note'))}<button type="submit">登记</button>`,
    )}
<h2>${lists.year}年目录</h2>
<form class="filter-form" action="/editor/normative"><label>年份 <input name="year" type="number" value="${lists.year}" min="1990" max="2100"></label><button type="submit" class="plain">看这一年</button></form>
${list('继续有效', lists.continuing)}${list('废止', lists.repealed)}${list('失效', lists.lapsed)}
<h2>台账</h2>
${
  documents.length === 0
    ? html`<p class="empty">还没有登记过规范性文件。从上面登记一份，这里列出它的各项手续。</p>`
    : html`<table class="list labelled"><thead><tr><th scope="col">文号</th><th scope="col">标题</th><th scope="col">制定主体</th><th scope="col">手续</th></tr></thead><tbody>${documents.map(
        (document) => {
          const missing = missingSteps(document)
          return html`<tr><th scope="row">${document.docNumber}</th><td data-label="标题">${document.title}</td><td data-label="制定主体">${document.issuer}</td><td data-label="手续">${missing.length === 0 ? '齐全' : html`<span class="mark warning"><span aria-hidden="true">▲</span> 缺${missing.join('、')}</span>`}</td></tr>`
        },
      )}</tbody></table>`
}`,
  )
}

/** Interpretations, and the rate of each unit. */
export function interpretationsPage(
  frame: EditorFrame,
  all: readonly Interpretation[],
  rates: readonly InterpretationRate[],
  filled: Filled,
): Html {
  const of = (name: string) => filled[name] ?? ''
  return editorPage(
    '解读',
    frame,
    html`${form(
      frame,
      '/editor/interpretations',
      html`${field('docNumber', '文号', of('docNumber'), { isRequired: true })}${field('title', '解读标题', of('title'), { isRequired: true })}${field('unit', '解读主体', of('unit'), { isRequired: true })}${choice('form', '形式', asOptions(interpretationForms), of('form'))}${field('publishedOn', '公开日期', of('publishedOn'), { type: 'date', isRequired: true })}<label class="text">内容 <textarea name="text" rows="8" required>${of('text')}</textarea></label><button type="submit">公开解读</button>`,
    )}
<h2>各单位解读率</h2>
${rates.length === 0 ? html`<p class="empty">还没有应当解读的政策文件。</p>` : html`<table class="list labelled"><thead><tr><th scope="col">单位</th><th scope="col" class="figure">政策文件</th><th scope="col" class="figure">已解读</th><th scope="col" class="figure">解读率</th><th scope="col">判断</th></tr></thead><tbody>${rates.map(({ unit, documents, interpreted, rate, isEnough }) => html`<tr><th scope="row">${unit}</th><td class="figure" data-label="政策文件">${documents}</td><td class="figure" data-label="已解读">${interpreted}</td><td class="figure" data-label="解读率">${rate}%</td><td data-label="判断">${isEnough ? '' : html`<span class="mark error"><span aria-hidden="true">■</span> 低于${LEAST_RATE}%</span>`}</td></tr>`)}</tbody></table>`}
<h2>已公开的解读</h2>
${all.length === 0 ? html`<p class="empty">还没有公开过解读。</p>` : html`<ul class="relations">${all.map(({ docNumber, title, unit, form: kind, publishedOn }) => html`<li>${docNumber}　${title}　${unit}　${kind}　${publishedOn}</li>`)}</ul>`}`,
  )
}

/** Tables with what is masked in them, column by column. */
export function tablesPage(
  frame: EditorFrame,
  tables: readonly (PublicTable & {
    columns: readonly string[]
    personal: Readonly<Record<string, string>>
  })[],
): Html {
  const kinds = [
    ['', '照常显示'],
    ...Object.entries(personalKindWords).map(([kind, word]) => [kind, `遮盖${word}`] as const),
  ] as const
  return editorPage(
    '去标识化',
    frame,
    html`<p class="summary">读入时认出的联系方式、账号、证件号码、车牌号已经遮盖，逐栏可改。</p>
${tables.map(
  ({
    by,
    number,
    title,
    columns,
    personal,
  }) => html`<details><summary>${by.docNumber ?? by.title}　${title}　${Object.keys(personal).length === 0 ? '' : `遮盖 ${Object.keys(personal).length} 栏`}</summary><p><a href="${tableAddress(by, number)}">看这张表</a></p>
${form(frame, '/editor/tables', html`<input type="hidden" name="instrument" value="${by.id}"><input type="hidden" name="number" value="${number}">${columns.map((column, index) => choice(`column-${index}`, column === '' ? `第 ${index + 1} 栏` : column, kinds, personal[index] ?? ''))}<button type="submit" class="plain">保存</button>`)}</details>`,
)}`,
  )
}

/** The government's debts, period by period; none of the eight fields may be left out. */
export function debtsEditorPage(frame: EditorFrame, debts: readonly DebtRecord[], filled: Filled): Html {
  const of = (name: string) => filled[name] ?? ''
  const all = Object.entries({ name: '名称', ...debtFields })
  return editorPage(
    '政府债务',
    frame,
    html`${form(
      frame,
      '/editor/debt',
      html`${field('period', '时期', of('period'), { isRequired: true, hint: '2021 或 2021-06' })}${all.map(([name, label]) => field(name, label, of(name), { isRequired: true }))}<button type="submit">公开</button>`,
    )}
${debts.length === 0 ? html`<p class="empty">还没有公开过。填一期，这里和公开页上都会列出。</p>` : debtTable(debts)}`,
  )
}
