// What this package uses of bpmn-moddle, which brings no types of its own (tsconfig.base.json points here).
/** What moddle makes of an XML element; attributes and children are read through `moddle-read.ts`. */
export interface ModdleElement {
  readonly $type: string
  readonly $parent?: ModdleElement
  readonly [property: string]: unknown
}
export interface ModdleWarning {
  message: string
  element?: ModdleElement
  property?: string
  value?: string
}
export class BpmnModdle {
  constructor(packages?: { [prefix: string]: unknown })
  fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: ModdleWarning[] }>
}
