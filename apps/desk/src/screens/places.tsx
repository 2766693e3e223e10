import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import { screens } from '../addresses.ts'
import { api, type ProcedureKey } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useProgrammes } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import { type Coordinates, mapFrame } from '../map/map-frame.ts'
import { Crumbs, stepsTo } from '../parts/crumbs.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import { fieldsOf } from '../schema/field-view.ts'
import { NotHere } from './not-here.tsx'
import '../styles/list.css'
import '../styles/places.css'

/** A record with a place, as the list gives it out: its columns under their headings. */
interface Place {
  readonly id: string
  readonly geometry: { readonly coordinates: Coordinates }
  readonly properties: Readonly<Record<string, string | null>>
}

const WIDTH = 960
const HEIGHT = 600

/** Heading of the column with the state in which a record stands. */
const STATE = '环节'

/** Where the records of a list lie, north up, each a way to the record: a sketch without a ground, which needs no network. */
export function Places(key: ProcedureKey) {
  const county = useCounty()
  const { data: programmes } = useProgrammes()
  const search = useSearch()
  const programme = programmes?.find(({ id }) => id === key.programme)
  const procedure = programme?.procedures.find(({ id }) => id === key.procedure)
  useTitle('位置图')
  const address = `${api.procedure(county, key)}/export.geojson${search === '' ? '' : `?${search}`}`
  const { data, error } = useQuery({
    queryKey: ['cases', county, key.programme, key.procedure, 'places', search],
    queryFn: () => call<{ readonly features: readonly Place[] }>(address),
  })
  if (programmes === undefined) return <Waiting />
  if (programme === undefined || procedure === undefined) return <NotHere />
  const names = fieldsOf(procedure.subject)
    .filter(({ name }) => procedure.calledBy.includes(name))
    .map(({ label }) => label)
  return (
    <>
      <div className="screen-head">
        <div className="screen-title">
          <Crumbs steps={stepsTo(key, programme, procedure)} />
          <h1>位置图</h1>
        </div>
        <a className="button no-print" href={address} download>
          导出地图数据（GeoJSON）
        </a>
      </div>
      <ProblemBox error={error} />
      {data === undefined ? (
        error === null && <Waiting rows={8} />
      ) : data.features.length === 0 ? (
        <Empty>没有写明位置的记录。</Empty>
      ) : (
        <Sketch
          procedureKey={key}
          places={data.features}
          states={procedure.states.map(({ title }) => title)}
          nameOf={({ id, properties }) => names.map((label) => properties[label] ?? '').join(' ') || id}
        />
      )}
    </>
  )
}

/** Signs by state, so that no colour alone tells them apart. */
const signs = [
  { tone: 'well', d: 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0' },
  { tone: 'late', d: 'M-7 -7h14v14h-14z' },
  { tone: 'soon', d: 'M0 -8l8 14h-16z' },
  { tone: 'plain', d: 'M0 -9l9 9l-9 9l-9 -9z' },
] as const

type Sign = (typeof signs)[number]

interface SketchProps {
  readonly procedureKey: ProcedureKey
  readonly places: readonly Place[]
  /** Titles of the states, in their order. */
  readonly states: readonly string[]
  readonly nameOf: (place: Place) => string
}

function Sketch({ procedureKey, places, states, nameOf }: SketchProps) {
  const { spots, bar } = mapFrame(
    places.map(({ geometry }) => geometry.coordinates),
    WIDTH,
    HEIGHT,
  )
  const stateOf = ({ properties }: Place) => properties[STATE] ?? ''
  const signOf = (state: string): Sign => signs[Math.max(0, states.indexOf(state)) % signs.length] ?? signs[0]
  const shown = states.filter((state) => places.some((place) => stateOf(place) === state))
  return (
    <div className="card places">
      <ul className="places-legend">
        {shown.map((state) => (
          <li key={state}>
            <svg viewBox="-10 -10 20 20" aria-hidden="true">
              <path className={`place-sign ${signOf(state).tone}`} d={signOf(state).d} />
            </svg>
            {state} {places.filter((place) => stateOf(place) === state).length}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="places-map">
        <title>位置图，上北下南</title>
        {places.map((place, index) => {
          const { x, y } = spots[index] ?? { x: 0, y: 0 }
          const { tone, d } = signOf(stateOf(place))
          const label = `${nameOf(place)}，${stateOf(place)}`
          return (
            <Link
              key={place.id}
              href={screens.case({ ...procedureKey, id: place.id })}
              aria-label={label}
              className="place-link"
            >
              <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
                <title>{label}</title>
                <path className={`place-sign ${tone}`} d={d} />
                <text x="12" y="4">
                  {nameOf(place)}
                </text>
              </g>
            </Link>
          )
        })}
        <g transform={`translate(24 ${HEIGHT - 24})`} className="places-bar">
          <path d={`M0 -6v6h${bar.pixels.toFixed(1)}v-6`} />
          <text x={bar.pixels / 2} y="-8">
            {bar.kilometres < 1 ? `${bar.kilometres * 1000}米` : `${bar.kilometres}公里`}
          </text>
        </g>
      </svg>
      <p className="small secondary">
        上北下南，按经纬度画出，没有底图。导出的地图数据可在地理信息系统中使用。共 {places.length} 处。
      </p>
    </div>
  )
}
