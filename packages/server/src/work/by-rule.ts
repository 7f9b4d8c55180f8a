import type { Labels, Locale, Opinion } from '@canmou/contract'
import type { Auto } from '@canmou/engine'

/** Why the drawing decided in a person's place; the signature block and the history say it with these sentences. */
const reasons: Record<Auto, Labels> = {
  vacant: {
    'zh-CN': '岗位无人任职，按流程规定办理',
    'zh-TW': '崗位無人任職，按流程規定辦理',
    en: 'Nobody holds the position; decided by the rule of the process',
  },
  starter: {
    'zh-CN': '办理人就是发起人，按流程规定办理',
    'zh-TW': '辦理人就是發起人，按流程規定辦理',
    en: 'The approver is the starter; decided by the rule of the process',
  },
  samePerson: {
    'zh-CN': '同一人已经同意过，按流程规定办理',
    'zh-TW': '同一人已經同意過，按流程規定辦理',
    en: 'The same person has approved already; decided by the rule of the process',
  },
  timeLimit: {
    'zh-CN': '逾期未办，按流程规定办理',
    'zh-TW': '逾期未辦，按流程規定辦理',
    en: 'Not done in time; decided by the rule of the process',
  },
}

export const presentByRule = (rule: Auto, locale: Locale): NonNullable<Opinion['byRule']> => ({
  rule,
  reason: reasons[rule][locale],
})
