import type { SurveyDefinition } from '@canmou/contract'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../app/Sheet.tsx'
import { announce } from '../../notify/announce.ts'
import { FormHost } from '../form/FormHost.tsx'
import styles from './design.module.css'

const pauseMs = 400

/** The questionnaire as respondents see it, drawn by the same library; it follows the design after a short pause. */
export function Preview({ title, definition }: { title: string; definition: SurveyDefinition }) {
  const { t } = useTranslation('surveys')
  const [drawn, setDrawn] = useState(definition)
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(definition), pauseMs)
    return () => clearTimeout(timer)
  }, [definition])
  return (
    <Sheet title={t('design.preview')}>
      <p className={styles.previewHint}>{t('design.previewHint')}</p>
      {drawn.questions.length === 0 ? (
        <p className={styles.empty}>{t('design.previewEmpty')}</p>
      ) : (
        <>
          <p className={styles.previewTitle}>{title}</p>
          <FormHost
            definition={drawn}
            sendLabel={t('design.previewSend')}
            send={() => announce.done(t('design.previewDone'))}
          />
        </>
      )}
    </Sheet>
  )
}
