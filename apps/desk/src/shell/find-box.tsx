import type { FoundView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { api, queryOf } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useProgrammes } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import { chosenEntries, type FindEntry, foundEntries, grouped, localEntries } from './find-entries.ts'
import { useSignOut } from './who.tsx'

const BOX = 'find-box'

/** Puts the cursor into the box that finds. */
export function focusFindBox(): void {
  document.getElementById(BOX)?.focus()
}

/** One box for everything: screens, programmes, cases, units, notices, and what can be done. `/` or Ctrl+K leads to it. */
export function FindBox() {
  const [query, setQuery] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const listId = useId()
  const holder = useRef<HTMLElement>(null)
  const follow = useFollow()
  const entries = useEntries(query)
  useShortcuts(() => setOpen(true))
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, chosen])

  const open = (entry: FindEntry | undefined) => {
    if (entry === undefined) return
    setOpen(false)
    setQuery('')
    follow(entry)
  }
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const step = stepByKey[event.key]
    if (step !== undefined && entries.length > 0) {
      event.preventDefault()
      setChosen((chosen + step + entries.length) % entries.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      open(entries[chosen])
    } else if (event.key === 'Escape') {
      setOpen(false)
      event.currentTarget.blur()
    }
  }
  return (
    <search className="find" ref={holder}>
      <input
        id={BOX}
        className="field-input"
        type="search"
        role="combobox"
        aria-label="查找办件、机构、制度、页面"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && entries.length > 0 ? `${listId}-${chosen}` : undefined}
        placeholder="查找办件、机构、制度、页面"
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(0)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!holder.current?.contains(event.relatedTarget)) setOpen(false)
        }}
      />
      <span className="key" aria-hidden="true">
        /
      </span>
      {isOpen && <Hits id={listId} entries={entries} chosen={chosen} query={query} open={open} />}
    </search>
  )
}

const stepByKey: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

interface HitsProps {
  readonly id: string
  readonly entries: readonly FindEntry[]
  readonly chosen: number
  readonly query: string
  readonly open: (entry: FindEntry) => void
}

function Hits({ id, entries, chosen, query, open }: HitsProps) {
  return (
    <div className="find-hits card">
      <div id={id} role="listbox" aria-label="找到的" tabIndex={-1}>
        {entries.map((entry, index) => (
          <Fragment key={entry.key}>
            {entry.group !== entries[index - 1]?.group && <p aria-hidden="true">{entry.group}</p>}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the box above keeps the focus and hears the keys. */}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => open(entry)}
            >
              <span>{entry.title}</span>
              <span className="secondary small">{entry.detail}</span>
            </div>
          </Fragment>
        ))}
      </div>
      {entries.length === 0 && (
        <p className="empty" role="status">
          没有找到“{query}”。可以输入编号、名称、文号中的几个字。
        </p>
      )}
    </div>
  )
}

/** What fits the words so far: first what the device knows, then what the server finds. */
function useEntries(query: string): FindEntry[] {
  const county = useCounty()
  const signOut = useSignOut()
  const { data: programmes = [] } = useProgrammes()
  const words = useDeferredValue(query.trim())
  const { data: found = [] } = useQuery({
    queryKey: ['find', county, words],
    queryFn: ({ signal }) =>
      call<readonly FoundView[]>(`${api.find(county)}${queryOf({ q: words })}`, { signal }),
    enabled: words.length > 1,
    placeholderData: (before) => before ?? [],
  })
  const local = chosenEntries(localEntries(programmes, signOut.mutate), query)
  return grouped([...(words.length > 1 ? foundEntries(found) : []), ...local])
}

function useFollow(): (entry: FindEntry) => void {
  const [, go] = useLocation()
  return ({ to }) => {
    if ('does' in to) to.does()
    else if ('screen' in to) go(to.screen)
    else location.assign(to.page)
  }
}

/** `/` where nothing is being typed, Ctrl+K anywhere. */
function useShortcuts(open: () => void): void {
  const opening = useRef(open)
  opening.current = open
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isPalette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      const isSlash = event.key === '/' && !isTyping(event.target)
      if (!isPalette && !isSlash) return
      event.preventDefault()
      focusFindBox()
      opening.current()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
