declare module 'autocannon' {
  /** What is asked, of whom, how long, over how many connections. */
  interface Options {
    readonly url: string
    readonly connections: number
    /** Seconds. */
    readonly duration: number
    /** Puts an id of its own in the place of each `[<id>]` in a body. */
    readonly idReplacement?: boolean
    readonly requests: readonly {
      readonly method?: 'GET' | 'POST'
      readonly path: string
      readonly headers: Readonly<Record<string, string>>
      readonly body?: string
    }[]
  }

  /** How it went. */
  interface Outcome {
    /** Answers a second, and all. */
    readonly requests: { readonly average: number; readonly total: number }
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p97_5: number }
    readonly non2xx: number
    /** Connections that failed or waited too long. */
    readonly errors: number
  }

  const autocannon: (options: Options) => Promise<Outcome>
  // biome-ignore lint/style/noDefaultExport: this is how the library gives it.
  export default autocannon
}
