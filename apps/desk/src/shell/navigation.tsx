import type { ProgrammeSummary } from '@luoshi/client'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { screens } from '../addresses.ts'
import { useProgrammes } from '../api/queries.ts'
import { useSession } from '../api/session-context.ts'
import { viewsOf } from '../views/views.ts'
import { NavEntry } from './nav-entry.tsx'
import { usePins } from './pins.ts'
import { placesOf } from './places.ts'

/** Up to so many programmes of one's own stand open. */
const FEW = 3

/** Left of every screen: the places of the desk in their order, what is kept at hand, and my programmes. */
export function Navigation({ isOpen }: { readonly isOpen: boolean }) {
  const { posts } = useSession()
  const { data: programmes = [] } = useProgrammes()
  const { pins } = usePins()
  const mine = new Set(posts.map(({ programme }) => programme))
  return (
    <nav className={isOpen ? 'nav is-open' : 'nav'} aria-label="栏目">
      <ul>
        {placesOf(programmes).map((place) => (
          <NavEntry key={place.label} {...place} />
        ))}
      </ul>
      {pins.length > 0 && (
        <>
          <h2>常用</h2>
          <ul>
            {pins.map(({ href, label }) => (
              <NavEntry key={href} href={href} label={label} />
            ))}
          </ul>
        </>
      )}
      <Own programmes={programmes.filter(({ id }) => mine.has(id))} />
    </nav>
  )
}

/** Programmes in which I hold a post: folded where they are many, the one in which I am always open. */
function Own({ programmes }: { readonly programmes: readonly ProgrammeSummary[] }) {
  const [location] = useLocation()
  const [isUnfolded, setUnfolded] = useState(false)
  if (programmes.length === 0) return null
  const isFew = programmes.length <= FEW
  const here = programmes.find(({ id }) => isWithin(location, screens.programme(id)))
  const shown = isFew || isUnfolded ? programmes : programmes.filter((programme) => programme === here)
  return (
    <>
      <h2>
        {isFew ? (
          '我的制度'
        ) : (
          <button
            type="button"
            className="fold"
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            我的制度 <span className="figures">{programmes.length}</span>
            <span aria-hidden="true">{isUnfolded ? '▾' : '▸'}</span>
          </button>
        )}
      </h2>
      <ul>
        {shown.map((programme) => (
          <Programme key={programme.id} programme={programme} isOpen={isFew || programme === here} />
        ))}
      </ul>
    </>
  )
}

function Programme({
  programme,
  isOpen,
}: {
  readonly programme: ProgrammeSummary
  readonly isOpen: boolean
}) {
  const { id, title, hasIndicators, hasCampaigns, procedures } = programme
  const entry = <NavEntry href={screens.programme(id)} label={title} />
  if (!isOpen) return entry
  return (
    <>
      {entry}
      <li>
        <ul className="inner" aria-label={title}>
          {hasIndicators && <NavEntry href={screens.indicators(id)} label="指标与进度" />}
          {hasCampaigns && <NavEntry href={screens.campaigns(id)} label="整治进展" />}
          {viewsOf(id).map((view) => (
            <NavEntry key={view.id} href={screens.view(id, view.id)} label={view.title} />
          ))}
          {procedures
            .filter(({ canRead }) => canRead)
            .map((procedure) => (
              <NavEntry
                key={procedure.id}
                href={screens.list({ programme: id, procedure: procedure.id })}
                label={procedure.title}
                count={procedure.open}
                hasInner
              />
            ))}
        </ul>
      </li>
    </>
  )
}

function isWithin(location: string, place: string): boolean {
  return location === place || location.startsWith(`${place}/`)
}
