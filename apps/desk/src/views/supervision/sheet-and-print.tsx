import type { ReactNode } from 'react'
import { useCounty } from '../../api/session-context.ts'

interface SheetAndPrintProps {
  /** Address of the workbook, below `supervision/`. */
  readonly sheet: string
  readonly children?: ReactNode
}

/** The same as a workbook, and on paper. */
export function SheetAndPrint({ sheet, children }: SheetAndPrintProps) {
  const county = useCounty()
  return (
    <div className="list-foot no-print">
      <a className="button" href={`/api/v1/${county}/supervision/${sheet}`} download>
        导出 XLSX
      </a>
      <button type="button" className="button" onClick={() => window.print()}>
        打印
      </button>
      {children}
    </div>
  )
}
