/** What the time limit of a step does, by what happens to the step; each is proved by golden cases (`test/golden/limits`). */
export const limitRules = [
  {
    when: { 'zh-CN': '怎么计时', 'zh-TW': '怎麼計時', en: 'How time is counted' },
    text: {
      'zh-CN':
        '按工作日历计：午休、夜里、周末、法定节假日不算，调休上班的日子算。下班后到达的，从下一个上班时刻起算。日历后来有改动的，还没到期的时限和提醒跟着改。',
      'zh-TW':
        '按工作日曆計：午休、夜裡、週末、法定節假日不算，調休上班的日子算。下班後到達的，從下一個上班時刻起算。日曆後來有改動的，還沒到期的時限和提醒跟著改。',
      en: 'By the working calendar: lunch, nights, weekends and holidays do not count, worked Saturdays do. What comes after hours begins with the next working hour. Where the calendar changes later on, limits and reminders that are not due yet move along.',
    },
    cases: ['nothing', 'limit-by-rule'],
  },
  {
    when: { 'zh-CN': '提醒', 'zh-TW': '提醒', en: 'Reminders' },
    text: {
      'zh-CN':
        '到期前一段时间开始，隔一段时间一次，共若干次；办理人和代理人打开任务，最上面就是提醒。办完就不再提醒。',
      'zh-TW':
        '到期前一段時間開始，隔一段時間一次，共若干次；辦理人和代理人打開任務，最上面就是提醒。辦完就不再提醒。',
      en: 'From some time before the limit on, at intervals, as often as the drawing says; holders and their substitutes read it at the top of the task. What is done is no more reminded of.',
    },
    cases: ['remind-before-and-after', 'remind-at-the-limit', 'done-in-time'],
  },
  {
    when: { 'zh-CN': '逾期后：升级', 'zh-TW': '逾期後：升級', en: 'At the limit: escalate' },
    text: {
      'zh-CN':
        '流程图指定的人或岗位，没有指定就是办理人的上级，也得到这项任务；原办理人仍可办理，谁先办算谁的。涉密等级不够的上级、自己发起的人跳过，再往上一级，最后是流程管理员。',
      'zh-TW':
        '流程圖指定的人或崗位，沒有指定就是辦理人的上級，也得到這項任務；原辦理人仍可辦理，誰先辦算誰的。涉密等級不夠的上級、自己發起的人跳過，再往上一級，最後是流程管理員。',
      en: 'Whoever the drawing names, or else the holder’s superior, has the task as well, and whoever is first does it. A superior who is not cleared, or who began it himself, is passed over for the one above; in the end it is the process administrator.',
    },
    cases: ['escalate', 'escalate-to'],
  },
  {
    when: {
      'zh-CN': '逾期后：自动通过、自动退回',
      'zh-TW': '逾期後：自動通過、自動退回',
      en: 'At the limit: pass or refuse',
    },
    text: {
      'zh-CN': '按本步的规则当作同意或不同意，签署意见里写明是逾期自动办理，没有人名。自动办理的不能收回。',
      'zh-TW': '按本步的規則當作同意或不同意，簽署意見裡寫明是逾期自動辦理，沒有人名。自動辦理的不能收回。',
      en: 'Counts as an approval or a refusal at this step; the signature block says that it was not done in time, and names nobody. It cannot be taken back.',
    },
    cases: ['pass', 'refuse'],
  },
  {
    when: { 'zh-CN': '会签、或签、依次、票签', 'zh-TW': '會簽、或簽、依次、票簽', en: 'Several signers' },
    text: {
      'zh-CN':
        '每个人各计各的，依次的从轮到他时起。到期只替他一个人决定，再按本步的方式计。图中的多实例也是每一份各计各的。',
      'zh-TW':
        '每個人各計各的，依次的從輪到他時起。到期只替他一個人決定，再按本步的方式計。圖中的多實例也是每一份各計各的。',
      en: 'Each has a time of his own; in order, from his turn on. The limit decides for him alone, and that counts as the step counts. So has each instance of a multi-instance.',
    },
    cases: ['all-sign', 'all-refused-by-time', 'in-order', 'each-instance'],
  },
  {
    when: { 'zh-CN': '转办、离职转办', 'zh-TW': '轉辦、離職轉辦', en: 'Transferred, handed over' },
    text: {
      'zh-CN':
        '时间算在这一步上，不因换人重新计：接办的人用剩下的时间，提醒次数接着算。已经逾期的，接办的人重新计时。',
      'zh-TW':
        '時間算在這一步上，不因換人重新計：接辦的人用剩下的時間，提醒次數接著算。已經逾期的，接辦的人重新計時。',
      en: 'The time belongs to the place, not to the person: whoever takes it over has what is left, and reminders go on. Where it was over already, his time begins anew.',
    },
    cases: ['transferred', 'transferred-too-late', 'handed-over'],
  },
  {
    when: { 'zh-CN': '委派、前加签', 'zh-TW': '委派、前加簽', en: 'Advice, a signer added before' },
    text: {
      'zh-CN': '被请的人各有完整的时间；回到本人时，本人重新计时。减签之后也一样。',
      'zh-TW': '被請的人各有完整的時間；回到本人時，本人重新計時。減簽之後也一樣。',
      en: 'Those who are asked have the full time each; when it comes back, the holder has his full time again. So after a removal.',
    },
    cases: ['delegated', 'added-before', 'removed'],
  },
  {
    when: {
      'zh-CN': '退回、收回、再次到达',
      'zh-TW': '退回、收回、再次到達',
      en: 'Returned, taken back, reached again',
    },
    text: {
      'zh-CN': '每次到达都重新计时，提醒也从头来。等别人改好再直接回来的这段时间不计。',
      'zh-TW': '每次到達都重新計時，提醒也從頭來。等別人改好再直接回來的這段時間不計。',
      en: 'Whenever the step is reached it has its full time again, reminders too. No time runs while it waits for a correction.',
    },
    cases: ['return-and-re-entry', 'straight-back', 'taken-back', 'refuse'],
  },
  {
    when: { 'zh-CN': '岗位无人', 'zh-TW': '崗位無人', en: 'Nobody holds the position' },
    text: {
      'zh-CN': '先按“岗位无人”的规定办；交给了别人的，时间照常计。',
      'zh-TW': '先按「崗位無人」的規定辦；交給了別人的，時間照常計。',
      en: 'What the drawing says of that comes first; where somebody else gets it, the time runs on.',
    },
    cases: ['nobody-holds-it', 'held-by-the-administrator'],
  },
  {
    when: {
      'zh-CN': '撤回、终止、跳转、被事件打断',
      'zh-TW': '撤回、終止、跳轉、被事件打斷',
      en: 'Withdrawn, terminated, jumped, interrupted',
    },
    text: { 'zh-CN': '不再计时。', 'zh-TW': '不再計時。', en: 'No time runs any more.' },
    cases: ['withdrawn', 'jumped', 'interrupted'],
  },
  {
    when: { 'zh-CN': '流程出错停住', 'zh-TW': '流程出錯停住', en: 'Stopped by an incident' },
    text: {
      'zh-CN': '停在这一步时没有人能办，到了期也不生效；恢复之后如果还没办，马上生效。',
      'zh-TW': '停在這一步時沒有人能辦，到了期也不生效；恢復之後如果還沒辦，馬上生效。',
      en: 'Nobody can act at the step meanwhile, so the limit waits; once it goes on and is still not done, it is over at once.',
    },
    cases: ['stopped-by-an-incident', 'limit-that-is-none'],
  },
] as const
