import { PartTitle } from '../parts/part-title.tsx'
import { dayText } from '../words/dates.ts'
import { valueWithUnit } from '../words/field-text.ts'
import { type CaseProps, useCaseFields } from './case-detail.tsx'

/** What of the case is shown in public: where, until when, and exactly what. */
export function Disclosures({ caseKey, found }: CaseProps) {
  const fields = useCaseFields(caseKey)
  if (found.disclosures.length === 0) return null
  return (
    <section className="case-part">
      <PartTitle>公示</PartTitle>
      {found.disclosures.map(({ title, places, record, from, until, isOver }) => (
        <details key={`${title}${from}`}>
          <summary>
            {title}（{isOver ? '已结束' : '公示中'}）
            <span className="secondary small">
              {dayText(from)}起{until.due !== null && `，至${dayText(until.due)}止`}，{places.join('、')}
            </span>
          </summary>
          <p className="small secondary">{until.explanation}</p>
          <dl className="data">
            {fields
              .filter(({ name }) => Object.hasOwn(record, name))
              .map((field) => (
                <div key={field.name}>
                  <dt>{field.label}</dt>
                  <dd>{valueWithUnit(field, record[field.name])}</dd>
                </div>
              ))}
          </dl>
        </details>
      ))}
    </section>
  )
}
