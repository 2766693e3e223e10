import type { CaseView } from '@luoshi/client'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import type { CaseKey } from '../api/addresses.ts'
import { useCase, useProgrammes } from '../api/queries.ts'
import { PartLevel } from '../parts/part-title.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { Standing } from '../parts/standing.tsx'
import { Waiting } from '../parts/waiting.tsx'
import type { FieldView } from '../schema/field-view.ts'
import { useFields } from '../schema/use-fields.ts'
import { daysSince, momentText } from '../words/dates.ts'
import { foremost } from '../words/standing.ts'
import { Actions } from './actions.tsx'
import { CaseData } from './case-data.tsx'
import { Disclosures } from './disclosures.tsx'
import { History } from './history.tsx'
import { Limits } from './limits.tsx'
import { Papers } from './papers.tsx'
import { Referring } from './referring.tsx'
import { Related } from './related.tsx'
import '../styles/case.css'

interface CaseDetailProps {
  readonly caseKey: CaseKey
  /** Closes the panel in which it stands; absent on a page of its own. */
  readonly close?: () => void
}

/** Any record or case, beside its list or on a page of its own: what it holds, what can be done, what was done. */
export function CaseDetail({ caseKey, close }: CaseDetailProps) {
  const { data: found, error } = useCase(caseKey)
  if (error) {
    return (
      <article className="case">
        <ProblemBox error={error} />
        {close !== undefined && (
          <button type="button" className="button" onClick={close}>
            关闭
          </button>
        )}
      </article>
    )
  }
  if (found === undefined) return <Waiting rows={8} />
  const properties = { caseKey, found }
  return (
    <PartLevel value={close === undefined ? 2 : 3}>
      <article className="case">
        <Head {...properties} close={close} />
        <Actions {...properties} />
        <Limits {...properties} />
        <CaseData {...properties} />
        <Related {...properties} />
        <Referring {...properties} />
        <Papers {...properties} />
        <Disclosures {...properties} />
        <History {...properties} />
      </article>
    </PartLevel>
  )
}

/** What every part of a case's screen gets. */
export interface CaseProps {
  readonly caseKey: CaseKey
  readonly found: CaseView
}

/** Everything that a case of this kind can hold, in the order of its forms. */
export function useCaseFields({ programme, procedure }: CaseKey): readonly FieldView[] {
  const { data: programmes = [] } = useProgrammes()
  const known = programmes.find(({ id }) => id === programme)
  return useFields(known?.procedures.find(({ id }) => id === procedure)?.fields ?? null)
}

function Head({ caseKey, found, close }: CaseProps & { close: (() => void) | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const isPanel = close !== undefined
  useEffect(() => {
    // The panel opened because it was asked for: a reader's place goes there.
    if (isPanel) heading.current?.focus({ preventScroll: true })
  }, [isPanel])
  const limit = foremost(found)
  const Title = close === undefined ? 'h1' : 'h2'
  return (
    <header className="case-head">
      <div className="case-title">
        <Title ref={heading} tabIndex={-1}>
          {found.title}
        </Title>
        {close !== undefined && (
          <span className="no-print unbroken">
            <Link className="button plain" href={screens.case(caseKey)}>
              整页
            </Link>
            <button type="button" className="button plain" onClick={close}>
              关闭
            </button>
          </span>
        )}
      </div>
      <p>
        <span className={found.closed === null ? 'state-mark' : 'state-mark closed'}>{found.stateTitle}</span>{' '}
        {limit !== undefined && <Standing standing={limit.standing} />}
        {found.waitsSince !== null && (
          <span className="secondary small"> 在本环节已{daysSince(found.waitsSince)}天</span>
        )}
      </p>
      <p className="secondary small">
        {found.procedureTitle}，{found.unitName}，{momentText(found.opened)}登记，最近办理
        {momentText(found.latest)}
      </p>
    </header>
  )
}
