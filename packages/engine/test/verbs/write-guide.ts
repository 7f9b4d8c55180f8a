import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  contexts,
  isRefusal,
  matrix,
  refusals,
  situations,
  verbEffects,
  verbFacts,
  verbs,
} from '../../src/index.ts'
import type { Cell, Context, Situation, Verb } from '../../src/index.ts'

export const guidePath = join(import.meta.dirname, '../../../../docs/guide/verbs.md')

const roleNames = {
  holder: '当前办理人',
  starter: '发起人',
  administrator: '流程管理员',
  approver: '办过这一步的人',
}

/** What a verb is for, in one or two sentences; the table says the rest. */
const purposes: Readonly<Record<Verb, string>> = {
  submit: '把填好的表单交上去。',
  approve: '审批通过。图上写的是“通过”“签准”还是“已阅”，按钮就叫什么。',
  reject: '审批不通过，必须写明意见。之后走哪条路，由流程图决定，多数是回到编制的人手里。',
  returnToPrevious: '退给前面刚办过的那一步。前面如果是几个并行的步骤，它们一起重新打开。',
  returnToStarter: '退给发起人。图上没有画发起人步骤的流程，也会自动给发起人一个任务。',
  returnToStep:
    '从实际走过的步骤里选一个退回去。退回时还可以选：改好之后“重新逐级审批”，还是“直接回到我这里”。',
  transfer: '交给别人办，自己不再管。顺序和票数一并转过去。',
  delegate: '请别人先看、先提意见，办完回到自己手里，由自己作决定。对方的同意或不同意只作参考。',
  addSignerBefore: '请别人先审，审完再轮到自己。可以请几个人，会签、或签或依次。',
  addSignerAfter: '自己同意，并请别人接着审。',
  addSignerParallel: '请别人和自己一起签。',
  removeSigner: '把还没办的加签人减去。原定的签署人只有流程管理员能减。',
  takeBack: '刚办完就发现不对，趁后面还没有人办理，把它收回来重新办。',
  withdraw: '发起人把整件事撤回到自己手里修改，已填的内容不会丢。',
  terminate: '整件事不办了，写明理由后结束。',
  jump: '流程管理员把任务直接移到别的节点，用于纠正走错的流程。',
  handOver: '有人离职或调岗时，由流程管理员把他名下的待办一次转给别人。',
  urge: '提醒正在办理的人。',
  copy: '发给别人看看，不需要对方办理。',
  comment: '留一句话，大家都能看到。',
  saveDraft: '先存起来，过后再办。',
}

const allContexts = Object.keys(contexts) as Context[]
const allSituations = Object.keys(situations) as Situation[]

const said = (cell: Cell) => (isRefusal(cell) ? `✗ ${refusals[cell]['zh-CN']}` : verbEffects[cell]['zh-CN'])

/** Contexts that answer alike share a row. */
function rowsOf(verb: Verb): string[] {
  const rows = new Map<string, Context[]>()
  for (const context of allContexts) {
    const key = matrix[verb][context].join(' ')
    rows.set(key, [...(rows.get(key) ?? []), context])
  }
  return [...rows.values()].map((group) => {
    const [first] = group
    const cells = first ? matrix[verb][first] : []
    const names =
      group.length === allContexts.length ? '任何地方' : group.map((one) => contexts[one]['zh-CN']).join('、')
    return `| ${[names, ...alike(cells)].join(' | ')} |`
  })
}

/** A situation that differs in nothing from the first pass says so. */
function alike(cells: readonly Cell[]): string[] {
  return cells.map((cell, column) => (column > 0 && cell === cells[0] ? '同左' : said(cell)))
}

function chapter(verb: Verb): string[] {
  const facts = verbFacts[verb]
  const who = facts.roles.map((role) => roleNames[role]).join('、')
  const header = ['这一步在', ...allSituations.map((one) => situations[one]['zh-CN'])]
  return [
    `### ${facts['zh-CN']}`,
    '',
    purposes[verb],
    '',
    `谁可以做：${who}。`,
    '',
    `| ${header.join(' | ')} |`,
    `| ${header.map(() => '---').join(' | ')} |`,
    ...rowsOf(verb),
    '',
  ]
}

/** Refusals that no cell of the table names: they depend on what has happened. */
function otherReasons(): string[] {
  const inTable = new Set(verbs.flatMap((verb) => allContexts.flatMap((one) => [...matrix[verb][one]])))
  return Object.entries(refusals)
    .filter(([code]) => !inTable.has(code as Cell))
    .map(([, texts]) => `- ${texts['zh-CN']}。`)
}

/** The page docs/guide/verbs.md, from the table by which the program itself decides. */
export function guide(): string {
  return [
    '<!-- 本页由程序生成，请勿手改：node packages/engine/test/verbs/write-guide.ts -->',
    '',
    '# 审批时能做什么',
    '',
    '办理一个任务时，除了同意和不同意，还可以退回、转办、加签等等。本页说明每个操作做什么、谁能做、在哪里能做。',
    '页面上的按钮和本页依据的是同一张表：点得了的按钮一定办得成，点不了的会写明原因。',
    '',
    '## 先认几个词',
    '',
    '- **会签**：几个人都要签。**或签**：其中一个人签了就算。**依次**：一个接一个签。**票签**：按票数或权重，够了就通过。',
    '- 会签中有人不同意，默认本轮到此为止，其他人的任务撤回，已写的意见保留；流程图也可以规定等所有人都签完再算。',
    '- **退回之后怎么走**：“重新逐级审批”是从被退回的那一步起再走一遍；“直接回到我这里”是改好后跳过中间各步，回到退回的人。',
    '- 再次到达一个步骤时，到期提醒重新计时。',
    '- **并行分支**：几条路同时走，到汇合处等齐再往下。',
    '',
    '## 各个操作',
    '',
    '表中“✗”表示不能做，后面是原因。一个步骤同时符合几行时（例如并行分支里的会签），有一行不能做就不能做。',
    '',
    ...verbs.flatMap(chapter),
    '## 还有这些情况不能做',
    '',
    '下面这些要看当时的情形，按钮旁会写明：',
    '',
    ...otherReasons(),
    '',
    '## 流程图里怎么写',
    '',
    '用户任务的 `canmou:task` 可以写这些：',
    '',
    '| 属性 | 取值 | 含义 |',
    '| --- | --- | --- |',
    '| `mode` | `all` · `any` · `inOrder` · `vote` | 会签 · 或签 · 依次 · 票签 |',
    '| `signers` | FEEL 列表 | 签署人：岗位，或 `{user, position, weight}`；不写就是候选岗位和人 |',
    '| `threshold` | `60%` · `>50%` · `3` | 票签通过线：不少于六成 · 过半（默认）· 三票 |',
    '| `refusal` | `ends` · `waits` | 有人不同意：本轮结束（默认）· 等齐 |',
    '| `vacant` | `pass` · `refuse` · `named` · `administrator` | 岗位无人：通过 · 不通过 · 交给 `vacantTo` · 交给流程管理员 |',
    '| `starterApproves` | `self` · `skip` · `superior` | 审批人就是发起人：照常 · 跳过 · 交给上级 |',
    '| `samePerson` | `ask` · `skipConsecutive` · `skipEver` | 同一人再次审批：照常 · 刚批过则跳过 · 本轮批过则跳过 |',
    '| `afterReturn` | `again` · `direct` | 规定退回后的走法；不写由退回的人选 |',
    '| `returnSteps` | 步骤编号，逗号分隔 | 只能退回到这些步骤 |',
    '| `verbs` | 操作名，逗号分隔 | 只开放这些操作（提交、同意、不同意总在） |',
    '| `opinion` · `attachment` · `signature` | `required` 等 | 意见、附件、手写签名是否必须 |',
    '| `starter` | `true` · `false` | 这一步是否发起人的步骤 |',
    '| `otherFields` 与 `<canmou:field name="" access=""/>` | `read` · `write` · `hidden` | 每个字段可读、可写还是隐藏 |',
    '',
    '流程本身的 `<canmou:approval withdraw="…"/>`：`always` 随时可撤回（默认），`untilDecided` 有人审批之前，`never` 不能。',
    '',
  ].join('\n')
}

// run as `node test/verbs/write-guide.ts`, it writes the page
if (import.meta.main) writeFileSync(guidePath, guide())
