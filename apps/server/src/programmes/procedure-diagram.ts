import type { Procedure, Programme } from '@luoshi/kernel'
import { type BpmnElement, BpmnModdle } from 'bpmn-moddle'
import { type Box, type LaneLayout, layOutInLanes, type Point } from './lane-layout.ts'
import { type ProcedureModel, procedureModel } from './procedure-model.ts'

/**
 * A procedure in BPMN 2.0 with a diagram, a lane for each role. A state is an exclusive gateway, or an end event where a
 * case rests for good; its branches begin and join at parallel gateways; an action is a user task that leads from one to
 * the next, with its actors as potential owners; a time limit is a timer on every task that meets it; the length of a
 * disclosure is a timer before each action that waits for its end.
 */
export async function procedureDiagram(programme: Programme, procedure: Procedure): Promise<string> {
  const moddle = new BpmnModdle()
  const model = procedureModel(moddle, programme, procedure)
  const { definitions } = model
  definitions['diagrams'] = [drawn(moddle, model)]
  const { xml } = await moddle.toXML(definitions, { format: true })
  return xml
}

/** Width and height of what stands in a diagram, as modellers draw it. */
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  'bpmn:UserTask': [100, 80],
  'bpmn:ExclusiveGateway': [50, 50],
  'bpmn:ParallelGateway': [50, 50],
  'bpmn:StartEvent': [36, 36],
  'bpmn:EndEvent': [36, 36],
  'bpmn:IntermediateCatchEvent': [36, 36],
  'bpmn:BoundaryEvent': [36, 36],
}

const LABEL = { width: 100, height: 28 }

function drawn(moddle: BpmnModdle, model: ProcedureModel): BpmnElement {
  const { definitions, participant, elements, flows, lanes } = model
  const layout = laidOut(model)
  const shapes = [
    shape(moddle, participant, layout.pool, { isHorizontal: true }),
    ...lanes.map(({ element }) =>
      shape(moddle, element, boxOf(layout.lanes, element), { isHorizontal: true }),
    ),
    ...elements.map((element) =>
      shape(moddle, element, boxOf(layout.boxes, element), label(moddle, element, layout)),
    ),
  ]
  const edges = flows.map((flow) => edge(moddle, flow, layout.lines.get(idOf(flow)) ?? []))
  const collaboration = (definitions['rootElements'] as BpmnElement[]).find(
    ({ $type }) => $type === 'bpmn:Collaboration',
  )
  return moddle.create('bpmndi:BPMNDiagram', {
    id: 'diagram',
    plane: moddle.create('bpmndi:BPMNPlane', {
      id: 'plane',
      bpmnElement: collaboration,
      planeElement: [...shapes, ...edges],
    }),
  })
}

function laidOut({ elements, flows, lanes }: ProcedureModel): LaneLayout {
  const laneOf = new Map(lanes.flatMap(({ element, holds }) => holds.map((held) => [held, idOf(element)])))
  const nodes = elements.map((element) => {
    const [width, height] = sizes[element.$type] ?? [100, 80]
    const host = element['attachedToRef'] as BpmnElement | undefined
    return {
      id: idOf(element),
      lane: laneOf.get(element) ?? '',
      width,
      height,
      ...(host === undefined ? {} : { attachedTo: idOf(host) }),
    }
  })
  const edges = flows.map((flow) => ({
    id: idOf(flow),
    from: idOf(flow['sourceRef'] as BpmnElement),
    to: idOf(flow['targetRef'] as BpmnElement),
  }))
  const start = elements.find(({ $type }) => $type === 'bpmn:StartEvent')
  return layOutInLanes(
    nodes,
    edges,
    lanes.map(({ element }) => idOf(element)),
    start === undefined ? '' : idOf(start),
  )
}

/** Names of gateways and events stand below them; those of tasks and lanes within. */
function label(
  moddle: BpmnModdle,
  element: BpmnElement,
  layout: LaneLayout,
): Readonly<Record<string, unknown>> {
  if (element.$type === 'bpmn:UserTask') return {}
  const { x, y, width, height } = boxOf(layout.boxes, element)
  const box = { x: x + width / 2 - LABEL.width / 2, y: y + height + 2, ...LABEL }
  return { label: moddle.create('bpmndi:BPMNLabel', { bounds: moddle.create('dc:Bounds', box) }) }
}

function shape(
  moddle: BpmnModdle,
  bpmnElement: BpmnElement,
  box: Box,
  more: Readonly<Record<string, unknown>>,
): BpmnElement {
  const bounds = moddle.create('dc:Bounds', { ...box })
  return moddle.create('bpmndi:BPMNShape', { id: `${idOf(bpmnElement)}.shape`, bpmnElement, bounds, ...more })
}

function edge(moddle: BpmnModdle, bpmnElement: BpmnElement, points: readonly Point[]): BpmnElement {
  const waypoint = points.map((point) => moddle.create('dc:Point', { ...point }))
  return moddle.create('bpmndi:BPMNEdge', { id: `${idOf(bpmnElement)}.edge`, bpmnElement, waypoint })
}

function boxOf(boxes: ReadonlyMap<string, Box>, element: BpmnElement): Box {
  return boxes.get(idOf(element)) ?? { x: 0, y: 0, width: 0, height: 0 }
}

function idOf({ id }: BpmnElement): string {
  return id ?? ''
}
