import { choice, count, fields, listOf, longText } from '@luoshi/kernel'
import { done, households } from './households.ts'
import { methods } from './methods.ts'

const ledger = (label: string) =>
  listOf(label, fields({ method: choice('改造方式', methods), households: count('户数', '户') }))

/** The ledger by how far each entry has come. */
export const kept = {
  all: ledger('改造台账'),
  installedOnes: ledger('已安装'),
  acceptedOnes: ledger('已验收'),
}

type Entries = readonly { readonly method: string; readonly households: number }[]

const sumIn = (entries: Entries, chosen: string) =>
  entries.filter(({ method }) => method === chosen).reduce((sum, one) => sum + one.households, 0)

/** How far one method has come, from the ledger: nobody writes its figures. */
export function progressText(
  chosen: 'electric' | 'gas',
  { all, installedOnes, acceptedOnes }: Readonly<Record<keyof typeof kept, Entries>>,
): string {
  return `${methods[chosen]}登记${sumIn(all, chosen)}户，已安装${sumIn(installedOnes, chosen)}户，已验收${sumIn(acceptedOnes, chosen)}户`
}

const lookupOf = (title: string, states: readonly string[]) => ({
  title,
  register: households.id,
  where: {},
  states,
  gives: { kind: 'records' as const, fields: ['method', 'households'] },
})

export const keptLookups = {
  all: lookupOf('改造台账', ['surveyed', 'listed', 'supplied', 'installed', ...done]),
  installedOnes: lookupOf('已安装', ['installed', ...done]),
  acceptedOnes: lookupOf('已验收', done),
}

/** How far the works are, as drawn from the ledger. */
export const drawn = longText('工程进展情况')
