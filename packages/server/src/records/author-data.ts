import type { Labels, Level } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { FailureDetail } from '../http/failure.ts'
import { restoreHidden } from './confidential-fields.ts'
import { typedFields, type FormData } from './form-data.ts'

/**
 * What an author typed, with the stored values of the fields that he is not shown; `locked` says where he changed a table
 * that he sees only part of.
 */
export function typedByAuthor(
  { schema }: RecordKind,
  sent: FormData,
  stored: FormData,
  clearance: Level,
): { data: FormData; locked: FailureDetail[] } {
  const { data, locked } = restoreHidden(
    schema,
    typedFields(schema, sent),
    typedFields(schema, stored),
    clearance,
  )
  return {
    data,
    locked: locked.map((name) => ({ path: `/${name}`, keyword: 'confidentiality', message: lockedTable })),
  }
}

const lockedTable: Labels = {
  'zh-CN': '此表含有您无权查看的内容，不能由您修改',
  'zh-TW': '此表含有您無權查看的內容，不能由您修改',
  en: 'This table holds content that you may not see, so you cannot change it',
}
