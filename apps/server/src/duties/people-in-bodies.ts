import type { Instrument, Issue } from '@luoshi/gazette'

/** A role that a person has in a body, and where that stands. */
export interface RoleInBody {
  readonly county: string | null
  readonly document: string
  readonly body: string
  /** 组长, 成员, 办公室主任 */
  readonly role: string
  readonly post: string | null
  readonly lines: readonly [number, number]
}

/**
 * Everyone who is named in a leading group, headquarters or mechanism, with all their roles in all of them, in the order
 * of the issues. One name may be several people: the post tells them apart.
 */
export function peopleInBodies(issues: readonly Issue[]): ReadonlyMap<string, readonly RoleInBody[]> {
  const roles = issues.flatMap(({ county, instruments }) =>
    instruments.flatMap((instrument) => rolesIn(county, instrument)),
  )
  return new Map(
    [...Map.groupBy(roles, ({ person }) => person)].map(([person, own]) => [
      person,
      own.map(({ person: _person, ...role }) => role),
    ]),
  )
}

function rolesIn(
  county: string | null,
  { docNumber, title, bodies }: Instrument,
): (RoleInBody & { readonly person: string })[] {
  const document = docNumber ?? title
  return bodies.flatMap(({ name: body, members }) =>
    members.flatMap(({ person, role, post, lines }) =>
      person === null ? [] : [{ person, county, document, body, role, post, lines }],
    ),
  )
}
