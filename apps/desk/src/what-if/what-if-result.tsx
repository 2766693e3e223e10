import type { CountedVerdictsView, WhatIfView } from '@luoshi/client'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import type { ProcedureKey } from '../api/addresses.ts'
import { groupedText, moneyText } from '../words/amounts.ts'
import { dayText } from '../words/dates.ts'

interface WhatIfResultProps {
  readonly view: WhatIfView
  readonly procedureKey: ProcedureKey
  /** Whether the figures are money. */
  readonly isMoney: boolean
}

const counts = [
  ['yes', '符合'],
  ['no', '不符合'],
  ['unknown', '不能判定'],
] as const satisfies readonly (readonly [keyof CountedVerdictsView, string])[]

/** What other values change: counts before and after, and each case that is judged otherwise with its reasons. */
export function WhatIfResult({ view, procedureKey, isMoney }: WhatIfResultProps) {
  const worth = (figure: string) => (isMoney ? moneyText(figure) : groupedText(figure))
  const word = isMoney ? '金额' : '数量'
  const { before, after, changed, changedCount } = view
  return (
    <section aria-label="试算结果">
      <h2 className="section-title">
        {view.ruleTitle}：{view.cases} 件，{dayText(view.on)}
      </h2>
      <div className="card table-holder">
        <table className="cases">
          <caption className="visually-hidden">现行的值与另填的值</caption>
          <thead>
            <tr>
              <th scope="col">判定</th>
              <th scope="col" className="figure">
                现行的值
              </th>
              <th scope="col" className="figure">
                另填的值
              </th>
              <th scope="col" className="figure">
                相差
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map(([outcome, title]) => (
              <tr key={outcome}>
                <th scope="row">{title}（件）</th>
                <td className="figure" data-label="现行的值">
                  {before[outcome]}
                </td>
                <td className="figure" data-label="另填的值">
                  {after[outcome]}
                </td>
                <td className="figure" data-label="相差">
                  {after[outcome] - before[outcome]}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{word}</th>
              <td className="figure" data-label="现行的值">
                {worth(before.money)}
              </td>
              <td className="figure" data-label="另填的值">
                {worth(after.money)}
              </td>
              <td className="figure" data-label="相差">
                {view.difference.startsWith('-')
                  ? `−${worth(view.difference.slice(1))}`
                  : worth(view.difference)}
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <p role="status">
        {changedCount === 0 ? '没有一件的判定或金额改变。' : `有 ${changedCount} 件的判定或${word}改变。`}
        {changedCount > changed.length && `下面列出前 ${changed.length} 件。`}
      </p>
      {changed.length > 0 && (
        <div className="card table-holder">
          <table className="cases">
            <caption className="visually-hidden">改变的办件</caption>
            <thead>
              <tr>
                <th scope="col">办件</th>
                <th scope="col">现行的值</th>
                <th scope="col">另填的值</th>
              </tr>
            </thead>
            <tbody>
              {changed.map(({ id, title, before: old, after: other }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link href={screens.case({ ...procedureKey, id })}>{title}</Link>
                  </th>
                  {[
                    { label: '现行的值', judged: old },
                    { label: '另填的值', judged: other },
                  ].map(({ label, judged }) => (
                    <td key={label} data-label={label} title={judged.reasons.join('；')}>
                      {judged.outcome}
                      {judged.money !== null && judged.outcome === '符合' && `，${worth(judged.money)}`}
                      {judged.outcome !== '符合' && (
                        <span className="small secondary"> {judged.reasons.join('；')}</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
