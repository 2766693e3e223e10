import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { allActions, type Procedure, type Programme } from '@luoshi/kernel'
import { programmes } from '@luoshi/programmes'
import { type BpmnElement, BpmnModdle } from 'bpmn-moddle'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { mending } from '../../../../packages/kernel/src/fixtures/well-mending.ts'
import { permit, wellPermits } from '../../../../packages/kernel/src/fixtures/well-permit.ts'
import { procedureDiagram } from './procedure-diagram.ts'
import { actorsText, durationText } from './words.ts'

interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A diagram as a modeller reads it back. */
async function readBack(programme: Programme, procedure: Procedure) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(
    await procedureDiagram(programme, procedure),
  )
  const process = (rootElement['rootElements'] as BpmnElement[]).find(
    ({ $type }) => $type === 'bpmn:Process',
  ) as BpmnElement
  const elements = process['flowElements'] as BpmnElement[]
  const plane = rootElement['diagrams'][0]['plane']['planeElement'] as BpmnElement[]
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow')
  return { rootElement, warnings, process, elements, plane, flows }
}

const { resolve } = createRequire(import.meta.url)
const [schema, ...parts] = ['BPMN20', 'Semantic', 'BPMNDI', 'DI', 'DC'].map((name) => ({
  fileName: `${name}.xsd`,
  contents: readFileSync(resolve(`bpmn-moddle/resources/bpmn/xsd/${name}.xsd`), 'utf8'),
}))

const documentationOf = (element: BpmnElement): string => element['documentation']?.[0]?.text ?? ''
const idsOf = (elements: readonly BpmnElement[], type: string) =>
  elements.filter(({ $type }) => $type === `bpmn:${type}`).map(({ id }) => id)

const all = [wellPermits, ...programmes].flatMap((programme) =>
  programme.procedures.map((procedure) => [procedure.title, programme, procedure] as const),
)

describe.each(all)('the diagram of %s', (_title, programme, procedure) => {
  it('is read back without a warning, every element drawn within the canvas', async () => {
    const { warnings, elements, plane } = await readBack(programme, procedure)
    expect(warnings).toEqual([])
    const shapes = new Map(plane.map((shape) => [(shape['bpmnElement'] as BpmnElement).id, shape]))
    for (const element of elements) {
      const shape = shapes.get(element.id)
      if (shape === undefined) throw new Error(`${element.id} is not drawn`)
      if (element.$type === 'bpmn:SequenceFlow') {
        expect((shape['waypoint'] as unknown[]).length, element.id).toBeGreaterThan(1)
        continue
      }
      const { x, y, width, height } = shape['bounds'] as Bounds
      expect(Math.min(x, y), element.id).toBeGreaterThanOrEqual(0)
      expect(Math.min(width, height), element.id).toBeGreaterThan(0)
    }
  })

  it('is valid by the schema of the standard', async () => {
    const contents = await procedureDiagram(programme, procedure)
    const { errors } = await validateXML({
      xml: { fileName: 'procedure.bpmn', contents },
      schema: schema as NonNullable<typeof schema>,
      preload: parts,
    })
    expect(errors.map(({ message }) => message)).toEqual([])
  })

  it('draws no two things over each other', async () => {
    const { plane } = await readBack(programme, procedure)
    const boxes = plane
      .filter(
        ({ $type, bpmnElement }) =>
          $type === 'bpmndi:BPMNShape' &&
          !['bpmn:BoundaryEvent', 'bpmn:Lane', 'bpmn:Participant'].includes(bpmnElement.$type),
      )
      .map(({ bounds }) => bounds as Bounds)
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const isApart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(isApart, JSON.stringify([a, b])).toBe(true)
      }
    }
  })

  it('has a lane for each role that acts first, every element in one of them and drawn within it', async () => {
    const { process, elements, plane } = await readBack(programme, procedure)
    const lanes = process['laneSets'][0]['lanes'] as BpmnElement[]
    const acting = [procedure.opening.by, ...allActions(procedure).map(({ action }) => action.by)]
    const roles = acting.flatMap(([first]) => (first === undefined ? [] : programme.roles[first.role]?.title))
    expect(new Set(lanes.map(({ name }) => name))).toEqual(new Set(roles))
    const bounds = new Map(plane.map((shape) => [shape['bpmnElement'], shape['bounds'] as Bounds]))
    const held = lanes.flatMap((lane) =>
      (lane['flowNodeRef'] as BpmnElement[]).map((element) => {
        const [inner, outer] = [bounds.get(element), bounds.get(lane)] as [Bounds, Bounds]
        const isInside = outer.y <= inner.y && inner.y + inner.height <= outer.y + outer.height
        expect(isInside, element.id).toBe(true)
        return element
      }),
    )
    expect(new Set(held)).toEqual(new Set(elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow')))
    expect(held).toHaveLength(new Set(held).size)
  })

  it('leads no line through anything but where it begins and ends', async () => {
    const { plane } = await readBack(programme, procedure)
    const boxes = plane.filter(
      ({ $type, bpmnElement }) =>
        $type === 'bpmndi:BPMNShape' && !['bpmn:Lane', 'bpmn:Participant'].includes(bpmnElement.$type),
    )
    for (const { $type, bpmnElement, waypoint } of plane) {
      if ($type !== 'bpmndi:BPMNEdge') continue
      const ends = [bpmnElement.sourceRef, bpmnElement.targetRef, bpmnElement.sourceRef.attachedToRef]
      const points = waypoint as { x: number; y: number }[]
      for (const { bpmnElement: other, bounds } of boxes) {
        if (ends.includes(other) || ends.includes(other.attachedToRef)) continue
        const box = bounds as Bounds
        for (const [index, b] of points.slice(1).entries()) {
          const a = points[index] as { x: number; y: number }
          const isApart =
            Math.max(a.x, b.x) < box.x ||
            Math.min(a.x, b.x) > box.x + box.width ||
            Math.max(a.y, b.y) < box.y ||
            Math.min(a.y, b.y) > box.y + box.height
          expect(isApart, `${bpmnElement.id} ${other.id}`).toBe(true)
        }
      }
    }
  })

  it('has every state, and every end', async () => {
    const { elements } = await readBack(programme, procedure)
    const named = new Map(elements.map((element) => [element['name'], element.$type]))
    for (const { title, final, on } of Object.values(procedure.states)) {
      const isEnd = final !== undefined && Object.keys(on).length === 0
      expect(named.get(title), title).toBe(isEnd ? 'bpmn:EndEvent' : 'bpmn:ExclusiveGateway')
    }
  })

  it('has every action with its actors, from its state to the next', async () => {
    const { elements, flows } = await readBack(programme, procedure)
    const tasks = elements.filter(({ $type }) => $type === 'bpmn:UserTask')
    expect(tasks).toHaveLength(allActions(procedure).length + 1)
    for (const { title, by } of allActions(procedure).map(({ action }) => action)) {
      const actors = actorsText(programme, by)
      const task = tasks.find(({ name }) => name === `${title}\n${actors}`) as BpmnElement
      expect(documentationOf(task)).toContain(`由${actors}办理`)
      const owners = task['resources'].map(({ resourceRef }: BpmnElement) => resourceRef.name)
      expect(owners).toEqual([...new Set(by.map(({ role }) => programme.roles[role]?.title))])
      expect(flows.some(({ sourceRef }) => sourceRef === task)).toBe(true)
      expect(flows.some(({ targetRef }) => targetRef === task)).toBe(true)
    }
  })

  it('lets every way lead where the procedure leads', async () => {
    const { flows } = await readBack(programme, procedure)
    const next = Map.groupBy(flows, ({ sourceRef }) => sourceRef.id as string)
    for (const { state, branch, action } of allActions(procedure)) {
      if (state === null || action.to === 'previous') continue
      const place = (inner: string) =>
        branch === null ? `state.${inner}` : `state.${state}.${branch.name}.${inner}`
      const from = (next.get(place(branch?.state ?? state)) ?? []).map(
        ({ targetRef }) => targetRef as BpmnElement,
      )
      const tasks = from.flatMap((element) =>
        element.$type === 'bpmn:IntermediateCatchEvent'
          ? (next.get(element.id ?? '') ?? []).map(({ targetRef }) => targetRef as BpmnElement)
          : [element],
      )
      const task = tasks.find(({ name }) => String(name).startsWith(`${action.title}\n`))
      expect(next.get(task?.id ?? '')?.map(({ targetRef }) => targetRef.id)).toEqual([place(action.to)])
    }
  })
})

describe('what takes time', () => {
  it('is a timer on each action that meets a limit, with what follows when it is missed', async () => {
    const { elements, flows } = await readBack(wellPermits, permit)
    const timers = elements.filter(({ $type }) => $type === 'bpmn:BoundaryEvent')
    expect(timers.map(({ attachedToRef }) => attachedToRef.id)).toEqual([
      'action.submitted.accept',
      'action.publicised.grant',
    ])
    const [accept, decide] = timers as [BpmnElement, BpmnElement]
    expect(accept['eventDefinitions'][0].timeDuration.body).toBe('24小时')
    expect(decide['cancelActivity']).toBe(false)
    expect(documentationOf(decide)).toContain('法定20个工作日（《行政许可法》第四十二条），承诺10个工作日')
    const missed = flows.find(({ sourceRef }) => sourceRef === decide)
    expect(missed?.['targetRef'].name).toBe('逾期：报告负责人')
  })

  it('is told in words where a limit has no action that meets it', async () => {
    const { process } = await readBack(wellPermits, permit)
    expect(documentationOf(process)).toContain('期限“送达期限”：未定：送达从何日起算未写明，法定10日')
  })

  it('is a timer between a disclosure and each action that waits for its end', async () => {
    for (const [, programme, procedure] of all) {
      const { elements } = await readBack(programme, procedure)
      const waiting = Object.values(procedure.states).flatMap(({ disclosure }) =>
        (disclosure?.after ?? []).map(
          () => `${disclosure?.title}满${durationText(disclosure?.duration as never)}`,
        ),
      )
      const timers = elements.filter(({ $type }) => $type === 'bpmn:IntermediateCatchEvent')
      expect(timers.map(({ name }) => name)).toEqual(waiting)
    }
  })
})

describe('branches', () => {
  it('begin at one parallel gateway and meet at another, which leads on', async () => {
    const { elements, flows } = await readBack(wellPermits, mending)
    expect(idsOf(elements, 'ParallelGateway')).toEqual(['fork.reviewed', 'join.reviewed'])
    const next = Map.groupBy(flows, ({ sourceRef }) => sourceRef.id as string)
    const after = (id: string) => (next.get(id) ?? []).map(({ targetRef }) => targetRef.id)
    expect(after('fork.reviewed')).toEqual(['state.reviewed.water.visited', 'state.reviewed.police.asked'])
    expect(after('state.reviewed.water.refused')).toEqual(['join.reviewed'])
    expect(after('joined.reviewed')).toEqual(['state.mended', 'state.assigned'])
  })
})

describe('what is unusual', () => {
  it('leads back to every state from which a state is entered', async () => {
    const { flows } = await readBack(wellPermits, permit)
    const back = flows.filter(({ sourceRef }) => sourceRef.id === 'back.suspended.resume')
    expect(back.map(({ targetRef }) => targetRef.id)).toEqual([
      'state.submitted',
      'state.examined',
      'state.corrected',
      'state.publicised',
    ])
  })

  it('ends a case beside the way by which it can be opened again', async () => {
    const { elements } = await readBack(wellPermits, permit)
    expect(idsOf(elements, 'EndEvent')).toContain('end.granted')
    expect(idsOf(elements, 'ExclusiveGateway')).toContain('state.granted')
  })

  it('takes titles and ids with markup in them', async () => {
    const hostile = '<script>alert("1")</script>&]]>'
    const states = { '<a "b">&': { title: hostile, final: 'completed' as const, on: {} } }
    const procedure = { ...permit, title: hostile, initial: '<a "b">&', states, anywhere: {}, limits: {} }
    const { elements, process, warnings } = await readBack(wellPermits, procedure)
    expect(warnings).toEqual([])
    expect(process['name']).toBe(hostile)
    expect(elements.filter(({ $type }) => $type === 'bpmn:EndEvent')).toHaveLength(1)
  })
})
