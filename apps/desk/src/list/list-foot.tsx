import type { ReactNode } from 'react'

interface ListFootProps {
  /** What is listed so far, of how many. */
  readonly children?: ReactNode
  /** The pages of the list, as they are read. */
  readonly pages: {
    readonly hasNextPage: boolean
    readonly isFetching: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** The foot of a list that comes page by page: how far it has come, and the next page. */
export function ListFoot({ children, pages }: ListFootProps) {
  const { hasNextPage, isFetching, fetchNextPage } = pages
  return (
    <div className="list-foot">
      <span className="secondary" role="status">
        {children}
      </span>
      {hasNextPage && (
        <button
          type="button"
          className="button no-print"
          disabled={isFetching}
          onClick={() => void fetchNextPage()}
        >
          {isFetching ? '正在读取' : '接着往下列'}
        </button>
      )}
    </div>
  )
}
