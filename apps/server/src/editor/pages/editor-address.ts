import type { IssueHead } from '@luoshi/store'

/** Address of a version on the editor's desk. */
export function editorAddress({ key, version }: Pick<IssueHead, 'key' | 'version'>): string {
  return `/editor/issues/${encodeURIComponent(key)}/${version}`
}
