/** The shape of what comes, while it is on its way. */
export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  return (
    <div className="waiting" role="status" aria-label="正在读取">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have no other name.
        <span key={row} />
      ))}
    </div>
  )
}

/** What belongs here, where there is nothing yet, and the first step. */
export function Empty({ children }: { readonly children: React.ReactNode }) {
  return <div className="empty">{children}</div>
}
