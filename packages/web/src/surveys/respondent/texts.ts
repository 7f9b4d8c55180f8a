import type { Locale } from '@canmou/contract'

/** What the respondent's page says. Its own small catalogue: the page loads nothing of the web behind the sign-in. */
const zhCN = {
  loading: '正在打开问卷…',
  send: '提交答卷',
  sending: '正在提交…',
  kept: '已填写的内容保存在本机',
  waiting: '网络中断，答卷已保存在本机，恢复后自动提交',
  retry: '立即重试',
  refused: '提交没有成功：{reason}',
  changed: '问卷刚刚更新过，请核对后再提交一次',
  unreachable: { title: '暂时打不开问卷', hint: '请检查网络后重试。' },
  unknown: { title: '链接无效', hint: '请核对链接是否完整，或向发给您链接的人索取新的链接。' },
  closed: { title: '问卷已截止', hint: '感谢您的关注，本次调查已结束。' },
  full: { title: '名额已满', hint: '感谢您的关注，本次调查需要的答卷已收齐。' },
  answered: { title: '您已填写过', hint: '每个个人链接只能填写一次，您的答卷已收到。' },
  thanks: { title: '答卷已提交', hint: '感谢您抽出时间填写。' },
  another: '再填一份',
}
type Texts = typeof zhCN

export const texts: Record<Locale, Texts> = {
  'zh-CN': zhCN,
  'zh-TW': {
    loading: '正在開啟問卷…',
    send: '送出答卷',
    sending: '正在送出…',
    kept: '已填寫的內容儲存在本機',
    waiting: '網路中斷，答卷已儲存在本機，恢復後自動送出',
    retry: '立即重試',
    refused: '送出未成功：{reason}',
    changed: '問卷剛剛更新過，請核對後再送出一次',
    unreachable: { title: '暫時無法開啟問卷', hint: '請檢查網路後重試。' },
    unknown: { title: '連結無效', hint: '請確認連結是否完整，或向提供連結的人索取新的連結。' },
    closed: { title: '問卷已截止', hint: '感謝您的關注，本次調查已結束。' },
    full: { title: '名額已滿', hint: '感謝您的關注，本次調查所需的答卷已收齊。' },
    answered: { title: '您已填寫過', hint: '每個個人連結只能填寫一次，您的答卷已收到。' },
    thanks: { title: '答卷已送出', hint: '感謝您撥冗填寫。' },
    another: '再填一份',
  },
  en: {
    loading: 'Opening the survey…',
    send: 'Send answers',
    sending: 'Sending…',
    kept: 'What you type is kept on this device',
    waiting: 'No connection. Your answers are kept on this device and will be sent when it is back',
    retry: 'Try now',
    refused: 'Not sent: {reason}',
    changed: 'The survey has just been corrected; please check your answers and send again',
    unreachable: { title: 'The survey cannot be opened now', hint: 'Check your connection and try again.' },
    unknown: {
      title: 'This link is not valid',
      hint: 'Check that it is complete, or ask whoever sent it for a new one.',
    },
    closed: { title: 'The survey is closed', hint: 'Thank you for your interest; this survey has ended.' },
    full: { title: 'No places left', hint: 'Thank you; we have received all the answers we need.' },
    answered: {
      title: 'You have answered already',
      hint: 'A personal link can be used once, and we have your answers.',
    },
    thanks: { title: 'Your answers were sent', hint: 'Thank you for your time.' },
    another: 'Fill in another',
  },
}
export type { Texts }
