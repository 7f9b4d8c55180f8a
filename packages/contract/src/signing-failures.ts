import type { Labels } from './locales.ts'

/** What may go wrong with what has to come with a decision: the opinion, files, and a hand signature. */
export const signingFailures = {
  OPINION_REQUIRED: {
    status: 422,
    'zh-CN': '请填写意见',
    'zh-TW': '請填寫意見',
    en: 'Please write an opinion',
  },
  ATTACHMENT_REQUIRED: {
    status: 422,
    'zh-CN': '这一步必须附上文件，请先添加附件',
    'zh-TW': '這一步必須附上檔案，請先新增附件',
    en: 'This step asks for a file; attach one first',
  },
  ATTACHMENT_GONE: {
    status: 409,
    'zh-CN': '有附件已被移除或已经用过，请核对后再办理',
    'zh-TW': '有附件已被移除或已經用過，請核對後再辦理',
    en: 'An attachment has been removed or used meanwhile; check them and act again',
  },
  ATTACHMENT_IN_DOCUMENT: {
    status: 409,
    'zh-CN': '这一步的附件请加在文档里',
    'zh-TW': '這一步的附件請加在文件裡',
    en: 'Files of this step belong to its document; attach them there',
  },
  SIGNATURE_REQUIRED: {
    status: 422,
    'zh-CN': '这一步需要手写签名，请先签名',
    'zh-TW': '這一步需要手寫簽名，請先簽名',
    en: 'This step asks for a hand signature; please sign first',
  },
  SIGNATURE_INVALID: {
    status: 422,
    'zh-CN': '签名图片无法识别，请清除后重新签名',
    'zh-TW': '簽名圖片無法辨識，請清除後重新簽名',
    en: 'The picture of the signature cannot be read; clear it and sign again',
  },
  SIGNATURE_BLANK: {
    status: 422,
    'zh-CN': '签名是空白的或者太小，请重新签名',
    'zh-TW': '簽名是空白的或者太小，請重新簽名',
    en: 'The signature is blank or too small; please sign again',
  },
} as const satisfies Record<string, { status: number } & Labels>
