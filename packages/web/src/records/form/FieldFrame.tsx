import { useTranslation } from 'react-i18next'
import { memo, useSyncExternalStore, type ComponentType } from 'react'
import type { ControlProps } from './controls/control.ts'
import { useDeviation } from './deviations.tsx'
import type { Field } from './field-model.ts'
import { Frame } from './Frame.tsx'
import { useProblem, type FormStore } from './form-store.ts'
import { placeId, problemText } from './place.ts'

/** Kinds of several controls, or of none that a label could point at: their name stands in the control itself. */
const groups = new Set(['dateRange', 'table', 'choices', 'boolean', 'json'])

interface FieldFrameProps {
  store: FormStore
  field: Field
  pointer: string
  isRequired: boolean
  /** The section's own title already names it. */
  isTitled?: boolean
  /** What writes it. */
  control: ComponentType<ControlProps>
}

/** One field of a form under its label. */
export const FieldFrame = memo(function FieldFrame(props: FieldFrameProps) {
  const { store, field, pointer, isRequired, isTitled = false, control: Control } = props
  const { t } = useTranslation('records')
  const own = useProblem(store, pointer)
  // A period's two days share one place for their errors.
  const start = useProblem(store, `${pointer}/start`)
  const end = useProblem(store, `${pointer}/end`)
  const problem = own ?? (field.kind === 'dateRange' ? (start ?? end) : undefined)
  const warning = useSyncExternalStore(store.subscribe, () => store.warningAt(pointer))
  const deviation = useDeviation(pointer)
  const id = placeId(pointer)
  const help = field.isLocked ? undefined : field.help
  const error = problem && problemText(problem, field, t)
  return (
    <Frame
      id={id}
      label={field.label}
      isRequired={isRequired && !field.isReadOnly}
      isGroup={groups.has(field.kind) || (field.kind === 'choice' && field.options.length <= 6)}
      isHidden={isTitled}
      help={help}
      error={error}
      warning={warning?.message ?? deviation}
    >
      <Control
        store={store}
        field={field}
        pointer={pointer}
        isRequired={isRequired}
        describedBy={[help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')}
      />
    </Frame>
  )
})
