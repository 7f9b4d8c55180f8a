import { bpmnXml } from '../../../engine/test/golden/build/bpmn-xml.ts'
import { readDrawing } from '../../../engine/test/golden/build/notation.ts'
import type { TestApp } from '../app.ts'
import type { Work } from './approval.ts'
import { installProcess } from './install-process.ts'

/** Who begins what is drawn for a test; steps without a group are his. */
export const author = 'marketManager'

/** What the notation of the cases cannot say is written into the XML. */
type Edit = (xml: string) => string
const unchanged: Edit = (xml) => xml

/** Puts drawings into effect that are written as the engine's cases are, and begins a run of each. */
export function drawnProcesses(app: TestApp, work: Work, prefix: string) {
  let drawn = 0
  /** The process of a drawing; its code starts further runs. */
  const install = async (text: string, edit: Edit = unchanged): Promise<string> => {
    const id = `${prefix}-${++drawn}`
    const drawing = readDrawing(text)
    for (const node of drawing.nodes) {
      if (node.type === 'user' && !node.attributes.has('group')) node.attributes.set('group', author)
    }
    const bpmnId = `${prefix}_${drawn}`
    await installProcess(app.database, { id, bpmnId, name: '测试流程', xml: edit(bpmnXml(bpmnId, drawing)) })
    return id
  }
  const begin = async (text: string, edit?: Edit): Promise<string> =>
    (await work.start(author, await install(text, edit))).id
  return { install, begin }
}
