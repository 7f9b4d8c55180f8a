import type { Verb } from './verbs.ts'

interface Words {
  'zh-CN': string
  'zh-TW': string
  en: string
}

/** What a verb is for, and one case from an office; the table (`matrix.ts`) says the rest. */
export const verbWords: Readonly<Record<Verb, { purpose: Words; example: Words }>> = {
  submit: {
    purpose: {
      'zh-CN': '把填好的表单交上去。',
      'zh-TW': '把填好的表單交上去。',
      en: 'Hands in the form that was filled in.',
    },
    example: {
      'zh-CN': '市场经理填完《市场调研策划书》，点“提交”，策划书就到了审核人那里。',
      'zh-TW': '市場經理填完《市場調研策劃書》，點「提交」，策劃書就到了審核人那裡。',
      en: 'The market manager has written the research plan and presses “Submit”; it is now with the reviewer.',
    },
  },
  approve: {
    purpose: {
      'zh-CN': '审批通过。图上写的是“通过”“签准”还是“已阅”，按钮就叫什么。',
      'zh-TW': '審批通過。圖上寫的是「通過」「簽准」還是「已閱」，按鈕就叫什麼。',
      en: 'Says yes. The button is called what the drawing calls it: pass, sign or read.',
    },
    example: {
      'zh-CN': '事业部经理看过预算没有问题，点“同意”，流程走到下一步。',
      'zh-TW': '事業部經理看過預算沒有問題，點「同意」，流程走到下一步。',
      en: 'The budget is fine, so the manager presses “Approve” and the next step is asked.',
    },
  },
  reject: {
    purpose: {
      'zh-CN': '审批不通过，必须写明意见。之后走哪条路，由流程图决定，多数是回到编制的人手里。',
      'zh-TW': '審批不通過，必須寫明意見。之後走哪條路，由流程圖決定，多數是回到編制的人手裡。',
      en: 'Says no, with the reason. The drawing says where it goes then; mostly back to the author.',
    },
    example: {
      'zh-CN': '会签时有一位写明“缺客户名单”点了“签否”，本轮会签到此为止，文档回到编制人修改。',
      'zh-TW': '會簽時有一位寫明「缺客戶名單」點了「簽否」，本輪會簽到此為止，文件回到編制人修改。',
      en: 'One of the signers declines because a list is missing; the round ends and the author has to revise.',
    },
  },
  returnToPrevious: {
    purpose: {
      'zh-CN': '退给前面刚办过的那一步。前面如果是几个并行的步骤，它们一起重新打开。',
      'zh-TW': '退給前面剛辦過的那一步。前面如果是幾個並行的步驟，它們一起重新打開。',
      en: 'Goes back to the step just done. Where several ran side by side, all of them are open again.',
    },
    example: {
      'zh-CN': '批预算时发现审核的人没看附件，退回上一步，请他再审一遍。',
      'zh-TW': '批預算時發現審核的人沒看附件，退回上一步，請他再審一遍。',
      en: 'The reviewer has overlooked the attachment; the step goes back to him.',
    },
  },
  returnToStarter: {
    purpose: {
      'zh-CN': '退给发起人。图上没有画发起人步骤的流程，也会自动给发起人一个任务。',
      'zh-TW': '退給發起人。圖上沒有畫發起人步驟的流程，也會自動給發起人一個任務。',
      en: 'Goes back to whoever started it; he gets a task even where the drawing has no step for him.',
    },
    example: {
      'zh-CN': '预算写得太粗，退回发起人补细目，补好再提交。',
      'zh-TW': '預算寫得太粗，退回發起人補細目，補好再提交。',
      en: 'The budget is too rough; the starter adds the items and submits again.',
    },
  },
  returnToStep: {
    purpose: {
      'zh-CN':
        '从实际走过的步骤里选一个退回去。退回时还可以选：改好之后“重新逐级审批”，还是“直接回到我这里”。',
      'zh-TW':
        '從實際走過的步驟裡選一個退回去。退回時還可以選：改好之後「重新逐級審批」，還是「直接回到我這裡」。',
      en: 'Goes back to any step that was passed; afterwards every step is walked again, or it comes straight back to you.',
    },
    example: {
      'zh-CN': '总经理发现第二步的调研类型填错了，退回那一步并选“直接回到我这里”，改好后中间的人不用再批。',
      'zh-TW': '總經理發現第二步的調研類型填錯了，退回那一步並選「直接回到我這裡」，改好後中間的人不用再批。',
      en: 'One field of step two is wrong: it is put right there and comes straight back, nobody between is asked again.',
    },
  },
  transfer: {
    purpose: {
      'zh-CN': '交给别人办，自己不再管。顺序和票数一并转过去。',
      'zh-TW': '交給別人辦，自己不再管。順序和票數一併轉過去。',
      en: 'Somebody else has it now, with the place in the order and the votes.',
    },
    example: {
      'zh-CN': '这份预算归财务管，转办给财务经理，之后由财务经理审批。',
      'zh-TW': '這份預算歸財務管，轉辦給財務經理，之後由財務經理審批。',
      en: 'The budget is a matter for finance, so it goes to the finance manager, who decides.',
    },
  },
  delegate: {
    purpose: {
      'zh-CN':
        '请别人先看、先提意见，办完回到自己手里，由自己作决定。对方的同意或不同意只作参考；需要他也签署时，再把他加签进来。',
      'zh-TW':
        '請別人先看、先提意見，辦完回到自己手裡，由自己作決定。對方的同意或不同意只作參考；需要他也簽署時，再把他加簽進來。',
      en: 'Somebody else looks at it first and says what he thinks; then it comes back and you decide. Where he is to sign as well, add him as a signer afterwards.',
    },
    example: {
      'zh-CN': '拿不准金额是否合理，委派财务经理先看；他写完意见，任务回到自己这里再批。',
      'zh-TW': '拿不準金額是否合理，委派財務經理先看；他寫完意見，任務回到自己這裡再批。',
      en: 'Not sure about an amount, one asks the finance manager first and decides on his advice.',
    },
  },
  addSignerBefore: {
    purpose: {
      'zh-CN': '请别人先审，审完再轮到自己。可以请几个人，会签、或签或依次。',
      'zh-TW': '請別人先審，審完再輪到自己。可以請幾個人，會簽、或簽或依次。',
      en: 'Others are asked first, then you: all of them, one of them, or one after the other.',
    },
    example: {
      'zh-CN': '签字之前想先让技术总监把关，前加签技术总监；他同意之后才轮到自己。',
      'zh-TW': '簽字之前想先讓技術總監把關，前加簽技術總監；他同意之後才輪到自己。',
      en: 'The technical director should look at it before; once he agrees it is your turn.',
    },
  },
  addSignerAfter: {
    purpose: {
      'zh-CN': '自己同意，并请别人接着审。',
      'zh-TW': '自己同意，並請別人接著審。',
      en: 'You approve, and others are asked after you.',
    },
    example: {
      'zh-CN': '自己没有意见，但金额较大，后加签总经理，由他接着审。',
      'zh-TW': '自己沒有意見，但金額較大，後加簽總經理，由他接著審。',
      en: 'You agree, but the sum is large, so the general manager is asked after you.',
    },
  },
  addSignerParallel: {
    purpose: {
      'zh-CN': '请别人和自己一起签。',
      'zh-TW': '請別人和自己一起簽。',
      en: 'Others sign beside you.',
    },
    example: {
      'zh-CN': '觉得财务也应该签字，并加签财务经理，两个人都签了才算通过。',
      'zh-TW': '覺得財務也應該簽字，並加簽財務經理，兩個人都簽了才算通過。',
      en: 'Finance should sign as well: the finance manager is added, and both have to sign.',
    },
  },
  removeSigner: {
    purpose: {
      'zh-CN': '把还没办的加签人减去。原定的签署人只有流程管理员能减。',
      'zh-TW': '把還沒辦的加簽人減去。原定的簽署人只有流程管理員能減。',
      en: 'Takes somebody who was added away again. Only the administrator removes those whom the drawing names.',
    },
    example: {
      'zh-CN': '加签的人临时出差，把他减去，流程不用等他。',
      'zh-TW': '加簽的人臨時出差，把他減去，流程不用等他。',
      en: 'The added signer is travelling; without him nobody has to wait.',
    },
  },
  takeBack: {
    purpose: {
      'zh-CN': '刚办完就发现不对，趁后面还没有人办理，把它收回来重新办。',
      'zh-TW': '剛辦完就發現不對，趁後面還沒有人辦理，把它收回來重新辦。',
      en: 'Opens what you have just done again, as long as nobody has acted after you.',
    },
    example: {
      'zh-CN': '刚点了“同意”就发现附件不对，下一位还没办，到“已办”里点“收回”。',
      'zh-TW': '剛點了「同意」就發現附件不對，下一位還沒辦，到「已辦」裡點「收回」。',
      en: 'You approved and see that the attachment is wrong: take it back from the list of what you have done.',
    },
  },
  withdraw: {
    purpose: {
      'zh-CN': '发起人把整件事撤回到自己手里修改，已填的内容不会丢。',
      'zh-TW': '發起人把整件事撤回到自己手裡修改，已填的內容不會丟。',
      en: 'The starter takes the whole thing back to change it; what was filled in stays.',
    },
    example: {
      'zh-CN': '提交之后发现地区写错了，撤回来改好再提交。',
      'zh-TW': '提交之後發現地區寫錯了，撤回來改好再提交。',
      en: 'The region was wrong: withdraw, put it right, submit again.',
    },
  },
  terminate: {
    purpose: {
      'zh-CN': '整件事不办了，写明理由后结束。',
      'zh-TW': '整件事不辦了，寫明理由後結束。',
      en: 'Ends the whole thing, with the reason.',
    },
    example: {
      'zh-CN': '项目取消，写明理由后终止，还在等人办理的任务一并撤回。',
      'zh-TW': '專案取消，寫明理由後終止，還在等人辦理的任務一併撤回。',
      en: 'The project is cancelled; whatever still waits for somebody is withdrawn.',
    },
  },
  jump: {
    purpose: {
      'zh-CN': '流程管理员把任务直接移到别的节点，用于纠正走错的流程。',
      'zh-TW': '流程管理員把任務直接移到別的節點，用於糾正走錯的流程。',
      en: 'The process administrator puts the flow on another step, to mend what went wrong.',
    },
    example: {
      'zh-CN': '类型选错，流程走到了不该走的步骤，由流程管理员跳转到正确的步骤。',
      'zh-TW': '類型選錯，流程走到了不該走的步驟，由流程管理員跳轉到正確的步驟。',
      en: 'By a wrong choice it has come to the wrong step; the administrator moves it to the right one.',
    },
  },
  handOver: {
    purpose: {
      'zh-CN': '有人离职或调岗时，由流程管理员把他名下的待办一次转给别人。',
      'zh-TW': '有人離職或調崗時，由流程管理員把他名下的待辦一次轉給別人。',
      en: 'When somebody leaves, the administrator gives all his open tasks to another person at once.',
    },
    example: {
      'zh-CN': '大客户经理离职，在“组织”里打开他的页面，把他的待办一次转给接手的同事。',
      'zh-TW': '大客戶經理離職，在「組織」裡打開他的頁面，把他的待辦一次轉給接手的同事。',
      en: 'A key account manager leaves: on his page under “Organisation” his tasks go to whoever takes over.',
    },
  },
  urge: {
    purpose: {
      'zh-CN': '提醒正在办理的人。',
      'zh-TW': '提醒正在辦理的人。',
      en: 'Reminds those who have it now.',
    },
    example: {
      'zh-CN': '策划书三天没批，发起人催办；办理人打开任务，最上面就是催办的话。',
      'zh-TW': '策劃書三天沒批，發起人催辦；辦理人打開任務，最上面就是催辦的話。',
      en: 'Nothing has happened for three days: whoever opens the task reads the reminder first.',
    },
  },
  copy: {
    purpose: {
      'zh-CN': '发给别人看看，不需要对方办理。对方看过没有，流程页上会显示。',
      'zh-TW': '發給別人看看，不需要對方辦理。對方看過沒有，流程頁上會顯示。',
      en: 'Lets others read it; they have nothing to do. The page of the run shows who has read it.',
    },
    example: {
      'zh-CN': '把进展抄送给行政助理，他打开之后，流程页上显示“已读”和时间。',
      'zh-TW': '把進展副本給行政助理，他打開之後，流程頁上顯示「已讀」和時間。',
      en: 'The assistant gets a copy; once opened, the page says “read” and when.',
    },
  },
  comment: {
    purpose: {
      'zh-CN': '留一句话，看得到这个流程的人都能看到；可以提醒某几位来看。',
      'zh-TW': '留一句話，看得到這個流程的人都能看到；可以提醒某幾位來看。',
      en: 'Leaves a note for everybody who sees the run, and can call somebody’s attention to it.',
    },
    example: {
      'zh-CN': '写一句“附件已更新”，并提醒财务经理看，他会在“抄送我的”里收到。',
      'zh-TW': '寫一句「附件已更新」，並提醒財務經理看，他會在「副本給我的」裡收到。',
      en: '“The attachment is new”: the finance manager is mentioned and finds it among his copies.',
    },
  },
  saveDraft: {
    purpose: {
      'zh-CN': '先存起来，过后再办。填写时自动保存。',
      'zh-TW': '先存起來，過後再辦。填寫時自動儲存。',
      en: 'Keeps what was filled in for later; it is saved while you type.',
    },
    example: {
      'zh-CN': '填到一半要去开会，关掉页面也不要紧，回来接着填。',
      'zh-TW': '填到一半要去開會，關掉頁面也不要緊，回來接著填。',
      en: 'Called away half-way, you close the page and go on later where you stopped.',
    },
  },
}
