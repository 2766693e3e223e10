/** What is to be drawn: its size, and the lane in which it stands. */
export interface LaidNode {
  readonly id: string
  readonly lane: string
  readonly width: number
  readonly height: number
  /** The node on whose lower edge it sits. */
  readonly attachedTo?: string
}

/** A line from one node to another. */
export interface LaidEdge {
  readonly id: string
  readonly from: string
  readonly to: string
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where everything is drawn. */
export interface LaneLayout {
  readonly pool: Box
  readonly lanes: ReadonlyMap<string, Box>
  readonly boxes: ReadonlyMap<string, Box>
  readonly lines: ReadonlyMap<string, readonly Point[]>
}

/** Width of the names of the pool and of its lanes. */
const NAME_WIDTH = 30
const COLUMN_WIDTH = 200
const ROW_HEIGHT = 140
/** Middle of what stands in a column or row, from its left or upper edge; the rest is free for lines. */
const COLUMN_MIDDLE = 110
const ROW_MIDDLE = 62

/**
 * Lays a graph out in horizontal lanes: a column for each step from the start, one below the other what shares lane and
 * column. Lines run only in the strips between columns and above rows, so that none crosses a node.
 *
 * @param lanes in the order in which they are drawn
 */
export function layOutInLanes(
  nodes: readonly LaidNode[],
  edges: readonly LaidEdge[],
  lanes: readonly string[],
  start: string,
): LaneLayout {
  const columns = columnsFrom(start, nodes, edges)
  const standing = nodes.filter(({ attachedTo }) => attachedTo === undefined)
  const rows = rowsOf(standing, columns, lanes)
  const boxes = new Map(
    standing.map((node) => {
      const x = columnLeft(columns.get(node.id) ?? 0) + COLUMN_MIDDLE - node.width / 2
      const y = (rows.of.get(node.id) ?? 0) * ROW_HEIGHT + ROW_MIDDLE - node.height / 2
      return [node.id, { x, y, width: node.width, height: node.height }] as const
    }),
  )
  for (const [id, box] of attachedBoxes(nodes, boxes)) boxes.set(id, box)
  const width = columnLeft(Math.max(...columns.values()) + 1)
  return {
    pool: { x: 0, y: 0, width, height: rows.count * ROW_HEIGHT },
    lanes: new Map(
      rows.lanes.map(({ lane, first, count }) => [
        lane,
        {
          x: NAME_WIDTH,
          y: first * ROW_HEIGHT,
          width: width - NAME_WIDTH,
          height: count * ROW_HEIGHT,
        },
      ]),
    ),
    boxes,
    lines: linesOf(nodes, edges, boxes, columns, rows.of),
  }
}

function columnLeft(column: number): number {
  return 2 * NAME_WIDTH + column * COLUMN_WIDTH
}

/** How many steps each node is from the start; what is attached stands with its host, what nothing leads to after it. */
function columnsFrom(
  start: string,
  nodes: readonly LaidNode[],
  edges: readonly LaidEdge[],
): ReadonlyMap<string, number> {
  const next = Map.groupBy(edges, ({ from }) => from)
  const attached = Map.groupBy(nodes, ({ attachedTo }) => attachedTo)
  const columns = new Map([[start, 0]])
  const waiting = [start]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const column = columns.get(id) ?? 0
    const reach = (to: string, at: number) => {
      if (columns.has(to)) return
      columns.set(to, at)
      waiting.push(to)
    }
    for (const { id: host } of attached.get(id) ?? []) reach(host, column)
    for (const { to } of next.get(id) ?? []) reach(to, column + 1)
  }
  for (const { id } of nodes) if (!columns.has(id)) columns.set(id, 0)
  return columns
}

/** Rows of all lanes, counted through: each lane has as many as its fullest column, and one at least. */
function rowsOf(nodes: readonly LaidNode[], columns: ReadonlyMap<string, number>, order: readonly string[]) {
  const of = new Map<string, number>()
  let first = 0
  const lanes = order.map((lane) => {
    const filled = new Map<number, number>()
    for (const { id } of nodes.filter((node) => node.lane === lane)) {
      const column = columns.get(id) ?? 0
      const row = filled.get(column) ?? 0
      of.set(id, first + row)
      filled.set(column, row + 1)
    }
    const placed = { lane, first, count: Math.max(1, ...filled.values()) }
    first += placed.count
    return placed
  })
  return { of, lanes, count: first }
}

/** Side by side on the lower edges of their hosts. */
function attachedBoxes(nodes: readonly LaidNode[], boxes: ReadonlyMap<string, Box>): [string, Box][] {
  const byHost = Map.groupBy(nodes, ({ attachedTo }) => attachedTo)
  return [...byHost].flatMap(([host, attached]) => {
    const box = host === undefined ? undefined : boxes.get(host)
    if (box === undefined) return []
    return attached.map(({ id, width, height }, index): [string, Box] => [
      id,
      {
        x: box.x + box.width - (index + 1) * (width + 2),
        y: box.y + box.height - height / 2,
        width,
        height,
      },
    ])
  })
}

function linesOf(
  nodes: readonly LaidNode[],
  edges: readonly LaidEdge[],
  boxes: ReadonlyMap<string, Box>,
  columns: ReadonlyMap<string, number>,
  rows: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly Point[]> {
  const hosts = new Map(nodes.map(({ id, attachedTo }) => [id, attachedTo]))
  return new Map(
    edges.flatMap(({ id, from, to }) => {
      const [source, target] = [boxes.get(from), boxes.get(to)]
      if (source === undefined || target === undefined) return []
      const host = hosts.get(from)
      const track = {
        // What leaves one node runs together as long as it can, apart from what leaves another; so does what arrives.
        out: columnLeft((columns.get(from) ?? 0) + 1) - 36 + apart(rows.get(from)),
        in: columnLeft(columns.get(to) ?? 0) + 48 - apart(rows.get(to)),
        // In the free strip above the target's row; from below a host, in the one under it.
        across: (rows.get(to) ?? 0) * ROW_HEIGHT + 3 + ((columns.get(from) ?? 0) % 5) * 3,
        below: host === undefined ? null : ((rows.get(host) ?? 0) + 1) * ROW_HEIGHT - 6,
      }
      const isNext = columns.get(to) === (columns.get(from) ?? 0) + 1
      return [[id, lineBetween(source, target, isNext, track)] as const]
    }),
  )
}

/** Lines of different rows keep a distance in the strips between columns. */
function apart(row = 0): number {
  return (row % 9) * 4
}

interface Track {
  readonly out: number
  readonly in: number
  readonly across: number
  readonly below: number | null
}

/** Out to the right, or down from a lower edge, and into the target from its left. */
function lineBetween(source: Box, target: Box, isNext: boolean, track: Track): readonly Point[] {
  const from = { x: source.x + source.width, y: source.y + source.height / 2 }
  const to = { x: target.x, y: target.y + target.height / 2 }
  if (track.below !== null) {
    const x = source.x + source.width / 2
    const down = { x, y: source.y + source.height }
    return [down, { x, y: track.below }, { x: track.in, y: track.below }, { x: track.in, y: to.y }, to]
  }
  if (isNext && from.y === to.y) return [from, to]
  if (isNext) return [from, { x: track.out, y: from.y }, { x: track.out, y: to.y }, to]
  return [
    from,
    { x: track.out, y: from.y },
    { x: track.out, y: track.across },
    { x: track.in, y: track.across },
    { x: track.in, y: to.y },
    to,
  ]
}
