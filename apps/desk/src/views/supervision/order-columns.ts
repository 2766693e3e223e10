import type { OrdersView } from '@luoshi/client'

/** The counts of a notice, in the order of the way from order to done. */
export const columns: readonly { readonly label: string; readonly of: (order: OrdersView) => number }[] = [
  { label: '要求', of: ({ ordered }) => ordered },
  { label: '已列为任务', of: ({ confirmed }) => confirmed },
  { label: '在办', of: ({ underway }) => underway },
  { label: '办结', of: ({ done }) => done },
  { label: '超期', of: ({ late }) => late },
  { label: '由制度承办', of: ({ carried }) => carried },
  { label: '无人承办', of: ({ nobody }) => nobody },
]
