import { useEffect, useRef } from 'react'
import { fieldId } from './fields-form.tsx'

interface SummaryProps {
  readonly issues: readonly { readonly message: string; readonly path: readonly (string | number)[] }[]
  readonly prefix: string
  /** How often it was sent: with each time the summary takes the focus. */
  readonly tries: number
}

/** On top of a form that is not ready: what is to be mended, each line a link to its field. */
export function Summary({ issues, prefix, tries }: SummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try leads the reader here, whatever is wrong.
  useEffect(() => box.current?.focus(), [tries])
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={box}>
      <p className="problem-title">还有 {issues.length} 处要改</p>
      <ul>
        {issues.map(({ message, path }) => (
          <li key={`${path.join('/')}${message}`}>
            <a
              href={`#${fieldId(prefix, path[0])}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(fieldId(prefix, path[0]))?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
