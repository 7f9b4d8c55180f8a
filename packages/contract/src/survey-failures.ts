import type { Labels } from './locales.ts'

/** What may go wrong with a survey: while it is designed, published, and answered. */
export const surveyFailures = {
  SURVEY_PUBLISHED: {
    status: 409,
    'zh-CN': '问卷已发布，不能再修改；如需更正，请建立新版本',
    'zh-TW': '問卷已發布，不能再修改；如需更正，請建立新版本',
    en: 'The questionnaire has been published and can no longer be changed; make a new version to correct it',
  },
  SURVEY_OUTDATED: {
    status: 409,
    'zh-CN': '问卷已在别处修改，请刷新后再编辑',
    'zh-TW': '問卷已在別處修改，請重新整理後再編輯',
    en: 'The questionnaire was changed elsewhere; reload before editing',
  },
  SURVEY_INVALID: {
    status: 422,
    'zh-CN': '问卷有 {count} 处需要修改',
    'zh-TW': '問卷有 {count} 處需要修改',
    en: '{count} places in the questionnaire need correction',
  },
  SURVEY_NOT_YOURS: {
    status: 403,
    'zh-CN': '这份问卷不由您管理',
    'zh-TW': '這份問卷不由您管理',
    en: 'This questionnaire is not yours to manage',
  },
  SURVEY_NOT_PUBLISHED: {
    status: 409,
    'zh-CN': '问卷尚未发布',
    'zh-TW': '問卷尚未發布',
    en: 'The questionnaire has not been published yet',
  },
  SURVEY_SUPERSEDED: {
    status: 409,
    'zh-CN': '问卷已有新版本，不能重新开放旧版本',
    'zh-TW': '問卷已有新版本，不能重新開放舊版本',
    en: 'There is a newer version of the questionnaire; this one cannot be reopened',
  },
  SURVEY_CLOSED: {
    status: 409,
    'zh-CN': '问卷已截止',
    'zh-TW': '問卷已截止',
    en: 'The survey is closed',
  },
  SURVEY_FULL: {
    status: 409,
    'zh-CN': '问卷名额已满',
    'zh-TW': '問卷名額已滿',
    en: 'The survey has received all the answers it needs',
  },
  SURVEY_ANSWERED: {
    status: 409,
    'zh-CN': '此链接已填写过',
    'zh-TW': '此連結已填寫過',
    en: 'This link has been answered already',
  },
  SURVEY_CHANGED: {
    status: 409,
    'zh-CN': '问卷已更新，请刷新页面后再提交',
    'zh-TW': '問卷已更新，請重新整理頁面後再送出',
    en: 'The questionnaire has been corrected; reload the page before sending',
  },
  SURVEY_ANSWERS_INVALID: {
    status: 422,
    'zh-CN': '有 {count} 道题需要修改',
    'zh-TW': '有 {count} 題需要修改',
    en: '{count} answers need correction',
  },
} as const satisfies Record<string, { status: number } & Labels>
