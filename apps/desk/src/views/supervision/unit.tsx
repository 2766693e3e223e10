import type { UnitDutiesView } from '@luoshi/client'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from 'wouter'
import { queryOf } from '../../api/addresses.ts'
import { call } from '../../api/call.ts'
import { useCounty, useSession } from '../../api/session-context.ts'
import { ProblemBox } from '../../parts/problem.tsx'
import { Empty, Waiting } from '../../parts/waiting.tsx'
import { CalendarLink } from './calendar-link.tsx'
import { DutyPages } from './duty-pages.tsx'
import { SheetAndPrint } from './sheet-and-print.tsx'
import '../../styles/list.css'
import '../../styles/supervision.css'

/** All that a unit owes, from every notice; one's own unit where none is named. */
export function UnitDuties() {
  const county = useCounty()
  const { posts } = useSession()
  const unit = new URLSearchParams(useSearch()).get('unit') ?? posts[0]?.unit ?? ''
  const { data: owed, error } = useQuery({
    queryKey: ['supervision', county, 'unit', unit],
    queryFn: () => call<UnitDutiesView>(`/api/v1/${county}/supervision/units/${encodeURIComponent(unit)}`),
  })
  if (error) return <ProblemBox error={error} />
  if (owed === undefined) return <Waiting rows={8} />
  const { red, yellow, green, done, doneInTime } = owed.count
  return (
    <>
      <h2>{owed.unitName}</h2>
      <p>
        超期 <strong>{red}</strong> 项，将到期 <strong>{yellow}</strong> 项，正常 <strong>{green}</strong>{' '}
        项；已办结 <strong>{done}</strong> 项，其中按期 {doneInTime} 项。
      </p>
      <SheetAndPrint sheet={`duties.xlsx${queryOf({ unit })}`}>
        <CalendarLink label="订阅到期日历" unit={unit} />
        <CalendarLink label="订阅我的到期日历" />
      </SheetAndPrint>
      {owed.duties.rows.length === 0 ? (
        <div className="card">
          <Empty>这个机构还没有交办的任务。</Empty>
        </div>
      ) : (
        <DutyPages caption={`${owed.unitName}的任务`} of={{ unit }} first={owed.duties} hasUnit={false} />
      )}
    </>
  )
}
