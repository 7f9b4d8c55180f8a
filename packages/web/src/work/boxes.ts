/** 待办 · 已办 · 我发起的 · 抄送我的, in the order of the tabs. */
export const boxNames = ['todo', 'done', 'started', 'cc'] as const
export type BoxName = (typeof boxNames)[number]

export const isBoxName = (value: string): value is BoxName => boxNames.some((name) => name === value)

/** What a list of runs is of: a box, or all that one may see (流程查询). */
export type RunList = BoxName | 'all'
