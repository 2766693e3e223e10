import type { DutyLight, DutyLineView } from '@luoshi/client'
import { Link } from 'wouter'
import { Clause } from '../../parts/clause.tsx'
import { dayOfWeekText } from '../../words/dates.ts'

/** How a light reads: word and shape beside the colour. */
export const lightWords = {
  green: { word: '正常', shape: '●', tone: 'well' },
  yellow: { word: '将到期', shape: '▲', tone: 'soon' },
  red: { word: '已超期', shape: '■', tone: 'late' },
} satisfies Record<DutyLight, { word: string; shape: string; tone: string }>

/** How a duty stands. */
export function DutyStanding({ duty }: { readonly duty: DutyLineView }) {
  if (duty.isDone) {
    return (
      <span className={duty.isLate ? 'standing late' : 'standing well'}>
        <span aria-hidden="true">✓</span> {duty.isLate ? '超期办结' : '按期办结'}
      </span>
    )
  }
  if (duty.light === null) return <span className="standing unknown">{duty.stateTitle}</span>
  const { word, shape, tone } = lightWords[duty.light]
  return (
    <span className={`standing ${tone}`}>
      <span aria-hidden="true">{shape}</span> {word}
    </span>
  )
}

/** Addresses come from the server as a browser has them; screens are named below `/desk`. */
export function inDesk(href: string): string {
  return href.replace(/^\/desk/, '')
}

interface DutyTableProps {
  readonly caption: string
  readonly duties: readonly DutyLineView[]
  readonly hasUnit?: boolean
}

/** Duties in rows, each a link to its case. */
export function DutyTable({ caption, duties, hasUnit = true }: DutyTableProps) {
  return (
    <div className="card table-holder">
      <table className="cases duty-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">任务</th>
            {hasUnit && <th scope="col">承办机构</th>}
            <th scope="col">环节</th>
            <th scope="col">状态</th>
            <th scope="col">到期</th>
            <th scope="col" className="figure">
              进度
            </th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={duty.id}>
              <th scope="row">
                <Link href={inDesk(duty.href)}>{duty.title}</Link>
              </th>
              {hasUnit && <td data-label="承办机构">{duty.unitName}</td>}
              <td className="unbroken" data-label="环节">
                {duty.stateTitle}
              </td>
              <td className="unbroken" data-label="状态">
                <DutyStanding duty={duty} />
              </td>
              <td className="unbroken" data-label="到期">
                {duty.due === null ? '—' : dayOfWeekText(duty.due)}
              </td>
              <td className="figure" data-label="进度">
                {duty.progress}%{duty.parts > 0 && `（${duty.parts} 处）`}
              </td>
              <td data-label="依据">
                <Clause clause={duty.clause} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
