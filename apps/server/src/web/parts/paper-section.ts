import {
  caseFieldsOf,
  type Fields,
  fields,
  findFieldMeta,
  type Paper,
  type Programme,
  type TablePaper,
  type TextPaper,
  withLabels,
} from '@luoshi/kernel'
import { html } from 'hono/html'
import { paperSizeText } from '../../programmes/words.ts'
import type { CitedNotices } from '../cited.ts'
import type { Html } from '../layout.ts'
import { basisLink } from './basis.ts'

/** A paper as it is printed: its columns or its paragraphs, and what fills them. */
export function paperSection(cited: CitedNotices, programme: Programme, paper: Paper): Html {
  const schema = schemaOf(programme, paper)
  return html`<div class="part-head"><h3>${paper.title}</h3><p class="summary">${paperSizeText(paper)}　${basisLink(cited, paper.basis)}</p></div>
${paper.form === 'table' ? tableBlock(paper, schema) : textBlock(paper, schema)}`
}

/** Fields of the paper's register, and what its cases fill in besides. */
function schemaOf({ registers, procedures }: Programme, { register }: Paper): Fields {
  const cases = procedures.filter((procedure) => procedure.register === register).map(caseFieldsOf)
  const own = registers.find(({ id }) => id === register)?.fields.def.shape
  return fields(Object.assign({}, ...cases, own))
}

function tableBlock(paper: TablePaper, { def: { shape } }: Fields): Html {
  const filledBy = ({ field, isNumber }: TablePaper['columns'][number]) => {
    if (isNumber) return '逐行编号'
    if (field === null) return '手工签字'
    const schema = shape[field]
    return (schema === undefined ? undefined : findFieldMeta(schema)?.label) ?? field
  }
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${paper.title}的栏目"><table class="printed form">
<thead><tr>${paper.columns.map(({ heading }) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody><tr>${paper.columns.map((column) => html`<td>${filledBy(column)}</td>`)}</tr>
${paper.hasTotal ? html`<tr class="total">${paper.columns.map(({ isNumber, isSummed }) => html`<td>${isNumber ? '合计' : isSummed ? '求和' : ''}</td>`)}</tr>` : ''}</tbody>
</table></div>
${facts([
  { label: '表头', texts: paper.head },
  { label: '表尾', texts: paper.foot },
  { label: '留存', texts: paper.copies },
])}`
}

function textBlock(paper: TextPaper, schema: Fields): Html {
  const read = (text: string) => withLabels(text, schema)
  return html`<div class="paper-text">${paper.body.map(({ text }) => html`<p>${read(text)}</p>`)}</div>
${facts([
  { label: '签发', texts: [read(paper.issuer)] },
  { label: '文号', texts: paper.number === undefined ? [] : [`${paper.number.mark}〔年份〕序号`] },
  { label: '主送', texts: paper.addressee === null ? [] : [read(paper.addressee)] },
  { label: '附件', texts: paper.annexes.map(read) },
  { label: '抄送', texts: paper.copies.map(read) },
])}`
}

function facts(rows: readonly { readonly label: string; readonly texts: readonly string[] }[]): Html {
  const filled = rows.filter(({ texts }) => texts.length > 0)
  return html`<dl class="disclosure">${filled.map(({ label, texts }) => html`<div><dt>${label}</dt><dd>${texts.join('、')}</dd></div>`)}</dl>`
}
