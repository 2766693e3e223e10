import {
  type ActionDefinition,
  allActions,
  type Grant,
  type LimitDefinition,
  OPENING,
  type PlacedAction,
  PREVIOUS,
  type Procedure,
  type Programme,
} from '@luoshi/kernel'
import { layoutProcess } from 'bpmn-auto-layout'
import { type BpmnElement, BpmnModdle } from 'bpmn-moddle'
import {
  actorsText,
  basisText,
  durationText,
  eventTitle,
  finalWords,
  joinText,
  lengthText,
  missedText,
  noticeText,
  startText,
  titlesOf,
  transferText,
} from './words.ts'

/** An action that can be done anywhere says where it cannot. */
type AnywhereAction = ActionDefinition & { readonly except?: readonly string[] }

/**
 * A procedure in BPMN 2.0 with a diagram. A state is an exclusive gateway, or an end event where a case rests for
 * good; its branches begin and join at parallel gateways; an action is a user task that leads from one to the next, with its actors as potential owners; a time limit is a timer
 * on every task that meets it; the length of a disclosure is a timer before each action that waits for its end.
 */
export async function procedureDiagram(programme: Programme, procedure: Procedure): Promise<string> {
  const { xml } = await new BpmnModdle().toXML(procedureModel(programme, procedure), { format: true })
  return layoutProcess(xml)
}

function procedureModel(programme: Programme, procedure: Procedure): BpmnElement {
  const draft = new Draft(programme, procedure)
  draft.states()
  draft.branches()
  draft.opening()
  for (const placed of allActions(procedure)) draft.action(placed)
  return draft.definitions()
}

/** Elements of one process while they are put together. */
class Draft {
  readonly #moddle = new BpmnModdle()
  readonly #elements: BpmnElement[] = []
  readonly #flows: BpmnElement[] = []
  readonly #resources = new Map<string, BpmnElement>()
  readonly #programme: Programme
  readonly #procedure: Procedure
  readonly #stateElements = new Map<string, BpmnElement>()

  constructor(programme: Programme, procedure: Procedure) {
    this.#programme = programme
    this.#procedure = procedure
  }

  states(): void {
    for (const [state, { title, final, stopsClock, disclosure, on }] of Object.entries(
      this.#procedure.states,
    )) {
      const isLeft = final === undefined || Object.keys(on).length > 0
      const notes = [
        final === undefined ? null : `终结环节：${finalWords[final]}`,
        stopsClock && `期限停止计算：${stopsClock.reason}（${basisText(stopsClock.basis)}）`,
        disclosure &&
          `公示：${disclosure.title}，${durationText(disclosure.duration)}，在${disclosure.places.join('、')}（${basisText(disclosure.basis)}）`,
      ]
      const element = this.#add(isLeft ? 'ExclusiveGateway' : 'EndEvent', ['state', state], title, notes)
      this.#stateElements.set(state, element)
      if (isLeft && final !== undefined) {
        this.#connect(element, this.#add('EndEvent', ['end', state], finalWords[final], []))
      }
    }
  }

  /** Between a state and where it leads on: all its branches side by side, from one gateway to another. */
  branches(): void {
    for (const [state, { title, branches = {}, join }] of Object.entries(this.#procedure.states)) {
      const source = this.#stateElements.get(state)
      if (join === undefined || source === undefined) continue
      const fork = this.#add('ParallelGateway', ['fork', state], `${title}：各分支同时办理`, [])
      const meet = this.#add(
        join.waitsFor === 'all' ? 'ParallelGateway' : 'ExclusiveGateway',
        ['join', state],
        joinText(this.#procedure, join),
        [`依据：${basisText(join.basis)}`],
      )
      this.#connect(source, fork)
      for (const [name, branch] of Object.entries(branches)) {
        for (const [inner, { title: innerTitle, ends }] of Object.entries(branch.states)) {
          const notes = [`分支：${branch.title}（${basisText(branch.basis)}）`]
          const key = branchKey(state, { name, state: inner })
          const element = this.#add('ExclusiveGateway', ['state', ...key], innerTitle, notes)
          this.#stateElements.set(key.join('/'), element)
          if (inner === branch.initial) this.#connect(fork, element)
          if (ends !== undefined) this.#connect(element, meet)
        }
      }
      const leadsTo = [...new Set([join.to, join.otherwise ?? join.to])]
      if (leadsTo.length === 1) this.#connectToState(meet, join.to)
      else this.#choose(meet, ['joined', state], '汇总意见', leadsTo)
    }
  }

  opening(): void {
    const { opening, initial } = this.#procedure
    const start = this.#add('StartEvent', [OPENING], '开始', [])
    const task = this.#task(['action', OPENING], opening.title, opening.by, [
      `依据：${basisText(opening.basis)}`,
      this.#gates(opening.gates),
    ])
    this.#connect(start, task)
    this.#connectToState(task, initial)
  }

  action({ state, branch, name, action }: PlacedAction): void {
    const place = state === null ? ['anywhere'] : branch === null ? [state] : branchKey(state, branch)
    const task = this.#task(['action', ...place, name], action.title, action.by, [
      `依据：${basisText(action.basis)}`,
      this.#gates(action.gates),
      listed(
        '材料',
        action.materials?.map(({ title }) => title),
      ),
      listed('文书', titlesOf(action.papers ?? [], this.#programme.papers)),
      action.needsReason ? '应写明理由' : null,
      action.transfer === undefined ? null : transferText(action, action.transfer),
      action.answers === undefined ? null : `决定“${eventTitle(this.#procedure, action.answers)}”`,
    ])
    if (state !== null && branch !== null) {
      this.#connectFromState(branchKey(state, branch).join('/'), name, task)
      this.#connectToState(task, branchKey(state, { ...branch, state: action.to }).join('/'))
    } else {
      const from = state === null ? this.#openStates((action as AnywhereAction).except) : [state]
      for (const source of from) this.#connectFromState(source, name, task)
      const to = action.to === PREVIOUS ? this.#statesBefore(from) : [action.to]
      if (to.length === 1) this.#connectToState(task, to[0] as string)
      else this.#choose(task, ['back', ...place, name], '回到原环节', to)
    }
    for (const [id, limit] of Object.entries(this.#procedure.limits)) {
      if (limit.ends.includes(name)) this.#limit(id, limit, [...place, name], task)
    }
  }

  definitions(): BpmnElement {
    const { id, title, basis, limits } = this.#procedure
    const unmet = Object.values(limits).filter(({ ends }) => ends.length === 0)
    const process = this.#moddle.create('bpmn:Process', {
      id: identifier('procedure', id),
      name: title,
      isExecutable: false,
      documentation: this.#documentation([
        `依据：${noticeText(basis)}`,
        ...unmet.map((limit) => this.#limitText(limit)),
      ]),
      flowElements: [...this.#elements, ...this.#flows],
    })
    return this.#moddle.create('bpmn:Definitions', {
      id: identifier('programme', this.#programme.id),
      name: this.#programme.title,
      targetNamespace: `urn:luoshi:programme:${encodeURIComponent(this.#programme.id)}`,
      rootElements: [...this.#resources.values(), process],
    })
  }

  #add(
    type: string,
    key: readonly string[],
    name: string,
    notes: readonly (string | null | undefined)[],
    more: Readonly<Record<string, unknown>> = {},
  ): BpmnElement {
    const element = this.#moddle.create(`bpmn:${type}`, {
      id: identifier(...key),
      name,
      documentation: this.#documentation(notes),
      ...more,
    })
    this.#elements.push(element)
    return element
  }

  #documentation(notes: readonly (string | null | undefined)[]): BpmnElement[] {
    const text = notes.filter((note) => typeof note === 'string').join('\n')
    return text === '' ? [] : [this.#moddle.create('bpmn:Documentation', { text })]
  }

  #task(
    key: readonly string[],
    title: string,
    by: readonly Grant[],
    notes: readonly (string | null)[],
  ): BpmnElement {
    const actors = actorsText(this.#programme, by)
    const owners = [...new Set(by.map(({ role }) => role))].map((role) =>
      this.#moddle.create('bpmn:PotentialOwner', {
        id: identifier('owner', ...key, role),
        resourceRef: this.#resource(role),
      }),
    )
    return this.#add('UserTask', key, `${title}\n${actors}`, [`由${actors}办理`, ...notes], {
      resources: owners,
    })
  }

  #resource(role: string): BpmnElement {
    const known = this.#resources.get(role)
    if (known !== undefined) return known
    const resource = this.#moddle.create('bpmn:Resource', {
      id: identifier('role', role),
      name: this.#programme.roles[role]?.title ?? role,
    })
    this.#resources.set(role, resource)
    return resource
  }

  #gates(gates: readonly string[] = []): string | null {
    return listed('条件', titlesOf(gates, this.#programme.rules))
  }

  /** From a state to a task, after the disclosure of that state where the action waits for its end. */
  #connectFromState(state: string, name: string, task: BpmnElement): void {
    const source = this.#stateElements.get(state)
    if (source === undefined) return
    const disclosure = this.#procedure.states[state]?.disclosure
    if (!disclosure?.after.includes(name)) {
      this.#connect(source, task)
      return
    }
    const title = `${disclosure.title}满${durationText(disclosure.duration)}`
    const timer = this.#add('IntermediateCatchEvent', ['disclosure', state, name], title, [], {
      eventDefinitions: [this.#timer(['disclosure', state, name], durationText(disclosure.duration))],
    })
    this.#connect(source, timer)
    this.#connect(timer, task)
  }

  /** One gateway of its own, from which it leads on to one of several states. */
  #choose(from: BpmnElement, key: readonly string[], title: string, states: readonly string[]): void {
    const choice = this.#add('ExclusiveGateway', key, title, [])
    this.#connect(from, choice)
    for (const state of states) this.#connectToState(choice, state)
  }

  #connectToState(source: BpmnElement, state: string): void {
    const target = this.#stateElements.get(state)
    if (target !== undefined) this.#connect(source, target)
  }

  #connect(sourceRef: BpmnElement, targetRef: BpmnElement): void {
    const id = `flow_${this.#flows.length + 1}`
    const flow = this.#moddle.create('bpmn:SequenceFlow', { id, sourceRef, targetRef })
    sourceRef['outgoing'] = [...(sourceRef['outgoing'] ?? []), flow]
    targetRef['incoming'] = [...(targetRef['incoming'] ?? []), flow]
    this.#flows.push(flow)
  }

  #openStates(except: readonly string[] = []): string[] {
    return Object.entries(this.#procedure.states)
      .filter(([state, { final }]) => final === undefined && !except.includes(state))
      .map(([state]) => state)
  }

  /** The states from which these are entered. */
  #statesBefore(states: readonly string[]): string[] {
    const before = allActions(this.#procedure).flatMap(({ state, branch, action }) => {
      if (branch !== null || !states.includes(action.to)) return []
      return state === null ? this.#openStates((action as AnywhereAction).except) : [state]
    })
    return [...new Set(before)].filter((state) => !states.includes(state))
  }

  #limit(id: string, limit: LimitDefinition, key: readonly string[], attachedToRef: BpmnElement): void {
    const length = lengthText(this.#procedure, limit.legal)
    const timer = this.#add(
      'BoundaryEvent',
      ['limit', id, ...key],
      `${limit.title}${length}`,
      [this.#limitText(limit)],
      {
        attachedToRef,
        cancelActivity: false,
        eventDefinitions: [this.#timer(['limit', id, ...key], length)],
      },
    )
    const missed = missedText(this.#programme, this.#procedure, limit)
    this.#connect(timer, this.#add('EndEvent', ['missed', id, ...key], `逾期：${missed}`, []))
  }

  #limitText(limit: LimitDefinition): string {
    const { title, legal, target } = limit
    const promised =
      target === undefined ? '' : `，承诺${lengthText(this.#procedure, target)}（${basisText(target.basis)}）`
    return `期限“${title}”：${startText(this.#procedure, limit)}，法定${lengthText(this.#procedure, legal)}（${basisText(legal.basis)}）${promised}，逾期${missedText(this.#programme, this.#procedure, limit)}`
  }

  /** The length as it reads: working days and what stops the clock are beyond ISO 8601. */
  #timer(key: readonly string[], length: string): BpmnElement {
    return this.#moddle.create('bpmn:TimerEventDefinition', {
      id: identifier('timer', ...key),
      timeDuration: this.#moddle.create('bpmn:FormalExpression', { body: length }),
    })
  }
}

/** The key of a branch's state, which is one of its own within the state of the case. */
function branchKey(state: string, branch: { readonly name: string; readonly state: string }): string[] {
  return [state, branch.name, branch.state]
}

function listed(what: string, titles: readonly string[] = []): string | null {
  return titles.length === 0 ? null : `${what}：${titles.join('、')}`
}

/** An id that XML takes, a different one for every key. */
function identifier(...key: readonly string[]): string {
  const safe = key.map((part) =>
    part.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`),
  )
  return safe.join('.')
}
