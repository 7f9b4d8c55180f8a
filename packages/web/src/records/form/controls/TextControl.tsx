import { Input } from 'antd'
import { useProblem, useValue } from '../form-store.ts'
import { useControlAttributes, type ControlProps } from './control.ts'

/** One line or a paragraph of text. What is too long is said, not cut off: nothing pasted is lost. */
export function TextControl(props: ControlProps) {
  const { store, field, pointer, isCell = false } = props
  const value = useValue(store, pointer)
  const problem = useProblem(store, pointer)
  const shared = {
    ...useControlAttributes(props),
    value: typeof value === 'string' ? value : '',
    onChange: (event: { target: { value: string } }) => store.set(pointer, event.target.value || undefined),
    onBlur: () => store.touch(pointer),
    autoComplete: 'off',
    ...(field.placeholder && { placeholder: field.placeholder }),
  }
  if (isCell) return <input {...shared} type="text" data-plain />
  const status = problem ? ({ status: 'error' } as const) : {}
  return field.kind === 'longText' ? (
    <Input.TextArea {...shared} {...status} autoSize={{ minRows: 3, maxRows: 18 }} />
  ) : (
    <Input {...shared} {...status} />
  )
}
