export type Language = 'zh-CN' | 'zh-TW' | 'en'

/** Every code that `verify` reports, with its sentence; `{name}` is a parameter of the finding. */
const sentences = {
  DEAD_ELEMENT: {
    en: '{element} can never be reached.',
    'zh-CN': '{element} 永远不会被执行到。',
    'zh-TW': '{element} 永遠不會被執行到。',
  },
  END_UNREACHABLE: {
    en: 'The end {element} can never be reached.',
    'zh-CN': '结束节点 {element} 永远到达不了。',
    'zh-TW': '結束節點 {element} 永遠到達不了。',
  },
  NEVER_ENDS: {
    en: 'Once {element} is reached, the process can run on but never end.',
    'zh-CN': '走到 {element} 之后，流程会一直转下去而无法结束。',
    'zh-TW': '走到 {element} 之後，流程會一直轉下去而無法結束。',
  },
  DEADLOCK: {
    en: 'The process can come to a halt: {element} waits for {missing}, and nothing is left to do.',
    'zh-CN': '流程可能卡死：{element} 在等待 {missing}，而此时已没有任何可做的事。',
    'zh-TW': '流程可能卡死：{element} 在等待 {missing}，而此時已沒有任何可做的事。',
  },
  JOIN_WAITS_FOREVER: {
    en: '{element} can wait for ever for {missing} while other parts go on.',
    'zh-CN': '{element} 可能永远等不到 {missing}，而流程的其他部分还在继续。',
    'zh-TW': '{element} 可能永遠等不到 {missing}，而流程的其他部分還在繼續。',
  },
  TOKEN_LEFT_BEHIND: {
    en: 'An end is reached while a token is left waiting at {element} for {missing}; the process never completes.',
    'zh-CN': '到达结束节点后，仍有令牌滞留在 {element} 等待 {missing}，流程无法真正结束。',
    'zh-TW': '到達結束節點後，仍有權杖滯留在 {element} 等待 {missing}，流程無法真正結束。',
  },
  TOKENS_NOT_SYNCHRONIZED: {
    en: '{element} can be started a second time while it is still running: parallel branches meet before it without a join.',
    'zh-CN': '{element} 尚未完成就可能再次启动：并行分支在它之前汇合却没有同步。',
    'zh-TW': '{element} 尚未完成就可能再次啟動：並行分支在它之前匯合卻沒有同步。',
  },
  NO_WAY_OUT: {
    en: 'No way out of {element} may be open: its conditions do not cover {example} and it has no default flow.',
    'zh-CN': '{element} 可能没有出路：各条件未覆盖 {example}，且没有默认分支。',
    'zh-TW': '{element} 可能沒有出路：各條件未涵蓋 {example}，且沒有預設分支。',
  },
  STATE_LIMIT: {
    en: 'The process has more states than can be checked (limit {limit}, or tokens that pile up); it is not proven sound.',
    'zh-CN': '流程的状态多到无法查完（上限 {limit} 个，或令牌不断堆积），不能证明其正确。',
    'zh-TW': '流程的狀態多到無法查完（上限 {limit} 個，或權杖不斷堆積），不能證明其正確。',
  },
  POSITION_UNKNOWN: {
    en: '{element} is for the position {position}, which does not exist.',
    'zh-CN': '{element} 指派给岗位 {position}，但该岗位不存在。',
    'zh-TW': '{element} 指派給崗位 {position}，但該崗位不存在。',
  },
  POSITION_VACANT: {
    en: '{element} is for the position {position}, which nobody holds.',
    'zh-CN': '{element} 指派给岗位 {position}，但目前无人任职。',
    'zh-TW': '{element} 指派給崗位 {position}，但目前無人任職。',
  },
  FORM_UNKNOWN: {
    en: '{element} asks for the form {form}, which does not exist.',
    'zh-CN': '{element} 使用的表单 {form} 不存在。',
    'zh-TW': '{element} 使用的表單 {form} 不存在。',
  },
  PROCESS_UNKNOWN: {
    en: '{element} calls the process {process}, which does not exist.',
    'zh-CN': '{element} 调用的流程 {process} 不存在。',
    'zh-TW': '{element} 呼叫的流程 {process} 不存在。',
  },
  VARIABLE_UNWRITTEN: {
    en: 'The condition at {element} reads {variable}, which no form, script or mapping before it writes on every way there.',
    'zh-CN': '{element} 的条件读取 {variable}，但并非每条到达路径上都有表单、脚本或映射写入它。',
    'zh-TW': '{element} 的條件讀取 {variable}，但並非每條到達路徑上都有表單、腳本或對應寫入它。',
  },
  VARIABLE_MAYBE_UNWRITTEN: {
    en: 'The condition at {element} reads {variable}, which only an outside answer (a job, message or called process) may have written.',
    'zh-CN': '{element} 的条件读取 {variable}，只有外部返回（任务处理程序、消息或被调用流程）才可能写入它。',
    'zh-TW': '{element} 的條件讀取 {variable}，只有外部返回（任務處理程式、訊息或被呼叫流程）才可能寫入它。',
  },
  STARTS_ITSELF: {
    en: '{element} throws what {start} starts this process with, before anybody has done anything: it would start itself for ever.',
    'zh-CN':
      '{element} 抛出的正是启动本流程的事件（{start}），中间没有任何人办理：流程会没完没了地启动自己。',
    'zh-TW':
      '{element} 拋出的正是啟動本流程的事件（{start}），中間沒有任何人辦理：流程會沒完沒了地啟動自己。',
  },
  MAY_START_ITSELF: {
    en: '{element} can throw what {start} starts this process with, before anybody has done anything: unless a condition ends it, it starts itself for ever.',
    'zh-CN':
      '{element} 可能抛出启动本流程的事件（{start}），中间没有任何人办理：除非条件让它停下，否则流程会没完没了地启动自己。',
    'zh-TW':
      '{element} 可能拋出啟動本流程的事件（{start}），中間沒有任何人辦理：除非條件讓它停下，否則流程會沒完沒了地啟動自己。',
  },
} satisfies { [code: string]: { [language in Language]: string } }

export type FindingCode = keyof typeof sentences

/** The sentence for a finding, its parameters filled in. */
export function sentence(code: FindingCode, params: { [name: string]: string }, language: Language): string {
  return sentences[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
}
