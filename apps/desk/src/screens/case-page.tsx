import { screens } from '../addresses.ts'
import type { CaseKey } from '../api/addresses.ts'
import { useCase, useProgrammes } from '../api/queries.ts'
import { CaseDetail } from '../case/case-detail.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { isLetterId } from '../outbox/stand-in.ts'
import { Crumbs } from '../parts/crumbs.tsx'
import { useTitle } from '../parts/use-title.ts'

/** A record or case on a page of its own, also one that is on this device only. */
export function CasePage({ id, ...key }: CaseKey) {
  const whole = { ...key, id: decodeURIComponent(id) }
  return isLetterId(whole.id) ? <WaitingCase {...whole} /> : <StoredCase {...whole} />
}

function StoredCase(key: CaseKey) {
  const { programme } = key
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
