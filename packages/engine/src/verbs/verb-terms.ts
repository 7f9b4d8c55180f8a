interface Words {
  'zh-CN': string
  'zh-TW': string
  en: string
}

/** The words that the rules use, for somebody who has never seen the program. */
export const verbTerms: readonly { term: Words; text: Words }[] = [
  {
    term: {
      'zh-CN': '会签、或签、依次、票签',
      'zh-TW': '會簽、或簽、依次、票簽',
      en: 'All, one, in order, vote',
    },
    text: {
      'zh-CN':
        '一步由几个人签。会签：都要签；或签：其中一个人签了就算；依次：一个接一个签；票签：按票数或权重，够了就通过。会签中有人不同意，默认本轮到此为止，其他人的任务撤回，已写的意见保留。',
      'zh-TW':
        '一步由幾個人簽。會簽：都要簽；或簽：其中一個人簽了就算；依次：一個接一個簽；票簽：按票數或權重，夠了就通過。會簽中有人不同意，預設本輪到此為止，其他人的任務撤回，已寫的意見保留。',
      en: 'Several people sign one step: all of them, any one, one after the other, or by vote. Where all sign, one refusal ends the round unless the drawing says otherwise; the others’ tasks are withdrawn and opinions are kept.',
    },
  },
  {
    term: { 'zh-CN': '退回之后怎么走', 'zh-TW': '退回之後怎麼走', en: 'After a return' },
    text: {
      'zh-CN':
        '“重新逐级审批”是从被退回的那一步起再走一遍；“直接回到我这里”是改好后跳过中间各步，回到退回的人。再次到达一个步骤时，办理时限和到期提醒重新计时。',
      'zh-TW':
        '「重新逐級審批」是從被退回的那一步起再走一遍；「直接回到我這裡」是改好後跳過中間各步，回到退回的人。再次到達一個步驟時，辦理時限和到期提醒重新計時。',
      en: 'Either every step is walked again, or it comes straight back to whoever returned it. A step that is reached again has its full time again.',
    },
  },
  {
    term: {
      'zh-CN': '并行分支、包容分支',
      'zh-TW': '並行分支、包容分支',
      en: 'Parallel and inclusive branches',
    },
    text: {
      'zh-CN': '几条路同时走，到汇合处等齐再往下。并行分支每条路都走；包容分支按条件走其中一条或几条。',
      'zh-TW': '幾條路同時走，到匯合處等齊再往下。並行分支每條路都走；包容分支按條件走其中一條或幾條。',
      en: 'Several ways at once, which wait for each other where they meet: all of them, or those whose condition holds.',
    },
  },
  {
    term: { 'zh-CN': '图中的多实例', 'zh-TW': '圖中的多實例', en: 'Multi-instance' },
    text: {
      'zh-CN': '同一步按名单各开一份任务，每人一份，例如每个部门各填一份。',
      'zh-TW': '同一步按名單各開一份任務，每人一份，例如每個部門各填一份。',
      en: 'The same step once for everybody on a list, such as each department.',
    },
  },
  {
    term: {
      'zh-CN': '子流程、事件子流程、调用流程',
      'zh-TW': '子流程、事件子流程、調用流程',
      en: 'Sub-process, event sub-process, called process',
    },
    text: {
      'zh-CN':
        '子流程是流程中的一段；事件子流程是中途出了事才开始的一段，例如有人提出疑问；调用流程是请另一个完整的流程来办，办完再接着走。',
      'zh-TW':
        '子流程是流程中的一段；事件子流程是中途出了事才開始的一段，例如有人提出疑問；調用流程是請另一個完整的流程來辦，辦完再接著走。',
      en: 'A part of a process; a part that begins when something happens on the way, such as a question; another whole process that is waited for.',
    },
  },
  {
    term: { 'zh-CN': '意见附件', 'zh-TW': '意見附件', en: 'Files with an opinion' },
    text: {
      'zh-CN':
        '审批、退回时可以随意见附上文件，办理之后不能再改，能看到这份文档的人都能下载。流程图可以规定某一步必须有附件：没有就不能提交、同意和后加签，不同意不受限制，因为理由已经写明。编制文档的步骤，附件加在文档里。收回之后再办，要重新附上；按规定自动通过的，不要附件。',
      'zh-TW':
        '審批、退回時可以隨意見附上檔案，辦理之後不能再改，能看到這份文件的人都能下載。流程圖可以規定某一步必須有附件：沒有就不能提交、同意和後加簽，不同意不受限制，因為理由已經寫明。編制文件的步驟，附件加在文件裡。收回之後再辦，要重新附上；按規定自動通過的，不要附件。',
      en: 'An approval, a refusal or a return may come with files; once it is given they stay as they are, and whoever sees the document can download them. The drawing may ask for a file at a step: without one it cannot be submitted or approved, nor can a signer be added afterwards; saying no needs none, for the reason is given. A step that writes a document has its files in it. Done again after it was taken back, it needs them anew; what passes by a rule needs none.',
    },
  },
  {
    term: { 'zh-CN': '手写签名', 'zh-TW': '手寫簽名', en: 'Hand signature' },
    text: {
      'zh-CN':
        '流程图可以规定某一步要手写签名：提交、同意、不同意和后加签时，用鼠标、手指或笔签在屏幕上；退回、转办、委派、评论不用签。不便手写的人用自己的姓名代替，签名旁会注明。签名只对签的那一版有效：退回形成新的一版后，每个人都要重新签。收回之后签名作废，仍然留档并注明，再办时重新签。代理人签自己的名字，两个人都写明。按规定自动通过的，不用签。',
      'zh-TW':
        '流程圖可以規定某一步要手寫簽名：提交、同意、不同意和後加簽時，用滑鼠、手指或筆簽在螢幕上；退回、轉辦、委派、評論不用簽。不便手寫的人用自己的姓名代替，簽名旁會註明。簽名只對簽的那一版有效：退回形成新的一版後，每個人都要重新簽。收回之後簽名作廢，仍然留檔並註明，再辦時重新簽。代理人簽自己的名字，兩個人都寫明。按規定自動通過的，不用簽。',
      en: 'The drawing may ask for a hand signature at a step: whoever submits, approves, refuses or adds a signer after himself draws it with mouse, finger or pen; returning, passing on, asking for advice and remarks need none. Whoever cannot draw uses his name, which is said beside it. A signature is for the version that was signed: after a return that led to a new version everybody signs again. Taken back, it counts no more; it is kept and marked, and the step is signed anew. A substitute signs his own name, and both are named. What passes by a rule is not signed.',
    },
  },
]
