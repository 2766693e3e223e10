import type { TokenScope } from '@luoshi/store'

/**
 * Whether a token's scopes reach a request. Everything is refused that is not the definition of a programme of theirs, or
 * something of a procedure of theirs; what changes something needs a scope that may act.
 *
 * @param path as it was asked for, not decoded: /api/v1/qingyuan/programmes/deep-tillage/procedures/claim/cases
 */
export function isWithinScopes(scopes: readonly TokenScope[], path: string, isSafe: boolean): boolean {
  const [root, api, version, _county, kind, programme, procedures, procedure] = segmentsOf(path)
  if (root !== '' || api !== 'api' || version !== 'v1' || kind !== 'programmes') return false
  const named = scopes.filter((scope) => scope.programme === programme)
  if (procedures === undefined) return isSafe && named.length > 0
  if (procedures !== 'procedures' || procedure === undefined) return false
  return named.some(
    (scope) => (scope.procedure ?? procedure) === procedure && (isSafe || scope.may === 'act'),
  )
}

function segmentsOf(path: string): readonly string[] {
  try {
    return path.split('/').map(decodeURIComponent)
  } catch {
    return []
  }
}
