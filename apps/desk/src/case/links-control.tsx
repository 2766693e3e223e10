import type { ActBody, ActionView } from '@luoshi/client'
import { useDeferredValue, useEffect, useEffectEvent } from 'react'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { queryOf } from '../api/addresses.ts'
import { useCases } from '../api/queries.ts'
import '../styles/form.css'

/** Cases that an action is linked with, by the kind of the link: what was typed, and the case that it names. */
export type GivenLinks = Readonly<Record<string, { readonly typed: string; readonly id: string | null }>>

/** The same as an action is sent with it. */
export function linked(given: GivenLinks): Pick<ActBody, 'links'> {
  const links = Object.entries(given).flatMap(([kind, { id }]) => (id === null ? [] : [{ kind, case: id }]))
  return links.length === 0 ? {} : { links }
}

/** What is missing of the links that an action asks for. */
export function linksMissing(links: ActionView['links'], given: GivenLinks): readonly string[] {
  return links.flatMap(({ kind, title, isRequired }) => {
    const { typed = '', id = null } = given[kind] ?? {}
    if (id !== null || (typed === '' && !isRequired)) return []
    return [typed === '' ? `请选择“${title}”。` : `没有找到“${title}”${typed}，请从提示中选定。`]
  })
}

interface LinksControlProps {
  readonly links: ActionView['links']
  readonly given: GivenLinks
  readonly idPrefix: string
  /** What the case holds. */
  readonly data: Readonly<Record<string, unknown>>
  readonly onChange: (given: GivenLinks) => void
}

/** Other cases that an action has to do with: found by words in them, or opened first. */
export function LinksControl({ links, given, idPrefix, data, onChange }: LinksControlProps) {
  return links.map((link) => (
    <OneLink
      key={link.kind}
      link={link}
      inputId={`${idPrefix}-link-${link.kind}`}
      data={data}
      typed={given[link.kind]?.typed ?? ''}
      id={given[link.kind]?.id ?? null}
      onChange={(value) => onChange({ ...given, [link.kind]: value })}
    />
  ))
}

interface OneLinkProps {
  readonly link: ActionView['links'][number]
  readonly inputId: string
  readonly data: LinksControlProps['data']
  readonly typed: string
  /** Of the case that was found. */
  readonly id: string | null
  readonly onChange: (value: GivenLinks[string]) => void
}

function OneLink({ link, inputId, data: own, typed, id, onChange }: OneLinkProps) {
  const { title, isRequired, programme, procedure } = link
  const words = useDeferredValue(typed.trim())
  const { data } = useCases({ programme, procedure }, { sort: '-latest', ...(words !== '' && { q: words }) })
  const offers = data?.pages[0]?.rows ?? []
  const named = offers.find(({ key }) => key === words)
  const found = named?.id ?? null
  const tell = useEffectEvent(() => {
    if (found !== id) onChange({ typed, id: found })
  })
  // The case that was typed is known when the answer comes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another case was found.
  useEffect(() => tell(), [found])
  return (
    <div className="field">
      <label htmlFor={inputId}>
        {title}
        {!isRequired && <span className="secondary small">（选填）</span>}
      </label>
      <div className="field-body">
        <input
          id={inputId}
          className="field-input"
          list={`${inputId}-offers`}
          autoComplete="off"
          placeholder="输入编号，或其中的几个字"
          aria-required={isRequired || undefined}
          value={typed}
          onChange={(event) => onChange({ typed: event.target.value, id: null })}
        />
        <datalist id={`${inputId}-offers`}>
          {offers.map(({ id: offered, key, title: called, stateTitle }) => (
            <option key={offered} value={key}>
              {`${called} ${stateTitle}`}
            </option>
          ))}
        </datalist>
        <p className="small secondary">
          {named === undefined ? (
            <>
              还没有登记的，先<Link href={openingOf(link, own)}>登记</Link>。
            </>
          ) : (
            `${named.title}，${named.stateTitle}`
          )}
        </p>
      </div>
    </div>
  )
}

/** Where one is opened, with what it takes over from the case. */
function openingOf(
  { programme, procedure, fills }: ActionView['links'][number],
  data: LinksControlProps['data'],
): string {
  const values = Object.entries(fills).map(([field, own]) => [field, data[own]] as const)
  const given = values.filter((pair): pair is readonly [string, string] => typeof pair[1] === 'string')
  return screens.opening({ programme, procedure }) + queryOf(Object.fromEntries(given))
}
