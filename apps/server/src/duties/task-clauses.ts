import type { Clause, Instrument } from '@luoshi/gazette'

/** A piece of text that is one task: its own clause, and every clause whose text belongs to it. */
export interface TaskClauses {
  readonly clause: Clause
  /** In reading order. */
  readonly parts: readonly Clause[]
}

/** 12. and 12、 and （12）, not 一、 or （三）. */
const FIGURE = /^[（(]?\d/

/**
 * The tasks of an instrument to which these clauses belong, each once, in reading order. A paragraph under a number in
 * figures is part of that numbered task. Under a heading in Chinese figures each paragraph with a marker is a task of its
 * own, together with the unmarked ones before it; where only one has a marker, the task is the heading's.
 */
export function taskClauses(
  instrument: Instrument,
  marked: ReadonlySet<string>,
  fragments: ReadonlySet<string> = new Set(),
): readonly TaskClauses[] {
  const tree = treeOf(instrument.clauses)
  const tasks = new Map<string, TaskClauses>()
  for (const clause of instrument.clauses) {
    if (!marked.has(clause.id)) continue
    const task = taskOf(clause, tree, marked, fragments)
    if (!tasks.has(task.clause.id)) tasks.set(task.clause.id, task)
  }
  return [...tasks.values()]
}

/** Headings under which a numbered clause is a task, marked or not: 重点任务, 整治内容. */
const TASKS = /任务|整治内容|重点工作/

/** The innermost numbered clauses under a heading of tasks, where nothing of them is a task already. */
export function numberedTasks(instrument: Instrument, covered: ReadonlySet<string>): readonly TaskClauses[] {
  const tree = treeOf(instrument.clauses)
  return instrument.clauses.flatMap((clause) => {
    if (clause.label === null || !isUnderTasks(clause, tree)) return []
    const parts = subtree(clause, tree)
    const isInnermost = parts.every((part) => part === clause || part.label === null)
    if (!isInnermost || parts.some(({ id }) => covered.has(id))) return []
    return [{ clause, parts }]
  })
}

function isUnderTasks({ parent }: Clause, tree: Tree): boolean {
  const above = parent === null ? undefined : tree.byId.get(parent)
  if (above === undefined) return false
  return TASKS.test(above.heading ?? '') || isUnderTasks(above, tree)
}

interface Tree {
  readonly byId: ReadonlyMap<string, Clause>
  readonly children: ReadonlyMap<string | null, readonly Clause[]>
}

function treeOf(clauses: readonly Clause[]): Tree {
  return {
    byId: new Map(clauses.map((clause) => [clause.id, clause])),
    children: Map.groupBy(clauses, ({ parent }) => parent),
  }
}

function taskOf(
  clause: Clause,
  tree: Tree,
  marked: ReadonlySet<string>,
  fragments: ReadonlySet<string>,
): TaskClauses {
  const above = clause.label === null && clause.parent !== null ? tree.byId.get(clause.parent) : clause
  if (above === undefined) return { clause, parts: [clause] }
  if (above === clause || FIGURE.test(above.label ?? ''))
    return { clause: above, parts: subtree(above, tree) }
  const siblings = (tree.children.get(above.id) ?? []).filter(({ label }) => label === null)
  const isAlone = !marked.has(above.id) && siblings.filter(({ id }) => marked.has(id)).length === 1
  if (isAlone && above.heading !== null) {
    return { clause: above, parts: [above, ...siblings.filter(({ id }) => !fragments.has(id))] }
  }
  return { clause, parts: [...unmarkedBefore(clause, siblings, marked, fragments), clause] }
}

/** The paragraphs between a marked one and the one marked before it. */
function unmarkedBefore(
  clause: Clause,
  siblings: readonly Clause[],
  marked: ReadonlySet<string>,
  fragments: ReadonlySet<string>,
): Clause[] {
  const before = siblings.slice(0, siblings.indexOf(clause))
  const start = before.findLastIndex(({ id }) => marked.has(id) || fragments.has(id))
  return before.slice(start + 1)
}

function subtree(clause: Clause, tree: Tree): Clause[] {
  return [clause, ...(tree.children.get(clause.id) ?? []).flatMap((child) => subtree(child, tree))]
}
