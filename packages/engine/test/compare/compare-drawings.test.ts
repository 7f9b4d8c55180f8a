import { describe, expect, it } from 'vitest'
import { compareDrawings } from '../../src/index.ts'

const drawing = (elements: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    id="defs" targetNamespace="http://canmou.org/test">
  <bpmn:message id="msg" name="P.asked" />
  <bpmn:process id="P" isExecutable="true">
    <bpmn:startEvent id="start" name="开始"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="draft" />
    ${elements}
  </bpmn:process>
</bpmn:definitions>`

const draft = `<bpmn:userTask id="draft" name="编制">
  <bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="marketManager" /></bpmn:extensionElements>
  <bpmn:incoming>f1</bpmn:incoming>
</bpmn:userTask>`

const compare = (before: string, after: string) => compareDrawings(drawing(before), drawing(after), 'P')

describe('two drawings of a process', () => {
  it('that differ in spaces, order of attributes and the ends of flows alone are the same', async () => {
    const same = draft
      .replace('id="draft" name="编制"', ' name="编制"  id="draft"')
      .replace('<bpmn:incoming>f1</bpmn:incoming>', '')
    expect(await compare(draft, same)).toEqual([])
  })

  it('differ where an element is called otherwise or put before somebody else', async () => {
    const changed = { elementId: 'draft', change: 'changed' }
    expect(await compare(draft, draft.replace('编制', '起草'))).toEqual([{ ...changed, name: '起草' }])
    expect(await compare(draft, draft.replace('marketManager', 'purchasing'))).toEqual([
      { ...changed, name: '编制' },
    ])
  })

  it('differ in what was added and what was removed; a flow is called by what it connects', async () => {
    const more = `${draft}<bpmn:endEvent id="end" /><bpmn:sequenceFlow id="f2" sourceRef="draft" targetRef="end" />`
    expect(await compare(draft, more)).toEqual([
      { elementId: 'end', name: 'end', change: 'added' },
      { elementId: 'f2', name: '编制 → end', change: 'added' },
    ])
    expect((await compare(more, draft)).map(({ change }) => change)).toEqual(['removed', 'removed'])
  })

  it('name what changed inside a sub-process, not the sub-process', async () => {
    const inside = (name: string) =>
      `${draft}<bpmn:subProcess id="sub"><bpmn:task id="inner" name="${name}" /></bpmn:subProcess>`
    expect(await compare(inside('甲'), inside('乙'))).toEqual([
      { elementId: 'inner', name: '乙', change: 'changed' },
    ])
  })

  it('differ where a flow takes another condition, or an event waits for another message', async () => {
    const flow = (condition: string) =>
      `${draft}<bpmn:sequenceFlow id="f2" name="是" sourceRef="draft" targetRef="draft"><bpmn:conditionExpression>=${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`
    expect(await compare(flow('a'), flow('b'))).toEqual([{ elementId: 'f2', name: '是', change: 'changed' }])
    const event = `${draft}<bpmn:intermediateCatchEvent id="wait"><bpmn:messageEventDefinition id="d" messageRef="msg" /></bpmn:intermediateCatchEvent>`
    const before = drawing(event)
    expect(await compareDrawings(before, before.replace('P.asked', 'P.told'), 'P')).toMatchObject([
      { elementId: 'wait', change: 'changed' },
    ])
  })

  it('cannot be compared where a text is no drawing', async () => {
    await expect(compareDrawings('<a/>', drawing(draft), 'P')).rejects.toThrow('XML')
  })
})
