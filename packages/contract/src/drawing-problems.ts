import type { Labels } from './locales.ts'

/** Why a drawing cannot be run, by the engine's code; which element it is stands beside the sentence. */
export const drawingProblems = {
  XML_INVALID: {
    'zh-CN': '文件不是有效的 BPMN 2.0 XML',
    'zh-TW': '檔案不是有效的 BPMN 2.0 XML',
    en: 'The file is not valid BPMN 2.0 XML',
  },
  FIELDS_NOWHERE: {
    'zh-CN': '这一步没有表单，也没有文档，字段权限无从说起',
    'zh-TW': '這一步沒有表單，也沒有文件，欄位權限無從說起',
    en: 'This step has neither a form nor a document whose fields these could be',
  },
  KIND_UNKNOWN: {
    'zh-CN': '没有这种文档',
    'zh-TW': '沒有這種文件',
    en: 'There is no such kind of document',
  },
  FIELD_UNKNOWN: {
    'zh-CN': '这一步的表单和文档里没有这个字段',
    'zh-TW': '這一步的表單和文件裡沒有這個欄位',
    en: 'Neither the form nor the document of this step has this field',
  },
  FIELD_PROGRAM_FILLED: {
    'zh-CN': '这个字段由程序填写，不能设为可写',
    'zh-TW': '這個欄位由程式填寫，不能設為可寫',
    en: 'The program fills this field in; nobody can write it',
  },
  FIELD_BESIDE_FORM: {
    'zh-CN': '这一步填写自己的表单，旁边文档的字段只能读',
    'zh-TW': '這一步填寫自己的表單，旁邊文件的欄位只能讀',
    en: 'A form of its own is filled in at this step; the document beside it can only be read',
  },
  FIELD_IN_TITLE: {
    'zh-CN': '这个字段是文档标题的一部分，标题人人可见，不能隐藏',
    'zh-TW': '這個欄位是文件標題的一部分，標題人人可見，不能隱藏',
    en: 'This field is part of the document’s title, which everybody sees; it cannot be hidden',
  },
  NO_PROCESS: {
    'zh-CN': '文件里没有可执行的流程',
    'zh-TW': '檔案裡沒有可執行的流程',
    en: 'There is no executable process in the file',
  },
  PROCESS_AMBIGUOUS: {
    'zh-CN': '文件里有多个流程，无法确定用哪一个',
    'zh-TW': '檔案裡有多個流程，無法確定用哪一個',
    en: 'There are several processes in the file; it is not clear which one is meant',
  },
  NESTING_TOO_DEEP: {
    'zh-CN': '子流程嵌套过深',
    'zh-TW': '子流程巢狀過深',
    en: 'Sub-processes are nested too deeply',
  },
  MISSING_ID: { 'zh-CN': '元素没有 id', 'zh-TW': '元素沒有 id', en: 'The element has no id' },
  INVALID_ID: {
    'zh-CN': '元素的 id 无效',
    'zh-TW': '元素的 id 無效',
    en: 'The id of the element is not valid',
  },
  DUPLICATE_ID: {
    'zh-CN': '元素的 id 重复',
    'zh-TW': '元素的 id 重複',
    en: 'The id of the element stands twice',
  },
  DANGLING_REFERENCE: {
    'zh-CN': '引用了不存在的元素',
    'zh-TW': '引用了不存在的元素',
    en: 'It refers to an element that does not exist',
  },
  FLOW_CROSSES_SCOPE: {
    'zh-CN': '连线不能穿过子流程的边界',
    'zh-TW': '連線不能穿過子流程的邊界',
    en: 'A flow must not cross the border of a sub-process',
  },
  FLOW_NOT_ALLOWED: {
    'zh-CN': '此处不允许这样连线',
    'zh-TW': '此處不允許這樣連線',
    en: 'Such a flow is not allowed here',
  },
  UNSUPPORTED_ELEMENT: {
    'zh-CN': '不支持这种元素',
    'zh-TW': '不支援這種元素',
    en: 'This kind of element is not supported',
  },
  UNSUPPORTED_LANGUAGE: {
    'zh-CN': '只支持 FEEL 表达式',
    'zh-TW': '只支援 FEEL 運算式',
    en: 'Only FEEL expressions are supported',
  },
  FEEL_INVALID: {
    'zh-CN': 'FEEL 表达式有错误',
    'zh-TW': 'FEEL 運算式有錯誤',
    en: 'The FEEL expression has an error',
  },
  TIMER_INVALID: { 'zh-CN': '定时设置无效', 'zh-TW': '定時設定無效', en: 'The timer is not valid' },
  LOOP_INVALID: {
    'zh-CN': '多实例或循环设置无效',
    'zh-TW': '多實例或迴圈設定無效',
    en: 'The loop is not valid',
  },
  MESSAGE_MISSING: { 'zh-CN': '没有指定消息', 'zh-TW': '沒有指定訊息', en: 'No message is named' },
  EVENT_INVALID: { 'zh-CN': '事件设置无效', 'zh-TW': '事件設定無效', en: 'The event is not valid' },
  NO_START: { 'zh-CN': '流程没有起点', 'zh-TW': '流程沒有起點', en: 'The process has no start' },
  ATTRIBUTE_INVALID: {
    'zh-CN': '属性值无效',
    'zh-TW': '屬性值無效',
    en: 'The value of an attribute is not valid',
  },
} satisfies Record<string, Labels>

/** The sentence of a problem; `undefined` for a code that the table does not have. */
export function drawingProblem(code: string): Labels | undefined {
  return (drawingProblems as Record<string, Labels>)[code]
}
