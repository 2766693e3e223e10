import {
  type ActionDefinition,
  allActions,
  type LimitDefinition,
  OPENING,
  type PlacedAction,
  PREVIOUS,
  type Procedure,
  type Programme,
} from '@luoshi/kernel'
import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'
import { identifier, ModelElements } from './model-elements.ts'
import { type HeldLane, lanesOf } from './procedure-lanes.ts'
import {
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

/** A procedure as a model of BPMN 2.0, and the lane of each of its elements. */
export interface ProcedureModel {
  readonly definitions: BpmnElement
  readonly participant: BpmnElement
  /** Everything but flows, in the order of the procedure. */
  readonly elements: readonly BpmnElement[]
  readonly flows: readonly BpmnElement[]
  /** One lane for each role that acts, in the order in which the programme names them. */
  readonly lanes: readonly HeldLane[]
}

/** The model of a procedure; what its parts stand for is told with `procedureDiagram`. */
export function procedureModel(
  moddle: BpmnModdle,
  programme: Programme,
  procedure: Procedure,
): ProcedureModel {
  const draft = new Draft(moddle, programme, procedure)
  draft.states()
  draft.branches()
  draft.opening()
  for (const placed of allActions(procedure)) draft.action(placed)
  return draft.model()
}

/** Elements of one process while they are put together. */
class Draft {
  readonly #elements: ModelElements
  readonly #programme: Programme
  readonly #procedure: Procedure
  readonly #stateElements = new Map<string, BpmnElement>()

  constructor(moddle: BpmnModdle, programme: Programme, procedure: Procedure) {
    this.#elements = new ModelElements(moddle, programme)
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
      const element = this.#elements.add(
        isLeft ? 'ExclusiveGateway' : 'EndEvent',
        ['state', state],
        title,
        notes,
      )
      this.#stateElements.set(state, element)
      if (isLeft && final !== undefined) {
        this.#elements.connect(element, this.#elements.add('EndEvent', ['end', state], finalWords[final], []))
      }
    }
  }

  /** Between a state and where it leads on: all its branches side by side, from one gateway to another. */
  branches(): void {
    for (const [state, { title, branches = {}, join }] of Object.entries(this.#procedure.states)) {
      const source = this.#stateElements.get(state)
      if (join === undefined || source === undefined) continue
      const fork = this.#elements.add('ParallelGateway', ['fork', state], `${title}：各分支同时办理`, [])
      const meet = this.#elements.add(
        join.waitsFor === 'all' ? 'ParallelGateway' : 'ExclusiveGateway',
        ['join', state],
        joinText(this.#procedure, join),
        [`依据：${basisText(join.basis)}`],
      )
      this.#elements.connect(source, fork)
      for (const [name, branch] of Object.entries(branches)) {
        for (const [inner, { title: innerTitle, ends }] of Object.entries(branch.states)) {
          const notes = [`分支：${branch.title}（${basisText(branch.basis)}）`]
          const key = branchKey(state, { name, state: inner })
          const element = this.#elements.add('ExclusiveGateway', ['state', ...key], innerTitle, notes)
          this.#stateElements.set(key.join('/'), element)
          if (inner === branch.initial) this.#elements.connect(fork, element)
          if (ends !== undefined) this.#elements.connect(element, meet)
        }
      }
      const leadsTo = [...new Set([join.to, join.otherwise ?? join.to])]
      if (leadsTo.length === 1) this.#connectToState(meet, join.to)
      else this.#choose(meet, ['joined', state], '汇总意见', leadsTo)
    }
  }

  opening(): void {
    const { opening, initial } = this.#procedure
    const start = this.#elements.add('StartEvent', [OPENING], '开始', [])
    const task = this.#elements.task(['action', OPENING], opening.title, opening.by, [
      `依据：${basisText(opening.basis)}`,
      this.#gates(opening.gates),
    ])
    this.#elements.connect(start, task)
    this.#connectToState(task, initial)
  }

  action({ state, branch, name, action }: PlacedAction): void {
    const place = state === null ? ['anywhere'] : branch === null ? [state] : branchKey(state, branch)
    const task = this.#elements.task(['action', ...place, name], action.title, action.by, [
      `依据：${basisText(action.basis)}`,
      this.#gates(action.gates),
      listed(
        '材料',
        action.materials?.map(({ title }) => title),
      ),
      listed('文书', titlesOf(action.papers ?? [], this.#programme.papers)),
      action.needsReason ? '应写明理由' : null,
      action.transfer === undefined ? null : transferText(this.#procedure, action.transfer),
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

  model(): ProcedureModel {
    const { id, title, basis, limits } = this.#procedure
    const unmet = Object.values(limits).filter(({ ends }) => ends.length === 0)
    const elements = this.#elements
    const lanes = lanesOf(this.#programme, elements)
    const process = elements.create('Process', {
      id: identifier('procedure', id),
      name: title,
      isExecutable: false,
      documentation: this.#elements.documentation([
        `依据：${noticeText(basis)}`,
        ...unmet.map((limit) => this.#limitText(limit)),
      ]),
      laneSets: [
        elements.create('LaneSet', {
          id: identifier('lanes', id),
          lanes: lanes.map(({ element }) => element),
        }),
      ],
      flowElements: [...elements.nodes, ...elements.flows],
    })
    const participant = elements.create('Participant', {
      id: identifier('participant', id),
      name: title,
      processRef: process,
    })
    const collaboration = elements.create('Collaboration', {
      id: identifier('collaboration', id),
      participants: [participant],
    })
    const definitions = elements.create('Definitions', {
      id: identifier('programme', this.#programme.id),
      name: this.#programme.title,
      targetNamespace: `urn:luoshi:programme:${encodeURIComponent(this.#programme.id)}`,
      rootElements: [...elements.resources.values(), collaboration, process],
    })
    return { definitions, participant, elements: elements.nodes, flows: elements.flows, lanes }
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
      this.#elements.connect(source, task)
      return
    }
    const title = `${disclosure.title}满${durationText(disclosure.duration)}`
    const timer = this.#elements.add('IntermediateCatchEvent', ['disclosure', state, name], title, [], {
      eventDefinitions: [
        this.#elements.timer(['disclosure', state, name], durationText(disclosure.duration)),
      ],
    })
    this.#elements.connect(source, timer)
    this.#elements.connect(timer, task)
  }

  /** One gateway of its own, from which it leads on to one of several states. */
  #choose(from: BpmnElement, key: readonly string[], title: string, states: readonly string[]): void {
    const choice = this.#elements.add('ExclusiveGateway', key, title, [])
    this.#elements.connect(from, choice)
    for (const state of states) this.#connectToState(choice, state)
  }

  #connectToState(source: BpmnElement, state: string): void {
    const target = this.#stateElements.get(state)
    if (target !== undefined) this.#elements.connect(source, target)
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
    const timer = this.#elements.add(
      'BoundaryEvent',
      ['limit', id, ...key],
      `${limit.title}${length}`,
      [this.#limitText(limit)],
      {
        attachedToRef,
        cancelActivity: false,
        eventDefinitions: [this.#elements.timer(['limit', id, ...key], length)],
      },
    )
    const missed = missedText(this.#programme, this.#procedure, limit)
    this.#elements.connect(
      timer,
      this.#elements.add('EndEvent', ['missed', id, ...key], `逾期：${missed}`, []),
    )
  }

  #limitText(limit: LimitDefinition): string {
    const { title, legal, target } = limit
    const promised =
      target === undefined ? '' : `，承诺${lengthText(this.#procedure, target)}（${basisText(target.basis)}）`
    return `期限“${title}”：${startText(this.#procedure, limit)}，法定${lengthText(this.#procedure, legal)}（${basisText(legal.basis)}）${promised}，逾期${missedText(this.#programme, this.#procedure, limit)}`
  }
}

/** The key of a branch's state, which is one of its own within the state of the case. */
function branchKey(state: string, branch: { readonly name: string; readonly state: string }): string[] {
  return [state, branch.name, branch.state]
}

function listed(what: string, titles: readonly string[] = []): string | null {
  return titles.length === 0 ? null : `${what}：${titles.join('、')}`
}
