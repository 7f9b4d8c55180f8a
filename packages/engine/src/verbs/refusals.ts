/** Why a verb is not possible, in the words of the office; the table of verbs and the engine's guard name these. */
export const refusals = {
  NO_SUCH_TASK: {
    'zh-CN': '该任务已经办结、被撤回或不存在',
    'zh-TW': '該任務已經辦結、被撤回或不存在',
    en: 'The task is done, withdrawn or does not exist',
  },
  INSTANCE_ENDED: {
    'zh-CN': '流程已经结束',
    'zh-TW': '流程已經結束',
    en: 'The process has ended',
  },
  NOT_OFFERED: {
    'zh-CN': '流程图中没有为这一步开放此操作',
    'zh-TW': '流程圖中沒有為這一步開放此操作',
    en: 'The drawing does not offer this at the step',
  },
  NOT_THE_HOLDER: {
    'zh-CN': '任务不在您这里',
    'zh-TW': '任務不在您這裡',
    en: 'The task is not before you',
  },
  NOT_THE_STARTER: {
    'zh-CN': '只有发起人可以这样做',
    'zh-TW': '只有發起人可以這樣做',
    en: 'Only the starter may do this',
  },
  NOT_AN_ADMINISTRATOR: {
    'zh-CN': '只有流程管理员可以这样做',
    'zh-TW': '只有流程管理員可以這樣做',
    en: 'Only a process administrator may do this',
  },
  NOT_YOURS: {
    'zh-CN': '这一步不是您办理的，不能由您收回',
    'zh-TW': '這一步不是您辦理的，不能由您收回',
    en: 'Somebody else did this step, so it is not yours to take back',
  },
  NO_DECISION_HERE: {
    'zh-CN': '这一步是填报，不作审批，没有同意与不同意',
    'zh-TW': '這一步是填報，不作審批，沒有同意與不同意',
    en: 'This step is filled in and not decided',
  },
  NOTHING_TO_SUBMIT: {
    'zh-CN': '这一步要作出决定，不能只提交',
    'zh-TW': '這一步要作出決定，不能只提交',
    en: 'This step is decided and not merely submitted',
  },
  NOTHING_EARLIER: {
    'zh-CN': '前面没有可以退回的步骤',
    'zh-TW': '前面沒有可以退回的步驟',
    en: 'There is no earlier step to return to',
  },
  ALREADY_WITH_STARTER: {
    'zh-CN': '已经在发起人手中',
    'zh-TW': '已經在發起人手中',
    en: 'It is already with the starter',
  },
  STEP_NOT_ON_THE_WAY: {
    'zh-CN': '这一步不在已走过的路上，不能退回到那里',
    'zh-TW': '這一步不在已走過的路上，不能退回到那裡',
    en: 'The step is not on the way that was taken',
  },
  STEP_NOT_ALLOWED: {
    'zh-CN': '流程图规定不能从这里退回到那一步',
    'zh-TW': '流程圖規定不能從這裡退回到那一步',
    en: 'The drawing does not allow returning to that step from here',
  },
  STEP_IS_CLOSED: {
    'zh-CN': '那一步属于已经结束的循环、多实例或被中断的部分，只能退回到它之前',
    'zh-TW': '那一步屬於已經結束的迴圈、多實例或被中斷的部分，只能退回到它之前',
    en: 'The step lies in a loop or part that is over; return to before it',
  },
  BRANCHES_WITHDRAWN: {
    'zh-CN': '其间有并行分支被终止，退回到那里会缺少分支，请退回到分支之前',
    'zh-TW': '其間有並行分支被終止，退回到那裡會缺少分支，請退回到分支之前',
    en: 'Parallel branches were withdrawn in between; return to before they parted',
  },
  OUT_OF_EVENT_SUB_PROCESS: {
    'zh-CN': '这里处理的是已经发生的事件，不能退回到事件之外的步骤',
    'zh-TW': '這裡處理的是已經發生的事件，不能退回到事件之外的步驟',
    en: 'An event that has happened is dealt with here; no return leads out of it',
  },
  COMPENSATION_RUNNING: {
    'zh-CN': '正在办理补偿（冲销），完成之前不能移动',
    'zh-TW': '正在辦理補償（沖銷），完成之前不能移動',
    en: 'Work is being undone; nothing can be moved until that is finished',
  },
  DIRECT_INTO_SUB_PROCESS: {
    'zh-CN': '退回到已结束的子流程内时，不能直接回到本步，请选择重新逐级审批',
    'zh-TW': '退回到已結束的子流程內時，不能直接回到本步，請選擇重新逐級審批',
    en: 'From inside a sub-process that has ended there is no straight way back; let it be walked again',
  },
  DIRECT_TO_SEVERAL: {
    'zh-CN': '上一步是几个并行的步骤，不能让它们直接回到本步，请选择重新逐级审批',
    'zh-TW': '上一步是幾個並行的步驟，不能讓它們直接回到本步，請選擇重新逐級審批',
    en: 'Several steps came before this one; let them be walked again',
  },
  AFTER_RETURN_IS_FIXED: {
    'zh-CN': '退回后的走法由流程图规定',
    'zh-TW': '退回後的走法由流程圖規定',
    en: 'The drawing fixes how it goes on after a return',
  },
  MOVED_ON: {
    'zh-CN': '后面的步骤已经有人办理或已对外生效，不能收回',
    'zh-TW': '後面的步驟已經有人辦理或已對外生效，不能收回',
    en: 'Somebody has acted since, or it has had effect outside; it cannot be taken back',
  },
  LOOP_TURN_DONE: {
    'zh-CN': '循环的一轮办结后不能收回',
    'zh-TW': '迴圈的一輪辦結後不能收回',
    en: 'A turn of a loop that is done cannot be taken back',
  },
  NOTHING_TO_TAKE_BACK: {
    'zh-CN': '没有可以收回的办理',
    'zh-TW': '沒有可以收回的辦理',
    en: 'There is nothing to take back',
  },
  WITHDRAW_NEVER: {
    'zh-CN': '本流程不允许撤回',
    'zh-TW': '本流程不允許撤回',
    en: 'This process cannot be withdrawn',
  },
  WITHDRAW_TOO_LATE: {
    'zh-CN': '已经有人审批，不能再撤回',
    'zh-TW': '已經有人審批，不能再撤回',
    en: 'Somebody has decided; it can no longer be withdrawn',
  },
  CALLED_INSTANCE: {
    'zh-CN': '本流程由上级流程调用，请在上级流程中操作',
    'zh-TW': '本流程由上級流程調用，請在上級流程中操作',
    en: 'Another process called this one; do it there',
  },
  STARTER_HAS_NO_STEP: {
    'zh-CN': '流程没有开始事件，无法退回发起人',
    'zh-TW': '流程沒有開始事件，無法退回發起人',
    en: 'The process has no start event to return to',
  },
  ADD_SIGN_OPEN: {
    'zh-CN': '前加签尚未完成，请等加签人处理后再操作',
    'zh-TW': '前加簽尚未完成，請等加簽人處理後再操作',
    en: 'Somebody was added before this place and has not answered yet',
  },
  SUBSTITUTE_MAY_NOT_PASS_ON: {
    'zh-CN': '代理人不能再交给别人，请由本人操作',
    'zh-TW': '代理人不能再交給別人，請由本人操作',
    en: 'A substitute may not pass it on',
  },
  ALREADY_HERE: {
    'zh-CN': '该人员已在这一步的名单中',
    'zh-TW': '該人員已在這一步的名單中',
    en: 'This person already has a place at the step',
  },
  NOBODY_NAMED: {
    'zh-CN': '没有指定人员或岗位',
    'zh-TW': '沒有指定人員或崗位',
    en: 'No person or position is named',
  },
  NO_SUCH_SIGNER: {
    'zh-CN': '名单中没有这个人，或他已经办理',
    'zh-TW': '名單中沒有這個人，或他已經辦理',
    en: 'There is no such signer, or he has decided already',
  },
  NOT_ADDED: {
    'zh-CN': '只能减去加签加进来的人；原定的签署人由流程管理员处理',
    'zh-TW': '只能減去加簽加進來的人；原定的簽署人由流程管理員處理',
    en: 'Only those who were added can be removed; the drawn signers only by an administrator',
  },
  LAST_SIGNER: {
    'zh-CN': '最后一位签署人不能减去',
    'zh-TW': '最後一位簽署人不能減去',
    en: 'The last signer cannot be removed',
  },
  NO_SEVERAL_SIGNERS: {
    'zh-CN': '这一步只有一个人，没有可以减去的人',
    'zh-TW': '這一步只有一個人，沒有可以減去的人',
    en: 'Only one person stands here; there is nobody to remove',
  },
  DRAWN_INSTANCES: {
    'zh-CN': '各签署人由图中的多实例产生，不能减去；请用退回、转办，或由流程管理员跳转',
    'zh-TW': '各簽署人由圖中的多實例產生，不能減去；請用退回、轉辦，或由流程管理員跳轉',
    en: 'The drawing makes one task for each signer here; none can be removed',
  },
  NOTHING_TO_HAND_OVER: {
    'zh-CN': '本流程中没有此人待办的事项',
    'zh-TW': '本流程中沒有此人待辦的事項',
    en: 'Nothing in this instance is before that person',
  },
  JUMP_TARGET_UNKNOWN: {
    'zh-CN': '没有这个节点，或不能跳转到这种节点',
    'zh-TW': '沒有這個節點，或不能跳轉到這種節點',
    en: 'There is no such element, or none to which one can jump',
  },
  JUMP_INTO_BRANCH: {
    'zh-CN': '目标在并行分支之内，跳进去之后汇合处将永远等不到其他分支',
    'zh-TW': '目標在並行分支之內，跳進去之後匯合處將永遠等不到其他分支',
    en: 'The target lies in a parallel branch: its join would wait for the others for ever',
  },
  JUMP_INTO_SUB_PROCESS: {
    'zh-CN': '不能跳进子流程内部，请跳转到子流程本身',
    'zh-TW': '不能跳進子流程內部，請跳轉到子流程本身',
    en: 'One cannot jump into a sub-process; jump to the sub-process itself',
  },
  CANNOT_WORK_OUT: {
    'zh-CN': '按图中的表达式算不出办理人或日期，请流程管理员检查',
    'zh-TW': '按圖中的運算式算不出辦理人或日期，請流程管理員檢查',
    en: 'An expression of the drawing gives no person or date; ask an administrator',
  },
} satisfies { [code: string]: { 'zh-CN': string; 'zh-TW': string; en: string } }

export type Refusal = keyof typeof refusals

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'string' && Object.hasOwn(refusals, value)
}
