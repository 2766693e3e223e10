import { counties } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import { programmes } from '@luoshi/programmes'
import { requireRealGazettes } from '@luoshi/testing'
import { expect, it } from 'vitest'
import { checkCitesAgainst } from './check-cites.ts'

const gazettes = requireRealGazettes().map(({ path, text }) => ({
  issue: read(text, { file: path, counties }),
  text,
}))

it.each(programmes.map((programme) => [programme.id, programme] as const))(
  'every line that %s cites stands in its notice',
  (_id, programme) => {
    const { checked, problems } = checkCitesAgainst(programme, gazettes)
    expect(problems).toEqual([])
    expect(checked).toBeGreaterThan(0)
  },
)
