import type { SourcePreviewView } from '@luoshi/client'

/** What a file gives: what was measured, an outline of the ground, what stands against its lines. */
export function SourcePreview({ view }: { readonly view: SourcePreviewView }) {
  const { records, measures, outlines, problems, problemCount } = view
  return (
    <section className="card import" aria-label="读取结果">
      <dl className="data">
        <div>
          <dt>可登记</dt>
          <dd>{records} 条</dd>
        </div>
        {measures.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Outline outlines={outlines} />
      {problems.length > 0 && (
        <>
          <p>有 {problemCount} 处问题：</p>
          <ul className="import-problems">
            {problems.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const fills = ['var(--line)', 'var(--accent)'] as const

/** Lengths that a scale may have, in metres. */
const SCALES = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const

/** The ground as it lies, north above, with a scale. */
function Outline({ outlines }: Pick<SourcePreviewView, 'outlines'>) {
  const places = outlines.flatMap(({ polygons }) => polygons.flat(2))
  if (places.length === 0) return null
  const [west, east] = rangeOf(places.map(([x]) => x))
  const [south, north] = rangeOf(places.map(([, y]) => y))
  const size = Math.max(east - west, north - south, 1)
  const margin = size * 0.08
  const scale = SCALES.findLast((metres) => metres <= size / 3) ?? SCALES[0]
  const [left, top] = [west - margin, -north - margin]
  const [width, height] = [east - west + 2 * margin, north - south + 3 * margin]
  const foot = top + height - margin
  return (
    <figure className="outline">
      <svg
        viewBox={`${left} ${top} ${width} ${height}`}
        role="img"
        aria-label={outlines.map(({ title }) => title).join('、')}
        style={{ width: '100%', maxHeight: '24rem' }}
      >
        {outlines.map(({ title, polygons }, index) => (
          <path
            key={title}
            d={polygons.map((rings) => rings.map(ringPath).join('')).join('')}
            fill={fills[index % fills.length]}
            fillRule="evenodd"
          >
            <title>{title}</title>
          </path>
        ))}
        <line
          x1={left + margin}
          x2={left + margin + scale}
          y1={foot}
          y2={foot}
          stroke="currentColor"
          strokeWidth={size / 200}
        />
      </svg>
      <figcaption className="small secondary">
        上北下南，左下横线长 {scale} 米。
        {outlines.map(({ title }, index) => `${index === 0 ? '浅色为' : '，深色为'}${title}`).join('')}。
      </figcaption>
    </figure>
  )
}

function ringPath(ring: readonly (readonly [number, number])[]): string {
  return `M${ring.map(([x, y]) => `${x.toFixed(1)} ${(-y).toFixed(1)}`).join('L')}Z`
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}
