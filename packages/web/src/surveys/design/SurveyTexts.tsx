import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../app/Sheet.tsx'
import styles from './design.module.css'
import type { SurveyContent } from './use-design.ts'

interface SurveyTextsProps {
  content: SurveyContent
  change: (next: Partial<SurveyContent>) => void
}

/** What stands around the questions: title, 填写说明, thanks. */
export function SurveyTexts({ content, change }: SurveyTextsProps) {
  const { t } = useTranslation('surveys')
  const id = useId()
  const { title, definition } = content
  const changeText = (name: 'instruction' | 'thanks', text: string): void => {
    const { [name]: _, ...rest } = definition
    change({ definition: text === '' ? rest : { ...rest, [name]: text } })
  }
  return (
    <Sheet title={t('design.head')}>
      <div className={styles.fields}>
        <label htmlFor={`${id}-title`}>{t('design.surveyTitle')}</label>
        <Input
          id={`${id}-title`}
          value={title}
          maxLength={200}
          {...(title.trim() === '' && { status: 'error' })}
          onChange={(event) => change({ title: event.target.value })}
        />
        <label htmlFor={`${id}-instruction`}>{t('design.instruction')}</label>
        <Input.TextArea
          id={`${id}-instruction`}
          value={definition.instruction ?? ''}
          maxLength={10_000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => changeText('instruction', event.target.value)}
        />
        <label htmlFor={`${id}-thanks`}>{t('design.thanks')}</label>
        <Input
          id={`${id}-thanks`}
          value={definition.thanks ?? ''}
          maxLength={1000}
          onChange={(event) => changeText('thanks', event.target.value)}
        />
      </div>
    </Sheet>
  )
}
