import type { ListReadingView } from '@luoshi/client'
import { Empty } from '../../parts/waiting.tsx'

/** What keeps a table from being the list, or what it changes in the version before. */
export function ListDifference({
  reading,
  title,
}: {
  readonly reading: ListReadingView
  readonly title: string
}) {
  const { problems, problemCount, remarks, before, changes, unchanged, rows } = reading
  if (problemCount > 0) {
    return (
      <div className="card problem" role="alert">
        <p>
          读到 {rows.length} 行，有 {problemCount} 处不符合这份清单，改好后再比较。
          {problemCount > problems.length ? `下面列出前 ${problems.length} 处。` : ''}
        </p>
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    )
  }
  const counts = [...Map.groupBy(changes, ({ kind }) => kind)].map(
    ([kind, all]) => `${kind} ${all.length} 处`,
  )
  return (
    <div className="card table-holder">
      <p role="status" className="list-foot">
        新版本共 {rows.length} 项。
        {before === null
          ? '这一天以前没有公布过这份清单。'
          : `与${before.name}（${before.from}起，${before.count} 项）相比：${[...counts, `不变 ${unchanged} 项`].join('，')}。`}
      </p>
      {remarks.length === 0 ? null : (
        <>
          <p className="list-foot">需要核对：</p>
          <ul>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </>
      )}
      {changes.length === 0 ? (
        <Empty>各项都没有变化。</Empty>
      ) : (
        <table className="cases">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">变化</th>
              <th scope="col">原事项</th>
              <th scope="col">新版本的事项</th>
              <th scope="col">不同之处</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ kind, before: was, after, details }) => (
              <tr key={`${kind} ${was} ${after}`}>
                <td data-label="变化">{kind}</td>
                <td data-label="原事项">{was || '—'}</td>
                <td data-label="新版本的事项">{after || '—'}</td>
                <td data-label="不同之处">
                  {details.length === 0
                    ? '—'
                    : details.map((detail) => (
                        <p key={detail} className="small">
                          {detail}
                        </p>
                      ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
