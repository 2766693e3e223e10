import type { ComponentType } from 'react'

/** A screen of its own that a programme adds where lists and forms are not enough: a board, a map, a chart. */
export interface ProgrammeView {
  /** ASCII, unique in its programme; the last word of its address. */
  readonly id: string
  readonly title: string
  /** Loads it, when it is opened and not before. */
  readonly load: () => Promise<ComponentType<ViewProps>>
}

/** What every view is told. */
export interface ViewProps {
  readonly programme: string
}

/** The views, by the id of the programme to which they belong. One entry here is all that a new view needs. */
const viewsByProgramme: Readonly<Record<string, readonly ProgrammeView[]>> = {}

/** The views of a programme; none for most. */
export function viewsOf(programme: string): readonly ProgrammeView[] {
  return viewsByProgramme[programme] ?? []
}
