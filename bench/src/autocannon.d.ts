declare module 'autocannon' {
  /** What is asked, of whom, how long, over how many connections. */
  interface Options {
    readonly url: string
    readonly connections: number
    /** Seconds. */
    readonly duration: number
    readonly requests: readonly {
      readonly path: string
      readonly headers: Readonly<Record<string, string>>
    }[]
  }

  /** How it went. */
  interface Outcome {
    /** Answers a second. */
    readonly requests: { readonly average: number }
    readonly non2xx: number
  }

  const autocannon: (options: Options) => Promise<Outcome>
  // biome-ignore lint/style/noDefaultExport: this is how the library gives it.
  export default autocannon
}
