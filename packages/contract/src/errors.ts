import { documentFailures } from './document-failures.ts'
import type { Labels, Locale } from './locales.ts'
import { organizationFailures } from './organization-failures.ts'
import { signingFailures } from './signing-failures.ts'
import { surveyFailures } from './survey-failures.ts'

/**
 * Every failure that a caller may meet, by code: the HTTP status and the sentence in each language. `{name}` in a
 * sentence is filled from the failure's parameters. What is not in this table is a bug and becomes `INTERNAL`.
 */
export const failures = {
  INTERNAL: {
    status: 500,
    'zh-CN': '服务器内部错误，请把编号 {requestId} 告诉管理员',
    'zh-TW': '伺服器內部錯誤，請把編號 {requestId} 告訴管理員',
    en: 'Internal error; give the number {requestId} to your administrator',
  },
  REQUEST_INVALID: {
    status: 400,
    'zh-CN': '请求内容不符合要求',
    'zh-TW': '請求內容不符合要求',
    en: 'The request is not valid',
  },
  JSON_INVALID: {
    status: 400,
    'zh-CN': '请求不是有效的 JSON',
    'zh-TW': '請求不是有效的 JSON',
    en: 'The request is not valid JSON',
  },
  JSON_TOO_DEEP: {
    status: 400,
    'zh-CN': '请求的嵌套层数过多（最多 {limit} 层）',
    'zh-TW': '請求的巢狀層數過多（最多 {limit} 層）',
    en: 'The request is nested too deeply (at most {limit} levels)',
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    'zh-CN': '请求过大（最多 {limit}）',
    'zh-TW': '請求過大（最多 {limit}）',
    en: 'The request is too large (at most {limit})',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    'zh-CN': '不接受这种内容类型的请求',
    'zh-TW': '不接受這種內容類型的請求',
    en: 'Requests of this content type are not accepted',
  },
  NOT_FOUND: {
    status: 404,
    'zh-CN': '没有这个地址或内容，或者您无权查看',
    'zh-TW': '沒有這個地址或內容，或者您無權查看',
    en: 'There is no such address or content, or you may not see it',
  },
  UNAUTHENTICATED: { status: 401, 'zh-CN': '请先登录', 'zh-TW': '請先登入', en: 'Please sign in first' },
  CREDENTIALS_WRONG: {
    status: 401,
    'zh-CN': '用户名或密码不正确',
    'zh-TW': '使用者名稱或密碼不正確',
    en: 'The user name or password is wrong',
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    'zh-CN': '尝试次数过多，请在 {seconds} 秒后再试',
    'zh-TW': '嘗試次數過多，請在 {seconds} 秒後再試',
    en: 'Too many attempts; try again in {seconds} seconds',
  },
  CROSS_SITE: {
    status: 403,
    'zh-CN': '拒绝来自其他网站的请求',
    'zh-TW': '拒絕來自其他網站的請求',
    en: 'Requests from another site are refused',
  },
  FORBIDDEN: {
    status: 403,
    'zh-CN': '您的岗位不能进行此操作',
    'zh-TW': '您的崗位不能進行此操作',
    en: 'Your position may not do this',
  },
  CLEARANCE_TOO_LOW: {
    status: 403,
    'zh-CN': '所选密级高于您的涉密等级',
    'zh-TW': '所選密級高於您的涉密等級',
    en: 'The chosen confidentiality level is above your clearance',
  },
  LEVEL_LOWERED: {
    status: 409,
    'zh-CN': '密级只能提高，不能自行降低',
    'zh-TW': '密級只能提高，不能自行降低',
    en: 'A confidentiality level may be raised, not lowered',
  },
  PROCESS_UNKNOWN: {
    status: 404,
    'zh-CN': '没有流程 {process}',
    'zh-TW': '沒有流程 {process}',
    en: 'There is no process {process}',
  },
  PROCESS_NOT_IN_EFFECT: {
    status: 409,
    'zh-CN': '流程 {process} 尚未生效，不能发起',
    'zh-TW': '流程 {process} 尚未生效，不能發起',
    en: 'Process {process} is not in effect and cannot be started',
  },
  PROCESS_BROKEN: {
    status: 409,
    'zh-CN': '流程 {process} 第 {version} 版的流程图有错误，不能运行，请联系流程管理员',
    'zh-TW': '流程 {process} 第 {version} 版的流程圖有錯誤，不能執行，請聯絡流程管理員',
    en: 'The drawing of process {process}, version {version}, has errors and cannot run; please tell the process administrator',
  },
  PROCESS_NOT_YOURS: {
    status: 403,
    'zh-CN': '您的岗位不能发起流程 {process}',
    'zh-TW': '您的崗位不能發起流程 {process}',
    en: 'Your position may not start process {process}',
  },
  VERSION_UNSOUND: {
    status: 422,
    'zh-CN': '流程图有 {count} 处必须改正，不能提交',
    'zh-TW': '流程圖有 {count} 處必須改正，不能提交',
    en: '{count} places of the drawing must be corrected first',
  },
  VERSION_NOT_DRAFT: {
    status: 409,
    'zh-CN': '只有草稿状态的版本可以修改或提交审核',
    'zh-TW': '只有草稿狀態的版本可以修改或提交審核',
    en: 'Only a version that is a draft can be changed or handed in for review',
  },
  VERSION_IN_REVIEW: {
    status: 409,
    'zh-CN': '流程 {process} 已有一个版本正在联合审核',
    'zh-TW': '流程 {process} 已有一個版本正在聯合審核',
    en: 'A version of process {process} is under review already',
  },
  VERSION_SAME: {
    status: 409,
    'zh-CN': '这张流程图与版本 {version} 相同',
    'zh-TW': '這張流程圖與版本 {version} 相同',
    en: 'The drawing is the same as that of version {version}',
  },
  BPMN_INVALID: {
    status: 422,
    'zh-CN': '流程图有错误',
    'zh-TW': '流程圖有錯誤',
    en: 'The process drawing has errors',
  },
  NOT_A_PARTICIPANT: {
    status: 403,
    'zh-CN': '只有参与这个流程的人可以这样做',
    'zh-TW': '只有參與這個流程的人可以這樣做',
    en: 'Only those who take part in the process may do this',
  },
  ASKING_NOT_POSSIBLE: {
    status: 409,
    'zh-CN': '流程现在不在可以提出疑问的环节',
    'zh-TW': '流程現在不在可以提出疑問的環節',
    en: 'The process is not at a step where questions can be asked',
  },
  TASK_NOT_YOURS: {
    status: 403,
    'zh-CN': '这项任务不由您办理',
    'zh-TW': '這項任務不由您辦理',
    en: 'This task is not yours',
  },
  TASK_DONE: {
    status: 409,
    'zh-CN': '这项任务已由{person}办理',
    'zh-TW': '這項任務已由{person}辦理',
    en: '{person} has already done this task',
  },
  TASK_TIMED_OUT: {
    status: 409,
    'zh-CN': '这项任务已超过办理时限，已按流程规定自动办理',
    'zh-TW': '這項任務已超過辦理時限，已按流程規定自動辦理',
    en: 'The time for this task is over, and the process has decided it by its rule',
  },
  TASK_CANCELLED: {
    status: 409,
    'zh-CN': '这项任务已取消，无需办理',
    'zh-TW': '這項任務已取消，無需辦理',
    en: 'This task was cancelled; nothing needs to be done',
  },
  VERB_REFUSED: { status: 409, 'zh-CN': '{reason}', 'zh-TW': '{reason}', en: '{reason}' },
  NO_SUCH_PERSON: {
    status: 422,
    'zh-CN': '没有“{person}”这个人，或者已停用',
    'zh-TW': '沒有「{person}」這個人，或者已停用',
    en: 'There is nobody called {person}, or the account is disabled',
  },
  PERSON_NOT_CLEARED: {
    status: 422,
    'zh-CN': '{person}的涉密等级不够，不能接手这个流程的事项',
    'zh-TW': '{person}的涉密等級不夠，不能接手這個流程的事項',
    en: '{person} is not cleared for this process',
  },
  NOBODY_CHOSEN: {
    status: 422,
    'zh-CN': '请选择人员或岗位',
    'zh-TW': '請選擇人員或崗位',
    en: 'Choose a person or a position',
  },
  STEP_NOT_CHOSEN: {
    status: 422,
    'zh-CN': '请选择环节',
    'zh-TW': '請選擇環節',
    en: 'Choose a step',
  },
  VERB_NOT_OFFERED: {
    status: 409,
    'zh-CN': '此环节不能“{verb}”',
    'zh-TW': '此環節不能「{verb}」',
    en: 'This step does not offer “{verb}”',
  },
  NOT_TOGETHER: {
    status: 409,
    'zh-CN': '此环节不能批量办理，请逐项办理',
    'zh-TW': '此環節不能批量辦理，請逐項辦理',
    en: 'This step is decided one by one, not together with others',
  },
  RECORD_INVALID: {
    status: 422,
    'zh-CN': '表单有 {count} 处需要修改',
    'zh-TW': '表單有 {count} 處需要修改',
    en: '{count} places in the form need correction',
  },
  FIELDS_LOCKED: {
    status: 422,
    'zh-CN': '这一步不能修改：{fields}',
    'zh-TW': '這一步不能修改：{fields}',
    en: 'This step cannot change: {fields}',
  },
  CHANGES_NEED_APPROVAL: {
    status: 422,
    'zh-CN': '不同意时不能同时修改：{fields}。请写明意见，由编制人修改',
    'zh-TW': '不同意時不能同時修改：{fields}。請寫明意見，由編製人修改',
    en: 'What is refused cannot be changed as well: {fields}. Say in your opinion what its author is to change',
  },
  RECORD_CHANGED: {
    status: 409,
    'zh-CN': '{document}已有新版本 V{version}，请看过之后再办理',
    'zh-TW': '{document}已有新版本 V{version}，請看過之後再辦理',
    en: 'There is a new version of {document}, V{version}; please read it first',
  },
  ...documentFailures,
  RANGE_REVERSED: {
    status: 400,
    'zh-CN': '“{field}”的起点 {from} 在终点 {to} 之后，请调换',
    'zh-TW': '「{field}」的起點 {from} 在終點 {to} 之後，請調換',
    en: 'The range of “{field}” is the wrong way round: {from} comes after {to}',
  },
  RECORD_KIND_UNKNOWN: {
    status: 404,
    'zh-CN': '没有文档种类 {kind}',
    'zh-TW': '沒有文件種類 {kind}',
    en: 'There is no record kind {kind}',
  },
  RECORD_BEING_EDITED: {
    status: 409,
    'zh-CN': '{person}正在编辑这条记录，请稍后再试',
    'zh-TW': '{person}正在編輯這筆記錄，請稍後再試',
    en: '{person} is editing this entry; please try again later',
  },
  KIND_NOT_REGISTER: {
    status: 409,
    'zh-CN': '“{kind}”只能在流程中填写',
    'zh-TW': '「{kind}」只能在流程中填寫',
    en: '“{kind}” is filled in within a process only',
  },
  RECORD_IN_PROCESS: {
    status: 409,
    'zh-CN': '这份内容正在流程中办理，请在任务里提交',
    'zh-TW': '這份內容正在流程中辦理，請在任務裡提交',
    en: 'This is being handled in a process; submit it from the task',
  },
  INSTANCE_BUSY: {
    status: 409,
    'zh-CN': '其他人正在同时办理，请再试一次',
    'zh-TW': '其他人正在同時辦理，請再試一次',
    en: 'Somebody else acted in the same instant; please try again',
  },
  INSTANCE_ENDED: {
    status: 409,
    'zh-CN': '流程已结束',
    'zh-TW': '流程已結束',
    en: 'The process has ended',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    'zh-CN': '同一个 Idempotency-Key 不能用于不同的请求',
    'zh-TW': '同一個 Idempotency-Key 不能用於不同的請求',
    en: 'The same Idempotency-Key was used for another request',
  },
  FILE_TOO_LARGE: {
    status: 413,
    'zh-CN': '文件过大（最多 {limit}）',
    'zh-TW': '檔案過大（最多 {limit}）',
    en: 'The file is too large (at most {limit})',
  },
  FILE_TYPE_REFUSED: {
    status: 415,
    'zh-CN': '不接受这种文件：{name}',
    'zh-TW': '不接受這種檔案：{name}',
    en: 'This kind of file is not accepted: {name}',
  },
  FILE_NAME_INVALID: {
    status: 400,
    'zh-CN': '文件名无效',
    'zh-TW': '檔案名稱無效',
    en: 'The file name is not valid',
  },
  ATTACHMENT_FROZEN: {
    status: 409,
    'zh-CN': '已提交的附件不能删除',
    'zh-TW': '已提交的附件不能刪除',
    en: 'A submitted attachment cannot be removed',
  },
  ...signingFailures,
  ...organizationFailures,
  ...surveyFailures,
  CURSOR_INVALID: {
    status: 400,
    'zh-CN': '分页标记无效',
    'zh-TW': '分頁標記無效',
    en: 'The page cursor is not valid',
  },
} as const satisfies Record<string, { status: number } & Labels>

export type FailureCode = keyof typeof failures

/** Fills `{name}` in the failure's sentence. Unknown placeholders stay visible, so that a missing one is noticed. */
export function failureSentence(
  code: FailureCode,
  locale: Locale,
  parameters: Record<string, string | number> = {},
): string {
  return failures[code][locale].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(parameters[name] ?? whole),
  )
}
