import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../app/Sheet.tsx'
import { FieldControl } from './controls/FieldControl.tsx'
import { FormDeviations } from './deviations.tsx'
import { FieldFrame } from './FieldFrame.tsx'
import { fieldPointer, useFieldStates, type FormStore } from './form-store.ts'
import { useLookups } from './use-lookups.ts'
import styles from './RecordForm.module.css'

/** The fields of a record, section by section as its view lays them out. The two forms of a section: wide and narrow. */
export const RecordForm = memo(function RecordForm({ store }: { store: FormStore }) {
  const { t } = useTranslation('records')
  const { visible, required } = useFieldStates(store)
  useLookups(store)
  const sections = store.model.sections.map((section) => {
    const fields = section.fields.filter(({ field }) => visible.has(field.name))
    if (fields.length === 0) return null
    return (
      <Sheet key={section.id} title={section.title ?? t('form.other')}>
        <div className={styles.fields} data-columns={section.columns}>
          {fields.map(({ field, span }) => (
            <div key={field.name} style={{ '--span': span } as React.CSSProperties} className={styles.place}>
              <FieldFrame
                store={store}
                field={field}
                pointer={fieldPointer(field.name)}
                isRequired={required.has(field.name)}
                isTitled={field.kind === 'table' && field.label === section.title}
                control={FieldControl}
              />
            </div>
          ))}
        </div>
      </Sheet>
    )
  })
  return <FormDeviations store={store}>{sections}</FormDeviations>
})
