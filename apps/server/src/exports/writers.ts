import type { Issue } from '@luoshi/gazette'
import { aknDocument } from './akn.ts'
import { markdownText } from './markdown.ts'
import { summaryText } from './summary.ts'

/** The forms in which issues can be taken along. */
export const exportFormats = ['json', 'summary', 'markdown', 'akn'] as const

export type ExportFormat = (typeof exportFormats)[number]

/** How issues are written one after the other. */
export interface Writer {
  readonly head: string
  readonly between: string
  readonly foot: string
  readonly write: (issue: Issue) => string | Promise<string>
  readonly mediaType: string
  readonly extension: string
}

const writers = {
  json: {
    head: '{"issues":[\n',
    between: ',\n',
    foot: '\n]}\n',
    write: (issue) => JSON.stringify(issue),
    mediaType: 'application/json; charset=utf-8',
    extension: 'json',
  },
  summary: {
    head: '',
    between: '\n',
    foot: '',
    write: summaryText,
    mediaType: 'text/plain; charset=utf-8',
    extension: 'txt',
  },
  markdown: {
    head: '',
    between: '\n---\n\n',
    foot: '',
    write: markdownText,
    mediaType: 'text/markdown; charset=utf-8',
    extension: 'md',
  },
  akn: {
    head: '',
    between: '\n',
    foot: '',
    write: aknDocument,
    mediaType: 'application/akn+xml; charset=utf-8',
    extension: 'akn.xml',
  },
} satisfies Record<ExportFormat, Writer>

/** The writer of a format. */
export function writerOf(format: ExportFormat): Writer {
  return writers[format]
}

/** One issue as a whole file of the format. */
export async function exportIssue(issue: Issue, format: ExportFormat): Promise<string> {
  const writer = writerOf(format)
  return writer.head + (await writer.write(issue)) + writer.foot
}
