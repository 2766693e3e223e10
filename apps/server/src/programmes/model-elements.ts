import type { Grant, Programme } from '@luoshi/kernel'
import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'
import { actorsText } from './words.ts'

/** Makes the elements of one process and keeps them in their order. */
export class ModelElements {
  readonly nodes: BpmnElement[] = []
  readonly flows: BpmnElement[] = []
  /** One for each role that acts. */
  readonly resources = new Map<string, BpmnElement>()
  /** Of tasks: the role that acts first. */
  readonly roles = new Map<BpmnElement, string>()
  readonly #moddle: BpmnModdle
  readonly #programme: Programme

  constructor(moddle: BpmnModdle, programme: Programme) {
    this.#moddle = moddle
    this.#programme = programme
  }

  /** Any element of BPMN 2.0, not kept. */
  create(type: string, properties: Readonly<Record<string, unknown>>): BpmnElement {
    return this.#moddle.create(`bpmn:${type}`, properties)
  }

  /** A node, kept. */
  add(
    type: string,
    key: readonly string[],
    name: string,
    notes: readonly (string | null | undefined)[],
    more: Readonly<Record<string, unknown>> = {},
  ): BpmnElement {
    const element = this.create(type, {
      id: identifier(...key),
      name,
      documentation: this.documentation(notes),
      ...more,
    })
    this.nodes.push(element)
    return element
  }

  documentation(notes: readonly (string | null | undefined)[]): BpmnElement[] {
    const text = notes.filter((note) => typeof note === 'string').join('\n')
    return text === '' ? [] : [this.create('Documentation', { text })]
  }

  /** A task of whoever has these rights. */
  task(
    key: readonly string[],
    title: string,
    by: readonly Grant[],
    notes: readonly (string | null)[],
  ): BpmnElement {
    const actors = actorsText(this.#programme, by)
    const owners = [...new Set(by.map(({ role }) => role))].map((role) =>
      this.create('PotentialOwner', {
        id: identifier('owner', ...key, role),
        resourceRef: this.#resource(role),
      }),
    )
    const task = this.add('UserTask', key, `${title}\n${actors}`, [`由${actors}办理`, ...notes], {
      resources: owners,
    })
    const [first] = by
    if (first !== undefined) this.roles.set(task, first.role)
    return task
  }

  #resource(role: string): BpmnElement {
    const known = this.resources.get(role)
    if (known !== undefined) return known
    const resource = this.create('Resource', {
      id: identifier('role', role),
      name: this.#programme.roles[role]?.title ?? role,
    })
    this.resources.set(role, resource)
    return resource
  }

  /** A flow from one node to another. */
  connect(sourceRef: BpmnElement, targetRef: BpmnElement): void {
    const id = `flow_${this.flows.length + 1}`
    const flow = this.create('SequenceFlow', { id, sourceRef, targetRef })
    sourceRef['outgoing'] = [...(sourceRef['outgoing'] ?? []), flow]
    targetRef['incoming'] = [...(targetRef['incoming'] ?? []), flow]
    this.flows.push(flow)
  }

  /** The length as it reads: working days and what stops the clock are beyond ISO 8601. */
  timer(key: readonly string[], length: string): BpmnElement {
    return this.create('TimerEventDefinition', {
      id: identifier('timer', ...key),
      timeDuration: this.create('FormalExpression', { body: length }),
    })
  }
}

/** An id that XML takes, a different one for every key. */
export function identifier(...key: readonly string[]): string {
  const safe = key.map((part) =>
    part.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`),
  )
  return safe.join('.')
}
