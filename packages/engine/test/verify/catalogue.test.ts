import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile, verify } from '../../src/index.ts'
import type { Catalogue, Finding, VerifyOptions } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'

const catalogue: Catalogue = {
  positions: [
    { id: 'marketManager', holders: 1 },
    { id: 'generalManager', holders: 1 },
    { id: 'graphicDesigner', holders: 0 },
  ],
  recordKinds: [{ code: 'MRP', fields: ['researchType', 'budgetTotal'] }],
  processes: ['SC-001', 'SC-002'],
}

async function findings(drawing: string, options: VerifyOptions = { catalogue }): Promise<Finding[]> {
  return verify(await compile(bpmnXml('checked', readDrawing(drawing))), options)
}

const told = (found: Finding[]) =>
  found.map(({ code, severity, elementId, params }) => {
    const named = params['position'] ?? params['form'] ?? params['process'] ?? params['variable'] ?? ''
    return `${severity} ${code} ${elementId} ${named}`
  })

describe('positions, forms and called processes', () => {
  test('what the catalogue has is no finding', async () => {
    const drawing =
      'user A group=marketManager form=MRP\nuser B group="=[\'generalManager\']"\ncall C process=SC-002\nS > A > B > C > E'
    expect(await findings(drawing)).toEqual([])
  })

  test('a position that does not exist, and one that nobody holds', async () => {
    const found = await findings(
      'user A group="marketManager, nobody"\nuser B group=graphicDesigner\nS > A > B > E',
    )
    expect(told(found)).toEqual([
      'error POSITION_UNKNOWN A nobody',
      'warning POSITION_VACANT B graphicDesigner',
    ])
    expect(found[1]?.path).toEqual(['S', 'A', 'B'])
  })

  test('positions of a countersigned task are read from its fixed list', async () => {
    const drawing = 'user A parallel each="[\'generalManager\', \'nobody\']" as=who group="=[who]"\nS > A > E'
    expect(told(await findings(drawing))).toEqual(['error POSITION_UNKNOWN A nobody'])
  })

  test('a position that only the variables decide is left alone', async () => {
    expect(await findings('user A group="=chosen"\nS > A > E')).toEqual([])
  })

  test('a form that does not exist', async () => {
    expect(told(await findings('user A form=XYZ\nS > A > E'))).toEqual(['error FORM_UNKNOWN A XYZ'])
  })

  test('a called process that does not exist, unless the catalogue does not list processes', async () => {
    const drawing = 'call C process=SC-099\nS > C > E'
    expect(told(await findings(drawing))).toEqual(['error PROCESS_UNKNOWN C SC-099'])
    const { positions, recordKinds } = catalogue
    expect(await findings(drawing, { catalogue: { positions, recordKinds } })).toEqual([])
  })

  test('without a catalogue none of this is checked', async () => {
    expect(await findings('user A group=nobody form=XYZ\nS > A > E', {})).toEqual([])
  })
})

describe('variables that conditions read', () => {
  const decision = (variable: string) => `xor G\nG >[${variable} = "a"] X > E\nG >else E`
  const check = async (before: string, variable: string, options?: VerifyOptions) =>
    told(await findings(`${before}\n${decision(variable)}`, options))
  const missing = (variable: string) => [`error VARIABLE_UNWRITTEN G ${variable}`]

  test('a form writes its fields', async () => {
    expect(await check('user A form=MRP\nS > A > G', 'researchType')).toEqual([])
    expect(await check('user A form=MRP\nS > A > G', 'ghost')).toEqual(missing('ghost'))
  })

  test('a step that writes fields of its document brings all of them back', async () => {
    const drawing = (access: string) =>
      bpmnXml(
        'checked',
        readDrawing(`user A c:otherFields=${access}\nS > A > G\n${decision('researchType')}`),
      ).replace(
        /<canmou:task [^>]*>/,
        '$&<zeebe:properties><zeebe:property name="record" value="MRP" /></zeebe:properties>',
      )
    const toldOf = async (xml: string) => told(verify(await compile(xml), { catalogue }))
    expect(await toldOf(drawing('write'))).toEqual([])
    expect(await toldOf(drawing('read'))).toEqual(missing('researchType'))
  })

  test('a form behind the condition is too late', async () => {
    expect(await check('user X form=MRP\nS > G', 'researchType')).toEqual(missing('researchType'))
  })

  test('a form on one of two ways is not enough, and the path shows the other way', async () => {
    const before = 'xor D\nxor M\nuser A form=MRP\nS > D >[known] A > M\nD >else B > M\nM > G'
    const found = await findings(`${before}\n${decision('researchType')}`, {
      catalogue,
      variables: ['known'],
    })
    expect(told(found)).toEqual(missing('researchType'))
    expect(found[0]?.path).toEqual(['S', 'D', 'B', 'M', 'G'])
  })

  test('of parallel branches that were joined any one will do', async () => {
    expect(
      await check('and F\nand J\nuser A form=MRP\nS > F > A > J\nF > B > J\nJ > G', 'researchType'),
    ).toEqual([])
  })

  test('a branch that runs beside does not count', async () => {
    expect(await check('and F\nuser A form=MRP\nS > F > A > E2\nF > B > G', 'researchType')).toEqual(
      missing('researchType'),
    )
  })

  test('a loop back does not help the first round', async () => {
    const drawing = 'xor M\nxor G\nuser A form=MRP\nS > M > G >[researchType = "a"] E\nG >else A > M'
    expect(told(await findings(drawing))).toEqual(missing('researchType'))
  })

  test('output mappings write their targets and hold everything else back', async () => {
    expect(await check('user A form=MRP out:kind==researchType\nS > A > G', 'kind')).toEqual([])
    expect(await check('user A form=MRP out:kind==researchType\nS > A > G', 'researchType')).toEqual(
      missing('researchType'),
    )
  })

  test('scripts, output collections and variables given at the start count', async () => {
    expect(await check('script N script="=1" into=n\nS > N > G', 'n')).toEqual([])
    expect(await check('user A parallel each=xs gather=votes give=vote\nS > A > G', 'votes')).toEqual([])
    expect(await check('S > G', 'setting', { catalogue, variables: ['setting'] })).toEqual([])
  })

  test('a decision task answers with its decision', async () => {
    expect(await check('S > A > G', 'decision')).toEqual([])
  })

  test('what a job may have brought back is only a warning', async () => {
    expect(await check('service J\nS > J > G', 'found')).toEqual(['warning VARIABLE_MAYBE_UNWRITTEN G found'])
  })

  test('a variable that is compared with null may be missing', async () => {
    const drawing = 'xor G\nS > G >[setting != null and setting = "a"] A > E\nG >else E'
    expect(await findings(drawing)).toEqual([])
  })

  test('names that the condition binds or that are functions are no variables', async () => {
    const drawing =
      'user A form=MRP\nxor G\nS > A > G >[not(some one in budgetTotal satisfies one > count(budgetTotal))] B > E\nG >else E'
    expect(await findings(drawing)).toEqual([])
  })

  test('inside a sub-process its inputs are written, behind it they are not', async () => {
    const drawing =
      'sub P in:local==1\n  xor H\n  S1 > H >[local = 1] A > E1\n  H >else E1\nxor G\nS > P > G >[local = 1] B > E\nG >else E'
    expect(told(await findings(drawing))).toEqual(missing('local'))
  })
})

test('the market research process of the catalogue is sound', async () => {
  const file = new URL(
    '../../../../catalogue/processes/SC-001-market-research-planning/process.bpmn',
    import.meta.url,
  )
  const found = verify(await compile(readFileSync(file, 'utf8')))
  expect(found).toEqual([])
})
