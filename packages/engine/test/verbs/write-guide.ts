import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { limitRules, otherRefusals, verbRules, verbTerms } from '../../src/index.ts'
import type { Outcome, VerbRules } from '../../src/index.ts'

export const guidePath = join(import.meta.dirname, '../../../../docs/guide/verbs.md')

const said = ({ text, isRefused }: Outcome) => (isRefused ? `✗ ${text}` : text)

/** One line for each verb: enough for most readers. */
function summary(rules: readonly VerbRules[]): string[] {
  return [
    '| 操作 | 做什么 | 谁可以做 | 要写理由吗 |',
    '| --- | --- | --- | --- |',
    ...rules.map(
      ({ name, purpose, who, needsReason }) =>
        `| [${name}](#${name}) | ${purpose} | ${who.join('、')} | ${needsReason ? '要写' : '可不写'} |`,
    ),
  ]
}

function chapter({ name, purpose, example, who, needsReason, rows, otherwise }: VerbRules): string[] {
  const [only] = rows
  const table =
    rows.length === 1 && only
      ? [`- 结果：${said(only)}。`]
      : ['| 这一步在 | 结果 |', '| --- | --- |', ...rows.map((row) => `| ${row.where} | ${said(row)} |`)]
  return [
    `### ${name}`,
    '',
    purpose,
    '',
    `> 例：${example}`,
    '',
    `谁可以做：${who.join('、')}。${needsReason ? '必须写明理由。' : ''}`,
    '',
    ...table,
    '',
    ...(otherwise.length > 0 ? [...otherwise.map((one) => `- ${one.when}：${said(one)}。`), ''] : []),
  ]
}

/** The page docs/guide/verbs.md, from the table by which the program itself decides. */
export function guide(): string {
  const rules = verbRules('zh-CN')
  return [
    '<!-- 本页由程序生成，请勿手改：node packages/engine/test/verbs/write-guide.ts -->',
    '',
    '# 审批时能做什么',
    '',
    '办理一个任务时，除了同意和不同意，还可以退回、转办、加签等等。本页说明每个操作做什么、谁能做、在哪里能做。',
    '页面上的按钮和本页依据的是同一张表：点得了的按钮一定办得成，点不了的会写明原因。',
    '程序里也能看到：任务页“更多操作”最下面的“查看操作规则”。',
    '',
    '## 先认几个词',
    '',
    ...verbTerms.map(({ term, text }) => `- **${term['zh-CN']}**：${text['zh-CN']}`),
    '',
    '## 一览',
    '',
    ...summary(rules),
    '',
    '## 各个操作',
    '',
    '“✗”表示不能做，后面是原因。表中没有提到的情形（例如退回之后再办、由代理人办理）与表中相同。',
    '一个步骤同时符合几行时（例如并行分支里的会签），有一行不能做就不能做。',
    '',
    ...rules.flatMap(chapter),
    '## 还有这些情况不能做',
    '',
    '下面这些要看当时的情形，按钮旁会写明：',
    '',
    ...otherRefusals('zh-CN').map((reason) => `- ${reason}。`),
    '',
    '## 办理时限',
    '',
    '流程图可以给一步规定办理时限。任务上写着期限、还剩多少、逾期后会怎样，自己走字；服务器重启不会丢，几台服务器同时运行也只生效一次。',
    '',
    '| 情形 | 结果 |',
    '| --- | --- |',
    ...limitRules.map(({ when, text }) => `| ${when['zh-CN']} | ${text['zh-CN']} |`),
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
    '| `opinion` | `optional` · `required` · `requiredOnReject` | 意见是否必须 |',
    '| `batch` | `never` · `allowed` | 同一人的几项待办可否一起同意；要写意见、附件或签名的步骤不能 |',
    '| `attachment` | `optional` · `required` | 提交、同意时是否必须有附件 |',
    '| `signature` | `none` · `required` | 提交、同意、不同意时是否要手写签名 |',
    '| `limit` | `P2D` · `PT4H` · `P1DT2H` 或 FEEL | 办理时限：两个工作日 · 四个工作小时；FEEL 得 `null` 即这次不限 |',
    '| `reminders` | 1–99 | 提醒几次 |',
    '| `remindBefore` | 同 `limit` | 第一次提醒在期限前多久；不写就在期限到时 |',
    '| `remindEvery` | 同 `limit` | 之后每隔多久再提醒 |',
    '| `onLimit` | `nothing` · `escalate` · `pass` · `refuse` | 逾期后：只标明逾期（默认）· 升级 · 自动通过 · 自动退回。后两项只能用在只作决定、不填表的步骤 |',
    '| `escalateTo` | 岗位，或 FEEL `{user, position}` | 升级给谁；不写就是办理人的上级 |',
    '| `starter` | `true` · `false` | 这一步是否发起人的步骤 |',
    '| `<canmou:field name="" access=""/>` | `read` · `write` · `hidden` | 写在 `canmou:task` 里面：这一步对这个字段可读、可写，还是看不到 |',
    '| `otherFields` | `read` · `write` · `hidden` | 没有列出的字段；不写就是：填表的步骤可写，审批的步骤可读 |',
    '',
    '### 字段权限',
    '',
    '- 字段写表单或文档里的字段名，表格整张算一个字段。名字写错、要写的字段由程序填写、要隐藏的字段在标题里，检查流程图时会指出。',
    '- **隐藏**：办理人从任务里得不到它，包括差异、只在这个字段里出现的附件和关联文档，由它算出的字段（列出来设为可读的除外）。',
    '  它管的是办理这一步时看到什么；同一个人在文档自己的页面上看到什么，由密级决定。要始终保密的字段，请设字段密级。',
    '- **可读**：照原样显示，改了会被拒绝。必填而没填的，不向改不了它的人要，由能写的步骤补上。',
    '- **可写**：审批的步骤也可以改，同意时形成文档的下一个版本，签的就是新版本；不同意时不能同时修改，写明意见由编制人改。',
    '  会签、或签、依次、票签和多实例的步骤不能设可写，以免几个人同时改；加签、委派请来的人只能读。',
    '',
    '流程本身的 `<canmou:approval withdraw="…"/>`：`always` 随时可撤回（默认），`untilDecided` 有人审批之前，`never` 不能。',
    '',
  ].join('\n')
}

// run as `node test/verbs/write-guide.ts`, it writes the page
if (import.meta.main) writeFileSync(guidePath, guide())
