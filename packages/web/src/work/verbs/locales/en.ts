import type { MessagesOf } from '../../../i18n/messages.ts'
import type zhCN from './zh-CN.ts'

export default {
  more: 'More',
  cancel: 'Cancel',
  done: 'Done: {{verb}}',
  searchPerson: 'Type a name',
  searching: 'Searching',
  nobodyFound: 'Nobody found',
  people: {
    one: 'To whom',
    signers: 'Who signs too',
    copies: 'Who gets a copy',
    mentions: 'Whom to tell (optional)',
  },
  mode: {
    label: 'How they decide',
    all: 'All must agree',
    any: 'One is enough',
    inOrder: 'One after the other',
  },
  target: 'To which step',
  then: { label: 'After the return', again: 'Walk every step again', direct: 'Straight back to me' },
  signer: 'Whom to remove',
  reason: 'Note (optional)',
  reasonRequired: 'Note (required)',
  problem: {
    people: 'Choose somebody.',
    target: 'Choose a step.',
    signer: 'Choose whom to remove.',
    reason: 'Write a note.',
  },
  expected: {
    title: 'What comes next',
    possible: 'Depends',
    unknown: 'Its people are known only then',
    mode: { all: 'all sign', any: 'one signs', inOrder: 'in order', vote: 'by vote' },
  },
} satisfies MessagesOf<typeof zhCN>
