import { useTranslation } from 'react-i18next'
import { DocumentTable } from '../../document/DocumentTable.tsx'
import { FieldValue } from '../../document/FieldValue.tsx'
import { useNames } from '../../references/use-names.ts'
import { displayText } from '../../values/display.ts'
import { useValueWords } from '../../values/use-value-words.ts'
import { isEmpty, type Data } from '../conditions.ts'
import { useValue } from '../form-store.ts'
import { placeId } from '../place.ts'
import { useFormSurroundings, type ControlProps } from './control.ts'
import styles from './controls.module.css'

/** A value that the program fills in: shown as it becomes, and announced; or one that is written at other steps. */
export function FixedValue({ store, field, pointer, isCell = false }: ControlProps) {
  const { t } = useTranslation('records')
  const value = useValue(store, pointer)
  const words = useValueWords()
  const { attachments } = useFormSurroundings()
  const names = useNames(store.model, [{ [field.name]: value }], attachments)
  if (isCell) return <span className={styles.number}>{displayText(field, value, names, words)}</span>
  if (field.kind === 'table' && Array.isArray(value) && value.length > 0) {
    return (
      <div id={placeId(pointer)}>
        <DocumentTable table={field} rows={value as Data[]} names={names} words={words} />
      </div>
    )
  }
  if (field.isLocked) {
    return (
      <output id={placeId(pointer)} className={styles.fixed}>
        <FieldValue field={field} value={value} names={names} words={words} />
      </output>
    )
  }
  const isTotal = field.kind === 'money' && field.computed !== undefined
  return (
    <output id={placeId(pointer)} className={`${styles.fixed} ${isTotal ? styles.total : ''}`}>
      {isEmpty(value) ? (
        <span className={styles.fixedEmpty}>{t('form.filledByProgram')}</span>
      ) : (
        displayText(field, value, names, words)
      )}
    </output>
  )
}
