import { useSearch } from 'wouter'
import { queryOf } from '../../api/addresses.ts'
import { DutyPages } from './duty-pages.tsx'
import { lightWords } from './duty-words.tsx'
import { SheetAndPrint } from './sheet-and-print.tsx'
import '../../styles/list.css'
import '../../styles/supervision.css'

/** Duties that stand alike: late ones, those nearly due, those done; of one unit or notice where the address names it. */
export function DutyList() {
  const asked = new URLSearchParams(useSearch())
  const of = Object.fromEntries(
    ['light', 'stage', 'unit', 'document'].flatMap((name) => {
      const value = asked.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  const light = Object.entries(lightWords).find(([id]) => id === of['light'])?.[1]
  const what = light?.word ?? (of['stage'] === 'done' ? '已办结' : '全部')
  return (
    <>
      <h2>{what}的任务，先到期的在前</h2>
      <SheetAndPrint sheet={`duties.xlsx${queryOf(of)}`} />
      <DutyPages key={JSON.stringify(of)} caption={`${what}的任务`} of={of} />
    </>
  )
}
