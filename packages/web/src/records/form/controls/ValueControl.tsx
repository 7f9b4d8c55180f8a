import type { ComponentType } from 'react'
import type { FieldKind } from '../field-kinds.ts'
import { BooleanControl, ChoiceControl, ChoicesControl } from './ChoiceControl.tsx'
import type { ControlProps } from './control.ts'
import { DateControl, DateRangeControl } from './DateControl.tsx'
import { FileControl } from './FileControl.tsx'
import { FixedValue } from './FixedValue.tsx'
import { NumberControl } from './NumberControl.tsx'
import { ReferenceControl } from './ReferenceControl.tsx'
import { TextControl } from './TextControl.tsx'

/** Which control writes which kind of field. */
const controls: Record<Exclude<FieldKind, 'table'>, ComponentType<ControlProps>> = {
  text: TextControl,
  longText: TextControl,
  integer: NumberControl,
  number: NumberControl,
  money: NumberControl,
  percent: NumberControl,
  date: DateControl,
  dateTime: DateControl,
  month: DateControl,
  dateRange: DateRangeControl,
  boolean: BooleanControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  person: ReferenceControl,
  people: ReferenceControl,
  department: ReferenceControl,
  departments: ReferenceControl,
  record: ReferenceControl,
  records: ReferenceControl,
  file: FileControl,
  files: FileControl,
  json: FixedValue,
}

/** One value. A table within a table has no control: it is shown as it is. */
export function ValueControl(props: ControlProps) {
  const { isReadOnly, kind } = props.field
  const Control = isReadOnly || kind === 'table' ? FixedValue : controls[kind]
  return <Control {...props} />
}
