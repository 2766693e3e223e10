import type { ReactNode } from 'react'
import { useCounty } from '../../api/session-context.ts'
import { PrintButton } from '../../parts/print-button.tsx'

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
      <PrintButton />
      {children}
    </div>
  )
}
