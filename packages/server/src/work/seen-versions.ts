import type { Labels } from '@canmou/contract'
import { Failure } from '../http/failure.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import { inDocument, ordinal } from './several-documents.ts'
import type { TaskRequest } from './task-form.ts'
import { recordIdsOf } from './task-versions.ts'

/** What a request says of the versions that its sender had before him. */
export type Seen = Pick<TaskRequest, 'recordVersion' | 'documents'>

/**
 * Who decides, decides on the versions that he was shown: of a step's only document, or of each of several. `isAsked`: a
 * request that does not say which is refused too. Fails with RECORD_CHANGED, naming the document where there are several.
 */
export function refuseUnseen(
  { records }: Pick<LiveInstance, 'records'>,
  task: Omit<LiveTask, 'candidates'>,
  { recordVersion: version, documents }: Seen,
  isAsked: boolean,
): void {
  const ids = recordIdsOf(task)
  const seen = documents ?? (version === undefined ? undefined : [{ id: task.recordId, version }])
  if (!seen && !isAsked) return
  const decided = records
    .filter(({ id }) => ids.includes(id))
    .map((record, index) => ({ record, place: index + 1 }))
  const changed = decided.filter(
    ({ record }) => seen?.find(({ id }) => id === record.id)?.version !== record.version,
  )
  const [first] = changed
  if (!first) return
  const isOnly = decided.length === 1
  const document = isOnly ? theDocument : nth(first.place)
  const failure = new Failure('RECORD_CHANGED', { document, version: first.record.version })
  if (isOnly) throw failure
  const details = changed.flatMap(
    ({ record: { id, title }, place }) => inDocument(failure, { id, title, place }).details ?? [],
  )
  throw new Failure(failure.code, failure.parameters, details)
}

const theDocument: Labels = { 'zh-CN': '文档', 'zh-TW': '文件', en: 'the document' }

/** 第 2 份文档. */
function nth(place: number): Labels {
  const which = ordinal([place])
  return { 'zh-CN': `${which['zh-CN']}文档`, 'zh-TW': `${which['zh-TW']}文件`, en: which.en }
}
