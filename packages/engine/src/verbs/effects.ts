/** What a verb does where it is possible, in the words of the office. */
export const verbEffects = {
  goesOn: { 'zh-CN': '办结，进入下一步', 'zh-TW': '辦結，進入下一步', en: 'The flow goes on' },
  countsOne: {
    'zh-CN': '计一人，等齐其他人',
    'zh-TW': '計一人，等齊其他人',
    en: 'Counts as one; the others are waited for',
  },
  decidesForAll: {
    'zh-CN': '一人决定，其他人的任务撤回',
    'zh-TW': '一人決定，其他人的任務撤回',
    en: 'Decides for all; the other tasks are withdrawn',
  },
  nextIsAsked: { 'zh-CN': '轮到下一位', 'zh-TW': '輪到下一位', en: 'The next one is asked' },
  countsByWeight: {
    'zh-CN': '按票数（权重）计，够了即通过',
    'zh-TW': '按票數（權重）計，夠了即通過',
    en: 'Counts by weight until the vote is decided',
  },
  waitsAtJoin: {
    'zh-CN': '本分支前进，在汇合处等其他分支',
    'zh-TW': '本分支前進，在匯合處等其他分支',
    en: 'This branch goes on and waits for the others where they join',
  },
  goesOnInside: {
    'zh-CN': '在所属流程内进入下一步',
    'zh-TW': '在所屬流程內進入下一步',
    en: 'Goes on inside the part it belongs to',
  },
  nextRound: {
    'zh-CN': '本轮办结，按循环条件再来一轮或离开',
    'zh-TW': '本輪辦結，按迴圈條件再來一輪或離開',
    en: 'This time round is done; the loop goes on or ends',
  },
  drawnWay: {
    'zh-CN': '按流程图中不同意的路线走',
    'zh-TW': '按流程圖中不同意的路線走',
    en: 'Goes the way that is drawn for a refusal',
  },
  endsRound: {
    'zh-CN': '本轮到此为止，其他人的任务撤回，已填意见保留（图中可改为等齐）',
    'zh-TW': '本輪到此為止，其他人的任務撤回，已填意見保留（圖中可改為等齊）',
    en: 'Ends the round: other tasks are withdrawn, opinions kept (or everybody is heard, as drawn)',
  },
  countsAgainst: {
    'zh-CN': '计为反对票，已不可能通过时提前结束',
    'zh-TW': '計為反對票，已不可能通過時提前結束',
    en: 'Counts against; ends early when it can no longer pass',
  },
  movesBack: {
    'zh-CN': '本步撤回，那一步重新打开',
    'zh-TW': '本步撤回，那一步重新打開',
    en: 'This step is withdrawn and that one is open again',
  },
  endsRoundMovesBack: {
    'zh-CN': '整轮签署结束，其他人的任务撤回、意见保留，那一步重新打开',
    'zh-TW': '整輪簽署結束，其他人的任務撤回、意見保留，那一步重新打開',
    en: 'Ends the whole round: other tasks are withdrawn, opinions kept, and that step is open again',
  },
  keepsOtherBranches: {
    'zh-CN': '退到本分支内：其他分支不受影响；退到分支之前：所有分支一并撤回；已汇合的其他分支留在汇合处等待',
    'zh-TW': '退到本分支內：其他分支不受影響；退到分支之前：所有分支一併撤回；已匯合的其他分支留在匯合處等待',
    en: 'Inside the branch the others stay; before the branches all of them are withdrawn; those that had joined wait there again',
  },
  insideOrOut: {
    'zh-CN': '退到子流程内：只动子流程；退到子流程外：整个子流程撤回',
    'zh-TW': '退到子流程內：只動子流程；退到子流程外：整個子流程撤回',
    en: 'Inside the sub-process only it is moved; out of it the whole sub-process is withdrawn',
  },
  intoSubProcess: {
    'zh-CN': '已结束的子流程重新打开，从那一步继续',
    'zh-TW': '已結束的子流程重新打開，從那一步繼續',
    en: 'The sub-process that had ended is opened again at that step',
  },
  leavesLoop: {
    'zh-CN': '整个循环撤回，回到循环之前的那一步',
    'zh-TW': '整個迴圈撤回，回到迴圈之前的那一步',
    en: 'The whole loop is withdrawn, and the step before it is open again',
  },
  callsAgain: {
    'zh-CN': '退到调用之前，再走到调用时重新调用',
    'zh-TW': '退到調用之前，再走到調用時重新調用',
    en: 'Goes to before the call; the process is called anew when the flow comes there again',
  },
  insideCalled: {
    'zh-CN': '只在被调用的流程内退回',
    'zh-TW': '只在被調用的流程內退回',
    en: 'Returns within the called process only',
  },
  insideEvent: {
    'zh-CN': '只能退到事件子流程内走过的步骤',
    'zh-TW': '只能退到事件子流程內走過的步驟',
    en: 'Returns to steps within the event sub-process only',
  },
  withdrawsAll: {
    'zh-CN': '所有待办撤回，回到发起人手中，已填内容保留',
    'zh-TW': '所有待辦撤回，回到發起人手中，已填內容保留',
    en: 'Everything that is open is withdrawn and the starter has it again; what was filled in stays',
  },
  reopensMine: {
    'zh-CN': '后面的任务撤回，本人的任务重新打开',
    'zh-TW': '後面的任務撤回，本人的任務重新打開',
    en: 'What followed is withdrawn and the own task is open again',
  },
  reopensMyPlace: {
    'zh-CN': '只收回本人的意见，其他人的意见保留',
    'zh-TW': '只收回本人的意見，其他人的意見保留',
    en: 'Only the own decision is taken back; the others stay',
  },
  changesHolder: {
    'zh-CN': '交给新的办理人，原任务撤回',
    'zh-TW': '交給新的辦理人，原任務撤回',
    en: 'Somebody else has it now; the old task is withdrawn',
  },
  asksAdvice: {
    'zh-CN': '先请他办理并提意见，之后回到本人决定',
    'zh-TW': '先請他辦理並提意見，之後回到本人決定',
    en: 'The other one is asked first; then it comes back to be decided',
  },
  asksFirst: {
    'zh-CN': '本人等待，加签人先审；其不同意等于这一位不同意',
    'zh-TW': '本人等待，加簽人先審；其不同意等於這一位不同意',
    en: 'The added ones are asked first; their refusal is a refusal of this place',
  },
  approvesThenAsks: {
    'zh-CN': '本人即同意，加签人接着审',
    'zh-TW': '本人即同意，加簽人接著審',
    en: 'Approves, and the added ones are asked next',
  },
  joinsRound: {
    'zh-CN': '加签人与本人一起签，按本步的方式计',
    'zh-TW': '加簽人與本人一起簽，按本步的方式計',
    en: 'The added ones sign beside, in the mode of the step',
  },
  becomesRound: {
    'zh-CN': '本步变为多人签署（会签、或签或依次，由加签人选定）',
    'zh-TW': '本步變為多人簽署（會簽、或簽或依次，由加簽人選定）',
    en: 'The step becomes one of several signers (all, any or in order, as chosen)',
  },
  addsInstance: {
    'zh-CN': '这一份任务由几人一起签，其他人的任务不变',
    'zh-TW': '這一份任務由幾人一起簽，其他人的任務不變',
    en: 'This one of the drawn tasks is signed by several; the others stay',
  },
  removesPlace: {
    'zh-CN': '他的任务撤回，其余人按本步方式继续',
    'zh-TW': '他的任務撤回，其餘人按本步方式繼續',
    en: 'The task is withdrawn and the others go on',
  },
  endsAddSign: {
    'zh-CN': '减去加签人，任务回到本人',
    'zh-TW': '減去加簽人，任務回到本人',
    en: 'The added one is removed and the task comes back',
  },
  endsInstance: {
    'zh-CN': '整个流程终止，所有待办撤回，理由留档',
    'zh-TW': '整個流程終止，所有待辦撤回，理由留檔',
    en: 'The instance ends, everything open is withdrawn, the reason is kept',
  },
  movesToken: {
    'zh-CN': '本步撤回，目标节点打开',
    'zh-TW': '本步撤回，目標節點打開',
    en: 'This step is withdrawn and the target is entered',
  },
  movesBranch: {
    'zh-CN': '目标在本分支内：其他分支不动；在分支之外：各分支一并撤回',
    'zh-TW': '目標在本分支內：其他分支不動；在分支之外：各分支一併撤回',
    en: 'Within the branch the others stay; out of it all branches are withdrawn',
  },
  movesWhole: {
    'zh-CN': '整个多实例（循环）撤回，目标节点打开',
    'zh-TW': '整個多實例（迴圈）撤回，目標節點打開',
    en: 'The whole multi-instance or loop is withdrawn and the target is entered',
  },
  movesInsideEvent: {
    'zh-CN': '只能跳到事件子流程内的节点',
    'zh-TW': '只能跳到事件子流程內的節點',
    en: 'Jumps within the event sub-process only',
  },
  tellsHolder: {
    'zh-CN': '提醒当前办理人，不改变流程',
    'zh-TW': '提醒目前辦理人，不改變流程',
    en: 'Reminds whoever has it; nothing moves',
  },
  sendsCopy: {
    'zh-CN': '抄送给他人阅知，不改变流程',
    'zh-TW': '送副本給他人閱知，不改變流程',
    en: 'Others get a copy to read; nothing moves',
  },
  addsComment: { 'zh-CN': '留言，不改变流程', 'zh-TW': '留言，不改變流程', en: 'A remark; nothing moves' },
  keepsDraft: {
    'zh-CN': '保存已填内容，不改变流程',
    'zh-TW': '儲存已填內容，不改變流程',
    en: 'Keeps what was filled in; nothing moves',
  },
} satisfies { [code: string]: { 'zh-CN': string; 'zh-TW': string; en: string } }

export type VerbEffect = keyof typeof verbEffects
