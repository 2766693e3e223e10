import type { DutyBoardView, DutyCountView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { screens } from '../../addresses.ts'
import { queryOf } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty } from '../../api/session-context.ts'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import { dayText } from '../../words/dates.ts'
import type { ViewProps } from '../views.ts'
import { DutyTable, lightWords } from './duty-words.tsx'
import '../../styles/list.css'
import '../../styles/supervision.css'

/** What is followed, by unit: how many in time, nearly due, late, done; each number leads to its duties. */
export function Board({ programme }: ViewProps) {
  const county = useCounty()
  const { data: board, error } = useQuery({
    queryKey: ['supervision', county, 'board'],
    queryFn: () => call<DutyBoardView>(`/api/v1/${county}/supervision/board`),
  })
  if (error) return <ProblemBox error={error} />
  if (board === undefined) return <Waiting rows={8} />
  const duties = screens.list({ programme, procedure: 'duty' })
  const listed = (of: Readonly<Record<string, string>>) =>
    `${screens.view(programme, 'duties')}${queryOf(of)}`
  return (
    <>
      <Totals board={board} listed={listed} unconfirmedHref={`${duties}${queryOf({ state: 'proposed' })}`} />
      {board.units.length === 0 ? (
        <div className="card">
          <Empty>
            <p>还没有确认的任务。先把公报里的任务列出来，确认后交办。</p>
            <Link className="button main" href={screens.view(programme, 'orders')}>
              看公报要求
            </Link>
          </Empty>
        </div>
      ) : (
        <Units units={board.units} programme={programme} />
      )}
      {board.late.length > 0 && (
        <>
          <h2 className="section-title">超期任务</h2>
          {board.total.red > board.late.length && (
            <p>
              列出最早到期的 {board.late.length} 项，
              <Link href={listed({ light: 'red' })}>看全部 {board.total.red} 项</Link>。
            </p>
          )}
          <DutyTable caption="超期任务" duties={board.late} />
        </>
      )}
      <p className="small secondary">数据截至 {dayText(board.date)}，来自督办任务台账。</p>
    </>
  )
}

function Totals({
  board,
  listed,
  unconfirmedHref,
}: {
  readonly board: DutyBoardView
  readonly listed: (of: Readonly<Record<string, string>>) => string
  readonly unconfirmedHref: string
}) {
  const { total, unconfirmed } = board
  const figures = [
    { label: `${lightWords.red.shape} 超期`, value: total.red, tone: 'late', of: { light: 'red' } },
    {
      label: `${lightWords.yellow.shape} 将到期`,
      value: total.yellow,
      tone: 'soon',
      of: { light: 'yellow' },
    },
    { label: `${lightWords.green.shape} 正常`, value: total.green, tone: 'well', of: { light: 'green' } },
    { label: '✓ 已办结', value: total.done, tone: 'well', of: { stage: 'done' } },
  ]
  return (
    <dl className="totals">
      {figures.map(({ label, value, tone, of }) => (
        <div key={label} className="card">
          <dt className={`standing ${tone}`}>{label}</dt>
          <dd className="figures">
            <Link href={listed(of)}>{value}</Link>
          </dd>
        </div>
      ))}
      <div className="card">
        <dt className="standing unknown">待确认</dt>
        <dd className="figures">
          <Link href={unconfirmedHref}>{unconfirmed}</Link>
        </dd>
      </div>
    </dl>
  )
}

function Units({
  units,
  programme,
}: {
  readonly units: readonly DutyCountView[]
  readonly programme: string
}) {
  return (
    <div className="card table-holder">
      <table className="cases compact">
        <caption className="visually-hidden">各机构任务</caption>
        <thead>
          <tr>
            <th scope="col">机构</th>
            <th scope="col" className="figure">
              超期
            </th>
            <th scope="col" className="figure">
              将到期
            </th>
            <th scope="col" className="figure">
              正常
            </th>
            <th scope="col" className="figure">
              已办结
            </th>
            <th scope="col" className="figure">
              按期办结率
            </th>
            <th scope="col" className="bar-column">
              构成
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unit}>
              <th scope="row">
                <Link href={`${screens.view(programme, 'unit')}${queryOf({ unit: unit.unit })}`}>
                  {unit.unitName}
                </Link>
              </th>
              <td className={unit.red > 0 ? 'figure standing late' : 'figure'} data-label="超期">
                {unit.red}
              </td>
              <td className={unit.yellow > 0 ? 'figure standing soon' : 'figure'} data-label="将到期">
                {unit.yellow}
              </td>
              <td className="figure" data-label="正常">
                {unit.green}
              </td>
              <td className="figure" data-label="已办结">
                {unit.done}
              </td>
              <td className="figure" data-label="按期办结率">
                {unit.done === 0 ? '—' : `${((unit.doneInTime / unit.done) * 100).toFixed(1)}%`}
              </td>
              <td className="bar-column" aria-hidden="true">
                <Bar unit={unit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The row's figures as lengths: the table itself says what they are. */
function Bar({ unit }: { readonly unit: DutyCountView }) {
  const parts = [
    { tone: 'late', value: unit.red },
    { tone: 'soon', value: unit.yellow },
    { tone: 'well', value: unit.green },
    { tone: 'done', value: unit.done },
  ]
  return (
    <span className="bar">
      {parts
        .filter(({ value }) => value > 0)
        .map(({ tone, value }) => (
          <span key={tone} className={tone} style={{ flexGrow: value }} />
        ))}
    </span>
  )
}
