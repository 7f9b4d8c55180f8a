import type { MessagesOf } from '../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  title: 'All processes',
  startTitle: 'Start a process',
  startHint: 'Choose a process; where the first step is yours, its form opens at once.',
  version: 'V{{version}}',
  department: 'Department in charge',
  departmentIs: 'Department in charge: {{department}}',
  documents: 'Documents it makes',
  start: 'Start',
  view: 'See the drawing',
  startNamed: 'Start {{name}}',
  viewNamed: 'See the drawing: {{name}}',
  chooseFirst: 'Choose first: {{field}}',
  noneStartable: 'There is no process that your position may start',
  noneStartableHint: 'The list of processes says which position starts which.',
  none: 'No process is in effect yet',
  status: { draft: 'Draft', inEffect: 'In effect' },
  effectiveAt: 'In effect from {{at}}',
  steps: 'Steps',
  ordinary:
    'Below each step stand its own rules. Where nothing is said: no time limit, attachments as one likes, and a position that nobody holds goes to the process administrator.',
  step: 'Step',
  position: 'Position',
  document: 'Document',
  origin: 'Source',
  origins: { stated: 'Stated', implied: 'Implied', proposed: 'Proposed' },
  originHints: {
    stated: 'The handbook states this step',
    implied: 'Not stated in the handbook, but follows from it',
    proposed: 'Proposed by Canmou; may be changed',
  },
  drawing: 'Drawing',
  about: 'Description',
  started: 'Started {{number}}',
} satisfies MessagesOf<typeof zhCN>
