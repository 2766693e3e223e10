import { fieldId } from './fields-form.tsx'

interface SummaryProps {
  readonly issues: readonly { readonly message: string; readonly path: readonly (string | number)[] }[]
  readonly prefix: string
}

/** On top of a form that is not ready: what is to be mended, each line a link to its field. */
export function Summary({ issues, prefix }: SummaryProps) {
  return (
    <div className="problem" role="alert">
      <h3>还有 {issues.length} 处要改</h3>
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
