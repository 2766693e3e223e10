import { demoOfficers } from '@luoshi/counties'
import type { Programme } from '@luoshi/kernel'
import { demoPosts } from '../sign-in/demo-officers.ts'
import { DEMO_COUNTY } from '../sign-in/session-view.ts'
import type { DemoActors } from './tell-stories.ts'

/** The officers of the demo county as those who act, by the posts that they hold there. */
export function demoActors(programmes: readonly Programme[]): DemoActors {
  return (username, programme, unit) => {
    const officer = demoOfficers.find((known) => known.username === username)
    if (officer === undefined) throw new Error(`no officer ${username} in the demo county`)
    const posts = demoPosts(programmes, officer)
      .filter(({ role }) => role.startsWith(`${programme}/`))
      .map((post) => ({
        role: post.role.slice(programme.length + 1),
        unit: unit ?? post.unit,
        from: null,
        until: null,
      }))
    return { id: username, county: DEMO_COUNTY, posts }
  }
}
