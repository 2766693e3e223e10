import type { Programme } from '@luoshi/kernel'
import type { BpmnElement } from 'bpmn-moddle'
import { identifier, type ModelElements } from './model-elements.ts'

/** A lane, and the nodes that stand in it. */
export interface HeldLane {
  readonly element: BpmnElement
  readonly holds: readonly BpmnElement[]
}

/** One lane for each role that acts first somewhere, in the order in which the programme names them. */
export function lanesOf({ roles }: Programme, elements: ModelElements): readonly HeldLane[] {
  const byRole = Map.groupBy(elements.nodes, (element) => roleOf(element, elements.roles))
  const order = [...new Set([...Object.keys(roles), ...byRole.keys()])].filter((role) => byRole.has(role))
  return order.map((role) => {
    const holds = byRole.get(role) ?? []
    const name = roles[role]?.title ?? role
    return {
      element: elements.create('Lane', { id: identifier('lane', role), name, flowNodeRef: holds }),
      holds,
    }
  })
}

/** Who acts; for what is no task, who acts next after it, or, where nothing follows, who acted before. */
function roleOf(element: BpmnElement, roles: ReadonlyMap<BpmnElement, string>): string {
  const host: BpmnElement = element['attachedToRef'] ?? element
  const after = nearestRole(host, roles, 'outgoing', 'targetRef')
  return after ?? nearestRole(host, roles, 'incoming', 'sourceRef') ?? ''
}

function nearestRole(
  from: BpmnElement,
  roles: ReadonlyMap<BpmnElement, string>,
  way: 'outgoing' | 'incoming',
  end: 'targetRef' | 'sourceRef',
): string | undefined {
  const seen = new Set([from])
  // A set that grows is walked to its end: nearest first.
  for (const element of seen) {
    const role = roles.get(element) ?? roles.get(element['attachedToRef'])
    if (role !== undefined) return role
    for (const flow of (element[way] ?? []) as BpmnElement[]) seen.add(flow[end])
  }
  return undefined
}
