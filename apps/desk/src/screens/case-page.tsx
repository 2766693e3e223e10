import { screens } from '../addresses.ts'
import type { CaseKey } from '../api/addresses.ts'
import { useCase, useProgrammes } from '../api/queries.ts'
import { CaseDetail } from '../case/case-detail.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { useTitle } from '../parts/use-title.ts'

/** A record or case on a page of its own. */
export function CasePage({ programme, procedure, id: encoded }: CaseKey) {
  const key = { programme, procedure, id: decodeURIComponent(encoded) }
  const { data: found } = useCase(key)
  const { data: programmes = [] } = useProgrammes()
  const known = programmes.find(({ id }) => id === programme)
  useTitle(found?.title ?? '办件')
  return (
    <>
      <Crumbs
        steps={[
          { href: screens.programme(programme), label: known?.title ?? '制度' },
          { href: screens.list(key), label: found?.procedureTitle ?? '办件' },
        ]}
      />
      <div className="card">
        <CaseDetail key={key.id} caseKey={key} />
      </div>
    </>
  )
}
