import { PartTitle } from '../parts/part-title.tsx'
import { momentText } from '../words/dates.ts'
import type { CaseProps } from './case-detail.tsx'

/** How the forms of a paper are called. */
const formatNames: Readonly<Record<string, string>> = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' }

/** The documents that were produced, to be taken along. */
export function Papers({ found }: Pick<CaseProps, 'found'>) {
  if (found.papers.length === 0) return null
  return (
    <section className="case-part">
      <PartTitle>文书</PartTitle>
      <ul className="papers">
        {found.papers.map(({ paper, title, sequence, at, downloads }) => (
          <li key={`${sequence}/${paper}`}>
            <span>
              {title} <span className="secondary small">{momentText(at)}</span>
            </span>
            <span className="no-print">
              {Object.entries(downloads).map(([format, href]) => (
                <a key={format} className="button plain" href={href} download>
                  {formatNames[format] ?? format}
                  <span className="visually-hidden">版{title}</span>
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
