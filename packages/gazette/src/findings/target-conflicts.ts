import type { Finding, Target } from '../issue.ts'
import { scaleDecimal } from '../mentions/numerals.ts'
import { findingIn, type InstrumentCheck, type InstrumentSources } from './finding-sources.ts'
import { foldText } from './fold-text.ts'

/** One indicator for one year with two values in two places of a paper. */
export const findTargetConflicts: InstrumentCheck = (sources) => {
  const byIndicator = new Map<string, Target[]>()
  for (const target of sources.instrument.targets) {
    const name = bareIndicator(target.indicator)
    if (target.year === null || name.length < shortestIndicator) continue
    const key = `${target.year}|${bareUnit(target.unit)}|${name}`
    const targets = byIndicator.get(key)
    if (targets) targets.push(target)
    else byIndicator.set(key, [target])
  }
  return [...byIndicator.values()].flatMap((targets) => conflictIn(sources, targets))
}

/** Names shorter than this (数量, 面积) may be of different things. */
const shortestIndicator = 4

function conflictIn(sources: InstrumentSources, targets: readonly Target[]): Finding[] {
  const [first] = targets
  const other = targets.find((target) => first !== undefined && contradicts(first, target))
  if (first === undefined || other === undefined) return []
  const values = `${first.value}${first.unit}和${other.value}${other.unit}`
  const message = `“${bareIndicator(first.indicator)}”${first.year}年的目标值前后不一：${values}，请核对统一。`
  return [findingIn(sources, 'target-conflict', message, [first.lines, other.lines], other.clause)]
}

/** Two values in two places; a floor and a ceiling in one sentence (2至3场) are a range. */
function contradicts(first: Target, second: Target): boolean {
  if (first.lines[0] === second.lines[0]) return false
  if (direction(first) !== direction(second)) return false
  return exactValue(first) !== exactValue(second)
}

function direction({ operator }: Target): 'most' | 'least' {
  return operator === '<' || operator === '<=' ? 'most' : 'least'
}

const powers: Readonly<Record<string, number>> = { 千: 3, 万: 4, 亿: 8 }

/** 0.35 with 万人 is 3500. */
function exactValue({ value, unit }: Target): string {
  return scaleDecimal(value, powers[unit.charAt(0)] ?? 0)
}

function bareUnit(unit: string): string {
  return unit.replace(/^[千万亿](?=.)/, '')
}

/** An indicator without its number, its year and words that say no more of what is measured. */
function bareIndicator(indicator: string): string {
  return foldText(indicator.replace(/^\d{1,2}[.、．] ?/, ''))
    .replace(/^(?:力争|确保|实现|全县|我县|全市|全省|年均?度?)+/, '')
    .replace(/(?:到?\d{4}年底?)?(?:总数量?|数量|人数|总数|总量|建设|工作|数)?$/, '')
    .replace(/\d{4}年底?$/, '')
}
