import type { FoundView, ProgrammeSummary } from '@luoshi/client'
import { screens } from '../addresses.ts'
import { chooseAppearance } from '../appearance.ts'
import { placesOf } from './places.ts'

/** Something that the find box offers. */
export interface FindEntry {
  readonly key: string
  readonly group: string
  readonly title: string
  readonly detail: string
  /** A screen of the desk, or a page outside of it. */
  readonly to: { readonly screen: string } | { readonly page: string } | { readonly does: () => void }
}

/** How many of a group are offered. */
const PER_GROUP = 8

/** What is on this device: screens, programmes, procedures, and what can be done. */
export function localEntries(programmes: readonly ProgrammeSummary[], signOut: () => void): FindEntry[] {
  const pages: FindEntry[] = [
    ...placesOf(programmes).map(({ href, label, isPage }) =>
      entry('页面', label, '', isPage ? { page: href } : { screen: href }),
    ),
    entry('页面', '待上传', '没有网络时填写的', { screen: screens.outbox }),
  ]
  const lists = programmes.flatMap((programme) => [
    entry('制度', programme.title, programme.clause.text, { screen: screens.programme(programme.id) }),
    ...programme.procedures.map(({ id, title }) =>
      entry('台账与流程', title, programme.title, {
        screen: screens.list({ programme: programme.id, procedure: id }),
      }),
    ),
  ])
  const openings = programmes.flatMap((programme) =>
    programme.procedures
      .filter(({ canOpen }) => canOpen)
      .map(({ id, title, openingTitle }) =>
        entry('办理', `${openingTitle}：${title}`, programme.title, {
          screen: screens.opening({ programme: programme.id, procedure: id }),
        }),
      ),
  )
  const commands: FindEntry[] = [
    entry('办理', '改为浅色', '外观', { does: () => chooseAppearance('light') }),
    entry('办理', '改为深色', '外观', { does: () => chooseAppearance('dark') }),
    entry('办理', '退出', '', { does: signOut }),
  ]
  return [...pages, ...lists, ...openings, ...commands]
}

/** What the server found. */
export function foundEntries(found: readonly FoundView[]): FindEntry[] {
  return found.map(({ group, title, detail, href }) => {
    const isScreen = href.startsWith('/desk/')
    return entry(group, title, detail, isScreen ? { screen: href.slice('/desk'.length) } : { page: href })
  })
}

/** Those that hold every word, at most so many of each group, group after group. */
export function chosenEntries(entries: readonly FindEntry[], query: string): FindEntry[] {
  const words = query.trim().toLowerCase().split(/\s+/)
  const holds = ({ title, detail }: FindEntry) =>
    words.every((word) => `${title} ${detail}`.toLowerCase().includes(word))
  return grouped(entries.filter(holds))
}

/** Entries of one group side by side, the groups in the order in which they first come. */
export function grouped(entries: readonly FindEntry[]): FindEntry[] {
  const groups = Map.groupBy(entries, ({ group }) => group)
  return [...groups.values()].flatMap((group) => group.slice(0, PER_GROUP))
}

function entry(group: string, title: string, detail: string, to: FindEntry['to']): FindEntry {
  const place = 'screen' in to ? to.screen : 'page' in to ? to.page : title
  return { key: `${group}/${place}/${title}`, group, title, detail, to }
}
