import { type Actor, addDays, dateOf, type Programme } from '@luoshi/kernel'
import { type Acted, act, open } from '@luoshi/store'
import type { Services } from '../services.ts'
import { DEMO_COUNTY } from '../sign-in/session-view.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { type CountyState, readCounty } from '../surroundings/read-county.ts'
import type { DemoStory } from './story.ts'

/** Who acts in a programme of the demo county, by user name; in the place of a colleague in another unit where one is given. */
export type DemoActors = (username: string, programme: string, unit?: string) => Actor

/** What was told, and the sentences of what the rules refused. */
export interface Told {
  readonly acts: number
  readonly refused: readonly string[]
}

/** The earliest of a day's acts is at this hour; each later one some minutes after. */
const MORNING = 8

const MINUTES_OF_MORNING = 4 * 60

/** Has made-up cases happen through the store, as if officers had done it all on its day. What was told is not told again. */
export async function tellStories(
  services: Services,
  stories: readonly DemoStory[],
  actors: DemoActors,
  signal?: AbortSignal,
): Promise<Told> {
  const known = await knownAmong(services, stories)
  if (stories.every(({ id }) => known.has(id))) return { acts: 0, refused: [] }
  const state = await readCounty(services.db, DEMO_COUNTY, services.programmes)
  const refused: string[] = []
  let acts = 0
  for (const [index, story] of stories.entries()) {
    if (signal?.aborted) break
    if (known.has(story.id)) continue
    const programme = services.programmes.find(({ id }) => id === story.programme)
    if (programme === undefined) continue
    const problem = await tell(services, state, programme, story, actors, index)
    if (problem === null) acts += 1 + story.steps.length
    else refused.push(problem)
  }
  return { acts, refused }
}

/** Ids of those that were told before. */
async function knownAmong({ db }: Services, stories: readonly DemoStory[]): Promise<ReadonlySet<string>> {
  if (stories.length === 0) return new Set()
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('county', '=', DEMO_COUNTY)
    .where(
      'id',
      'in',
      stories.map(({ id }) => id),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Tells one story; the sentence of what stopped it, where something did. */
async function tell(
  services: Services,
  state: CountyState,
  programme: Programme,
  story: DemoStory,
  actors: DemoActors,
  index: number,
): Promise<string | null> {
  const { db } = services
  const today = dateOf(services.clock())
  const around = (daysAgo: number, order: number) => ({
    ...surroundingsFor(state, programme.id, services),
    now: momentOf(addDays(today, -daysAgo), ((index * 7) % MINUTES_OF_MORNING) + order * 11),
  })
  const by = actors(story.by, programme.id, story.at)
  const unit = story.unit ?? by.posts[0]?.unit ?? ''
  const opened = await open(
    db,
    programme,
    { county: DEMO_COUNTY, case: story.id, requestKey: null },
    { procedure: story.procedure, unit, owner: null, action: { by, input: story.input } },
    around(story.daysAgo, 0),
  )
  if (opened.kind !== 'done') return `${story.id}：${sentences(opened)}`
  for (const [order, step] of story.steps.entries()) {
    if ('steps' in step) {
      const problem = await tell(services, state, programme, step, actors, index)
      if (problem !== null) return problem
      continue
    }
    const { action: name, input = {}, materials = [], reason } = step
    const action = {
      name,
      by: actors(step.by, programme.id, step.at),
      input,
      materials,
      ...(reason ? { reason } : {}),
    }
    const request = { county: DEMO_COUNTY, case: story.id, expectedVersion: null, requestKey: null }
    const done = await act(db, programme, request, action, around(step.daysAgo, order + 1))
    if (done.kind !== 'done') return `${story.id} ${name}：${sentences(done)}`
  }
  return null
}

function sentences(acted: Exclude<Acted, { kind: 'done' }>): string {
  return acted.kind === 'refused' ? acted.issues.map(({ message }) => message).join('') : acted.issue.message
}

function momentOf(day: string, minutes: number): string {
  const hour = String(MORNING + Math.floor(minutes / 60)).padStart(2, '0')
  return `${day}T${hour}:${String(minutes % 60).padStart(2, '0')}:00+08:00`
}
