import jsts from '@turf/jsts'

/** A place on a plane, in metres: eastwards, northwards. */
export type Place = readonly [number, number]

/** An outline and the holes in it. */
export type Polygon = readonly (readonly Place[])[]

const { BufferOp, GeoJSONReader, GeoJSONWriter } = jsts
const reader = new GeoJSONReader()
const writer = new GeoJSONWriter()

/** JSTS's number for lines that end flat, where they end. */
const FLAT = 2

/** Corners are cut straight: what the machine swings over while it turns is not tilled. */
const CUT_CORNERS = 0

/** A longer line is swept piece by piece: crossings are looked for within a piece only. */
const PIECE = 16

/** How many neighbouring shapes are put together at a time. */
const FAN = 4

/**
 * The ground that an implement of that width sweeps along lines. Where it passes again, nothing is counted again.
 *
 * Pieces of lines are widened each for itself and put together in a tree over neighbours, so that the time grows with the
 * number of places and not with its square, also where one strip is driven a hundred times. Lines are put in an order of
 * their own first: the order in which they were driven plays no part, not even in the last digit.
 */
export function sweptShape(lines: readonly (readonly Place[])[], width: number): readonly Polygon[] {
  const pieces = distinct(lines.map((line) => inOneDirection(line)).flatMap(piecesOf))
  let shapes = pieces
    .map((piece) => ({ shape: widened(piece, width), key: keyOf(piece, width) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ shape }) => shape)
  while (shapes.length > 1) {
    const joined: Polygon[][] = []
    for (let first = 0; first < shapes.length; first += FAN) {
      joined.push(united(shapes.slice(first, first + FAN)))
    }
    shapes = joined
  }
  return shapes[0] ?? []
}

function widened(piece: readonly Place[], width: number): Polygon[] {
  const line = reader.read({ type: 'LineString', coordinates: piece })
  return polygonsOf(BufferOp.bufferOp(line, width / 2, CUT_CORNERS, FLAT))
}

function united(shapes: readonly Polygon[][]): Polygon[] {
  const [only, other] = shapes
  if (only !== undefined && other === undefined) return only
  const all = reader.read({ type: 'MultiPolygon', coordinates: shapes.flat() })
  return polygonsOf(BufferOp.bufferOp(all, 0))
}

function polygonsOf(geometry: Parameters<typeof writer.write>[0]): Polygon[] {
  const written = writer.write(geometry)
  if (written.type === 'Polygon') return written.coordinates.length === 0 ? [] : [written.coordinates]
  return written.type === 'MultiPolygon' ? [...written.coordinates] : []
}

/** Pieces share a stretch with the next, so that the corner between them is swept too. */
function piecesOf(line: readonly Place[]): (readonly Place[])[] {
  const pieces: (readonly Place[])[] = []
  for (let first = 0; first < line.length - 1; first += PIECE)
    pieces.push(line.slice(first, first + PIECE + 2))
  return pieces
}

/** A strip driven back is the strip driven there. */
function inOneDirection(line: readonly Place[]): readonly Place[] {
  const [first, last] = [line[0], line.at(-1)]
  if (first === undefined || last === undefined) return line
  return first[0] < last[0] || (first[0] === last[0] && first[1] <= last[1]) ? line : [...line].reverse()
}

function distinct(pieces: readonly (readonly Place[])[]): (readonly Place[])[] {
  return [...new Map(pieces.map((piece) => [piece.join(' '), piece])).values()]
}

/** Neighbours in the plane are neighbours in this order: the bits of both coordinates take turns (Morton). */
function keyOf(piece: readonly Place[], width: number): string {
  const [east, north] = piece[Math.floor(piece.length / 2)] ?? [0, 0]
  const bitsOf = (metres: number) => (Math.round(metres / width) + 2 ** 23).toString(2).padStart(24, '0')
  const [eastBits, northBits] = [bitsOf(east), bitsOf(north)]
  const key = [...eastBits].map((bit, place) => bit + northBits[place]).join('')
  return `${key} ${piece.join(' ')}`
}

/** Square metres of a ground. */
export function areaOf(polygons: readonly Polygon[]): number {
  const rings = polygons.flatMap(([outer, ...holes]) => [
    ...(outer === undefined ? [] : [ringArea(outer)]),
    ...holes.map((hole) => -ringArea(hole)),
  ])
  return rings.reduce((sum, area) => sum + area, 0)
}

function ringArea(ring: readonly Place[]): number {
  let doubled = 0
  let before = ring.at(-1)
  for (const place of ring) {
    if (before !== undefined) doubled += before[0] * place[1] - place[0] * before[1]
    before = place
  }
  return Math.abs(doubled) / 2
}
