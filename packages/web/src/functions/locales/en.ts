import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  title: 'Functions',
  note: 'The four functions of the department, their duties, and where each is done.',
  duties: 'Duties: {{count}}',
  duty: 'Duty {{id}}',
  todo: 'For me: {{number}}',
  running: 'Running: {{number}}',
  records: 'Documents: {{number}}',
  entries: 'Entries: {{number}}',
  manyRecords: '{{number}}+',
  start: 'Start',
  startNamed: 'Start {{name}}',
  create: 'New',
  createNamed: 'New: {{name}}',
  origin: { stated: 'stated', implied: 'implied', proposed: 'proposed' },
  focus: {
    title: 'Work focus of this stage',
    stage: '{{stage}} · done {{done}} of {{count}}',
    done: 'Done',
    under: 'Has results',
    open: 'Not begun',
    doneOn: 'Marked done on {{day}}',
    evidence: 'Results so far',
    noEvidence: 'Nothing that refers to this product yet.',
    tick: 'Mark as done',
    how: 'What is done is noted in the product’s entry, under “Work focus done”; documents and entries that refer to the product are listed as results by themselves.',
  },
} satisfies MessagesOf<typeof zhCN>
