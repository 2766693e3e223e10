declare module 'bpmn-moddle' {
  /** An element of a model, by the names of its properties in BPMN 2.0. */
  export interface BpmnElement {
    readonly $type: string
    readonly id?: string
    // biome-ignore lint/suspicious/noExplicitAny: the type of a property follows from the meta-model, not from TypeScript.
    [property: string]: any
  }

  /** Makes, writes and reads models of BPMN 2.0. */
  export class BpmnModdle {
    create(type: string, properties?: Readonly<Record<string, unknown>>): BpmnElement
    toXML(element: BpmnElement, options?: { format?: boolean }): Promise<{ xml: string }>
    fromXML(xml: string): Promise<{
      rootElement: BpmnElement
      warnings: readonly { message: string }[]
      elementsById: Readonly<Record<string, BpmnElement>>
    }>
  }
}
