import { TableControl } from '../table/TableControl.tsx'
import type { ControlProps } from './control.ts'
import { ValueControl } from './ValueControl.tsx'

/** The control of a field of a form: a table, whose cells have controls of their own, or one value. */
export function FieldControl(props: ControlProps) {
  const { kind, isReadOnly } = props.field
  return kind === 'table' && !isReadOnly ? <TableControl {...props} /> : <ValueControl {...props} />
}
