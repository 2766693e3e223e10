/** A clause as it is shown beside what rests on it. */
export interface CiteView {
  /** 五政办发〔2022〕29号第1857行 */
  readonly text: string
  /** Page that shows the lines; null where that gazette is not loaded, or for an article of a law. */
  readonly href: string | null
}

/** One thing that stands against what was asked. */
export interface IssueView {
  readonly code: string
  /** A whole sentence in Chinese: what was found and what would pass. */
  readonly message: string
  /** The field that it is about, from the outside inwards; empty for none. */
  readonly path: readonly (string | number)[]
  readonly clause: CiteView | null
}

/** A refusal or failure, by RFC 9457 (`application/problem+json`). */
export interface ProblemView {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** Id of the request, to be told to an administrator. */
  readonly instance: string
  readonly issues: readonly IssueView[]
}
