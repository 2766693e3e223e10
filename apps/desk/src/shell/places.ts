import type { ProgrammeSummary } from '@luoshi/client'
import { screens } from '../addresses.ts'

/** A line of the navigation. */
export interface Place {
  /** A screen of the desk; the address of a page beside it where `isPage` says so. */
  readonly href: string
  readonly label: string
  readonly count?: number
  /** Whether screens below its address belong to it. */
  readonly hasInner?: boolean
  readonly isPage?: boolean
}

/** Programmes that have a place of their own. */
const SUPERVISION = 'supervision'
const ADMINISTRATION = 'administration'

/** The places of the desk, in the order of an official's work. */
export function placesOf(programmes: readonly ProgrammeSummary[]): readonly Place[] {
  const known = new Set(programmes.map(({ id }) => id))
  const measures = programmes.some(({ hasIndicators }) => hasIndicators)
  const places: readonly (Place & { readonly isThere?: boolean })[] = [
    { href: screens.myDay, label: '我的一天' },
    { href: '/', label: '公报库', isPage: true },
    { href: screens.programme(SUPERVISION), label: '任务与督办', isThere: known.has(SUPERVISION) },
    { href: screens.programmes, label: '制度' },
    { href: '/lists', label: '清单', isPage: true },
    { href: screens.registers, label: '台账' },
    { href: screens.procedures, label: '办件' },
    { href: screens.measures, label: '指标', isThere: measures },
    { href: screens.reports, label: '报送' },
    { href: screens.disclosures, label: '公示' },
    { href: screens.programme(ADMINISTRATION), label: '机构与人员', isThere: known.has(ADMINISTRATION) },
    { href: screens.settings, label: '设置' },
  ]
  return places.filter(({ isThere = true }) => isThere).map(({ isThere: _isThere, ...place }) => place)
}
