declare module 'bpmn-auto-layout' {
  /** The same model with a diagram in place of the one it had. */
  export function layoutProcess(xml: string): Promise<string>
}
