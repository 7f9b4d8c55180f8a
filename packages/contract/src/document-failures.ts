import type { Labels } from './locales.ts'

/** What may go wrong with drafts, and at a step that makes several documents; part of the one table of failures. */
export const documentFailures = {
  DRAFT_OUTDATED: {
    status: 409,
    'zh-CN': '草稿已在别处修改，请刷新后再编辑',
    'zh-TW': '草稿已在別處修改，請重新整理後再編輯',
    en: 'The draft was changed elsewhere; reload before editing',
  },
  DRAFT_MISSING: {
    status: 409,
    'zh-CN': '没有可编辑的草稿，可能已经提交或放弃，请刷新',
    'zh-TW': '沒有可編輯的草稿，可能已經提交或放棄，請重新整理',
    en: 'There is no draft to edit; it may have been submitted or given up. Please reload',
  },
  DOCUMENTS_INVALID: {
    status: 422,
    'zh-CN': '{places}共有 {count} 处需要修改，改好后再一并办理',
    'zh-TW': '{places}共有 {count} 處需要修改，改好後再一併辦理',
    en: '{count} places need correction in {places}; nothing was done with any document',
  },
  DOCUMENTS_NOT_SEVERAL: {
    status: 409,
    'zh-CN': '此环节只有一份文档',
    'zh-TW': '此環節只有一份文件',
    en: 'This step has one document only',
  },
  DOCUMENTS_TOO_MANY: {
    status: 409,
    'zh-CN': '此环节最多 {limit} 份文档',
    'zh-TW': '此環節最多 {limit} 份文件',
    en: 'This step has at most {limit} documents',
  },
  DOCUMENT_NEEDED: {
    status: 409,
    'zh-CN': '至少要有一份文档，不能删除最后一份',
    'zh-TW': '至少要有一份文件，不能刪除最後一份',
    en: 'There must be one document; the last one cannot be removed',
  },
  DOCUMENT_SUBMITTED: {
    status: 409,
    'zh-CN': '这份文档已提交过（{number}），只能修改，不能删除',
    'zh-TW': '這份文件已提交過（{number}），只能修改，不能刪除',
    en: 'This document has been submitted ({number}); it can be changed, not removed',
  },
} as const satisfies Record<string, { status: number } & Labels>
