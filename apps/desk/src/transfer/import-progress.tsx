import type { ImportView } from '@luoshi/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { useCounty } from '../api/session-context.ts'
import { momentText } from '../words/dates.ts'

/** Problems that are listed on the screen; the report has all. */
const LISTED = 20

interface ImportProgressProps {
  readonly address: string
  readonly shown: ImportView
  readonly isRunning: boolean
}

/** One import: how far it is while it runs, what became of it afterwards. */
export function ImportProgress({ address, shown, isRunning }: ImportProgressProps) {
  const county = useCounty()
  const queries = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => call<ImportView>(`${address}/cancel`, { method: 'POST' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['imports', county] }),
  })
  const { name, asked, stateTitle, total, done, report } = shown
  return (
    <section className="card import" aria-label={name}>
      <p>
        <strong>{name}</strong> <span className="secondary small">{momentText(asked)}</span>{' '}
        <span className="state-mark">{stateTitle}</span>
      </p>
      {isRunning && (
        <p role="status">
          <progress
            max={total ?? undefined}
            value={total === null ? undefined : done}
            aria-label="导入进度"
          />{' '}
          {total === null ? '正在读取' : `${done} / ${total} 行`}{' '}
          <button
            type="button"
            className="button"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            停止
          </button>
        </p>
      )}
      {report !== null && <Report report={report} address={address} />}
    </section>
  )
}

function Report({
  report,
  address,
}: {
  readonly report: NonNullable<ImportView['report']>
  readonly address: string
}) {
  const { rows, stored, repeated, refused, problems, problemCount, unused } = report
  return (
    <>
      <p>
        共 {rows} 行，导入 {stored} 行{repeated > 0 && `，此前已导入 ${repeated} 行`}，没有导入 {refused} 行。
        {unused.length > 0 && `没有用到的栏：${unused.join('、')}。`}
      </p>
      {problems.length > 0 && (
        <>
          <ul className="import-problems">
            {problems.slice(0, LISTED).map(({ line, column, message }) => (
              <li key={`${line}/${column}/${message}`}>
                {line > 0 && <span className="figures">第 {line} 行 </span>}
                {column} {message}
              </li>
            ))}
          </ul>
          <p>
            <a href={`${address}/report.xlsx`} download>
              下载全部 {problemCount} 处问题
            </a>
          </p>
        </>
      )}
    </>
  )
}
