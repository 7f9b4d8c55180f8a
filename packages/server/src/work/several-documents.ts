import type { Labels, Locale } from '@canmou/contract'
import { Failure, type FailureDetail } from '../http/failure.ts'
import { documentForm, type FrozenDocument, type Writing } from './document-form.ts'
import type { LiveRecord } from './live-instance.ts'
import type { TaskRequest } from './task-form.ts'

/** All documents of a step that may make several, in order. */
export type DocumentsAt = Omit<Writing, 'record'>

/** So many documents at a step are enough for everybody; each is checked when all are submitted. */
export const mostDocuments = 50

/**
 * Checks all documents of a step that may make several: they are submitted together or not at all. Fails with
 * RECORD_INVALID (of one) or DOCUMENTS_INVALID, where each place says in which document it is; with DRAFT_OUTDATED where
 * there are others than whoever submits has seen; or as `documentForm` does.
 */
export async function severalForms(at: DocumentsAt, request: TaskRequest): Promise<FrozenDocument[]> {
  const records = documentsOf(at)
  const { documents: seen, data, title, level, attachmentIds } = request
  const isOther = seen && (seen.length !== records.length || records.some(({ id }) => !revisionIn(seen, id)))
  // What comes without a list is of the only document; its sender has not seen that there are several.
  if (isOther || (data && records.length > 1)) throw new Failure('DRAFT_OUTDATED')
  return ofEach(records, (record) => {
    const sent = seen
      ? { revision: revisionIn(seen, record.id) }
      : data
        ? { data, title, level, attachmentIds }
        : {}
    return documentForm({ ...at, record }, sent)
  })
}

/**
 * What is prepared of each document. What is wrong in any of them is told at once, each place with the document that it is
 * in: RECORD_INVALID (of one) or DOCUMENTS_INVALID; any other failure for the first that has one.
 */
export async function ofEach<Prepared>(
  records: LiveRecord[],
  prepare: (record: LiveRecord) => Promise<Prepared>,
): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  const problems: { place: number; details: FailureDetail[] }[] = []
  for (const [index, record] of records.entries()) {
    const document = { id: record.id, title: record.title, place: index + 1 }
    try {
      prepared.push(await prepare(record))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.code !== 'RECORD_INVALID') throw inDocument(error, document)
      problems.push({
        place: document.place,
        details: (error.details ?? []).map((one) => ({ ...one, document })),
      })
    }
  }
  if (problems.length > 0) throw invalid(records.length, problems)
  return prepared
}

/** How many places of a document are to be corrected before it can be submitted; 0 where it is complete. */
export async function problemsIn(at: Writing): Promise<number> {
  try {
    await documentForm(at, {})
    return 0
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return error.details?.length ?? 1
  }
}

export const documentsOf = ({ live, task }: Pick<DocumentsAt, 'live' | 'task'>) =>
  live.records.filter(({ id }) => task.documents?.includes(id))

const revisionIn = (seen: NonNullable<TaskRequest['documents']>, id: string): number | undefined =>
  seen.find((one) => one.id === id)?.revision

/** The failure, said of one of several documents. */
export const inDocument = (
  { code, parameters, details }: Failure,
  document: NonNullable<FailureDetail['document']>,
): Failure =>
  new Failure(code, parameters, details ?? [{ path: '', message: ordinal([document.place]), document }])

function invalid(of: number, problems: { place: number; details: FailureDetail[] }[]): Failure {
  const details = problems.flatMap((one) => one.details)
  const count = details.length
  if (of === 1) return new Failure('RECORD_INVALID', { count }, details)
  return new Failure(
    'DOCUMENTS_INVALID',
    { count, places: ordinal(problems.map(({ place }) => place)) },
    details,
  )
}

/** 第 1、3 份. */
export function ordinal(places: number[]): Labels {
  const words: Record<Locale, string> = {
    'zh-CN': `第 ${places.join('、')} 份`,
    'zh-TW': `第 ${places.join('、')} 份`,
    en: `document ${places.join(', ')}`,
  }
  return words
}
