import { expect, test } from 'vitest'
import { compile } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'

const write = '<canmou:field name="budget" access="write" />'
const hide = '<canmou:field name="cost" access="hidden" />'

/** A drawing whose step A says these things of its fields, beside what the line of the notation says of it. */
function drawn(inside: string, line = 'user A', properties = ''): string {
  const drawing = bpmnXml('process_fields', readDrawing(`${line} c:opinion=optional\nS > A > E`))
  const task = /<canmou:task([^>]*?) ?\/>/
  return drawing.replace(task, `<canmou:task$1>${inside}</canmou:task>${properties}`)
}

const editable = (names: string) =>
  `<zeebe:properties><zeebe:property name="editable" value="${names}" /></zeebe:properties>`

test('what a step may read and write is read from the drawing', async () => {
  const process = await compile(drawn(write + hide, 'user A c:otherFields=read'))
  expect(process.elements.get('A')?.canmou).toMatchObject({
    otherFields: 'read',
    fields: [
      { name: 'budget', access: 'write' },
      { name: 'cost', access: 'hidden' },
    ],
  })
})

test.each([
  ['a field that is listed twice', drawn(write + write), /the field budget is listed twice/],
  [
    'an access that there is not',
    drawn('<canmou:field name="x" access="maybe" />'),
    /field x access="maybe"/,
  ],
  ['a field without a name', drawn('<canmou:field name=" " access="read" />'), /field  /],
  ['other fields that may be nothing', drawn('', 'user A c:otherFields=all'), /otherFields="all"/],
  ['a step that nobody does', drawn(hide, 'service A'), /only a user task has rights on fields/],
  [
    'a field that is editable as well',
    drawn(hide, 'user A', editable('cost')),
    /the field cost is listed, and editable as well/,
  ],
  [
    'editable fields beside those that are written',
    drawn(write, 'user A', editable('region')),
    /takes the place of editable/,
  ],
  ['several who sign a mode and write', drawn(write, 'user A group=m c:mode=all'), /two could write at once/],
  [
    'several who sign a multi-instance and write',
    drawn('', 'user A c:otherFields=write parallel each=list as=one'),
    /two could write at once/,
  ],
])('%s is told with the id of the step', async (_, xml, message) => {
  const said = await compile(xml).then(
    () => '',
    (error: unknown) => String(error),
  )
  expect(said).toMatch(/ATTRIBUTE_INVALID A/)
  expect(said).toMatch(message)
})

test('several who sign may all be shown less', async () => {
  const process = await compile(drawn(hide, 'user A group=m c:mode=all', editable('region')))
  expect(process.elements.get('A')?.canmou.fields).toEqual([{ name: 'cost', access: 'hidden' }])
})
