import { api } from '../api/addresses.ts'
import { useCounty } from '../api/session-context.ts'
import { PartTitle } from '../parts/part-title.tsx'
import { momentText } from '../words/dates.ts'
import type { CaseProps } from './case-detail.tsx'

/** How the forms of a paper are called. */
const formatNames: Readonly<Record<string, string>> = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' }

/** The documents that were produced, to be taken along one by one or as a whole file. */
export function Papers({ caseKey, found }: CaseProps) {
  const county = useCounty()
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
        <li className="no-print">
          <span>整个卷宗</span>
          <span>
            <a className="button plain" href={`${api.case(county, caseKey)}/dossier.pdf`} download>
              一个PDF<span className="visually-hidden">：整个卷宗</span>
            </a>
            <a className="button plain" href={`${api.case(county, caseKey)}/dossier.zip`} download>
              签名归档<span className="visually-hidden">：整个卷宗</span>
            </a>
          </span>
        </li>
      </ul>
    </section>
  )
}
