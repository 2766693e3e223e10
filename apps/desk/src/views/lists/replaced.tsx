import type { ListReadingView, ListReplaces } from '@luoshi/client'
import { useState } from 'react'

interface ReplacedProps {
  readonly reading: ListReadingView
  readonly replaces: ListReplaces
  /** Told with the new choice, of which the comparison is made anew. */
  readonly change: (replaces: ListReplaces) => void
}

/** Which new entries stand in place of which old ones: renamed where it is one, merged where there are several. */
export function Replaced({ reading, replaces, change }: ReplacedProps) {
  const [item, setItem] = useState('')
  const [old, setOld] = useState('')
  const added = reading.changes.filter(({ kind }) => kind === '新增').map(({ after }) => after)
  const removed = reading.changes.filter(({ kind }) => kind === '取消').map(({ before }) => before)
  const targets = [...new Set([...added, ...replaces.map((one) => one.item)])]
  const isPossible = removed.length > 0 && targets.length > 0
  if (!isPossible && replaces.length === 0) return null
  const without = (name: string) => replaces.filter((one) => one.item !== name)
  const add = () => {
    const known = replaces.find((one) => one.item === item)?.before ?? []
    change([...without(item), { item, before: [...known, old] }])
    setOld('')
  }
  return (
    <section className="card form-page" aria-label="更名与合并">
      <h3>更名与合并</h3>
      <p className="secondary">
        新增的事项如果是由原来的事项更名、合并而来，在这里对上；没有对上的，按新增和取消公布。
      </p>
      {replaces.length === 0 ? null : (
        <ul>
          {replaces.map((one) => (
            <li key={one.item}>
              {one.before.join('、')} → {one.item}{' '}
              <button type="button" className="button" onClick={() => change(without(one.item))}>
                取消对应
              </button>
            </li>
          ))}
        </ul>
      )}
      {isPossible ? (
        <div className="list-bar">
          <label>
            原事项{' '}
            <select className="field-input" value={old} onChange={(event) => setOld(event.target.value)}>
              <option value="">请选择</option>
              {removed.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <label>
            变为{' '}
            <select className="field-input" value={item} onChange={(event) => setItem(event.target.value)}>
              <option value="">请选择</option>
              {targets.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <button type="button" className="button" disabled={old === '' || item === ''} onClick={add}>
            对上
          </button>
          {reading.likely.length > 0 ? (
            <button
              type="button"
              className="button"
              onClick={() =>
                change([
                  ...replaces,
                  ...reading.likely.map(({ item: name, before }) => ({ item: name, before: [before] })),
                ])
              }
            >
              名称相近的 {reading.likely.length} 项都对上
            </button>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
