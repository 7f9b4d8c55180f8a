import { useTranslation } from 'react-i18next'
import { memo, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'
import type { ControlProps } from './controls/control.ts'
import type { Field } from './field-model.ts'
import styles from './FieldFrame.module.css'
import { useProblem, type FormStore } from './form-store.ts'
import { placeId, problemText } from './place.ts'

/** Kinds of several controls, or of none that a label could point at: their name stands in the control itself. */
const groups = new Set(['dateRange', 'table', 'choices', 'boolean', 'json'])

interface FrameProps {
  id: string
  label: string
  isRequired: boolean
  isGroup?: boolean
  /** The label stands elsewhere already and is only for who hears the page. */
  isHidden?: boolean
  help?: string | undefined
  error?: string | undefined
  warning?: string | undefined
  children: ReactNode
}

/** A label, what it labels, what helps and what is wrong. */
export function Frame({
  id,
  label,
  isRequired,
  isGroup = false,
  isHidden = false,
  help,
  error,
  warning,
  children,
}: FrameProps) {
  const { t } = useTranslation('records')
  const words = (
    <>
      {label}
      {isRequired && (
        <span className={styles.required} title={t('form.required')} aria-hidden>
          *
        </span>
      )}
      {isRequired && isGroup && (
        <span className="visually-hidden">{t('form.inBrackets', { text: t('form.required') })}</span>
      )}
    </>
  )
  return (
    <div className={styles.field} data-invalid={error !== undefined || undefined}>
      {isGroup ? (
        <div className={isHidden ? 'visually-hidden' : styles.label}>{words}</div>
      ) : (
        <label className={styles.label} htmlFor={id}>
          {words}
        </label>
      )}
      {children}
      {help && (
        <p className={styles.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      {/* Always there, so that a reader hears what appears in it. */}
      <div id={`${id}-error`} className={styles.error} aria-live="polite">
        {error && <p>{error}</p>}
      </div>
      {warning && <p className={styles.warning}>{t('form.warning', { text: warning })}</p>}
    </div>
  )
}

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
  const id = placeId(pointer)
  const error = problem && problemText(problem, field, t)
  return (
    <Frame
      id={id}
      label={field.label}
      isRequired={isRequired && !field.isReadOnly}
      isGroup={groups.has(field.kind) || (field.kind === 'choice' && field.options.length <= 6)}
      isHidden={isTitled}
      help={field.help}
      error={error}
      warning={warning?.message}
    >
      <Control
        store={store}
        field={field}
        pointer={pointer}
        isRequired={isRequired}
        describedBy={[field.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')}
      />
    </Frame>
  )
})
