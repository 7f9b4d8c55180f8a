import type { SurveyDetail } from '@canmou/contract'
import { useNavigate } from '@tanstack/react-router'
import { Button, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useNarrow } from '../../app/use-narrow.ts'
import { formatDateTime } from '../../i18n/format.ts'
import { announce } from '../../notify/announce.ts'
import { LeaveGuard } from '../../records/draft/LeaveGuard.tsx'
import { SaveStatus } from '../../records/draft/SaveStatus.tsx'
import { useDiscardSurvey } from '../queries.ts'
import styles from './design.module.css'
import { Preview } from './Preview.tsx'
import { QuestionList } from './QuestionList.tsx'
import { SurveyTexts } from './SurveyTexts.tsx'
import { useDesign } from './use-design.ts'

/** 设计: the questions beside what respondents will see of them; what is published or another's is shown alone. */
export function DesignPart({ survey }: { survey: SurveyDetail }) {
  return survey.status === 'draft' && survey.can.manage ? (
    <Designer survey={survey} />
  ) : (
    <Frozen survey={survey} />
  )
}

function Frozen({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  return (
    <div className={styles.frozen}>
      <p className={styles.notice}>
        {survey.publishedAt
          ? t('design.frozen', { at: formatDateTime(survey.publishedAt) })
          : t('design.notYours', { owner: survey.owner.name })}
      </p>
      <Preview title={survey.title} definition={survey.definition} />
    </div>
  )
}

type Side = 'edit' | 'preview'

function Designer({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const isNarrow = useNarrow()
  const [side, setSide] = useState<Side>('edit')
  const design = useDesign(survey)
  const { content, state, saver, change } = design
  return (
    <>
      <LeaveGuard saver={saver} />
      <div className={styles.bar}>
        <SaveStatus state={state} retry={() => void saver.flush()} />
        <Discard survey={survey} />
      </div>
      {state.kind === 'outdated' && (
        <div role="alert" className={styles.conflict}>
          <p>{t('design.outdatedTitle')}</p>
          <Button type="primary" onClick={() => void design.takeTheirs()}>
            {t('design.takeTheirs')}
          </Button>
          <Button onClick={() => void design.keepMine()}>{t('design.keepMine')}</Button>
        </div>
      )}
      {isNarrow && (
        <Segmented<Side>
          block
          value={side}
          onChange={setSide}
          options={[
            { value: 'edit', label: t('design.edit') },
            { value: 'preview', label: t('design.preview') },
          ]}
        />
      )}
      <div className={styles.desk}>
        {(!isNarrow || side === 'edit') && (
          <div className={styles.edit}>
            <SurveyTexts content={content} change={change} />
            <QuestionList definition={content.definition} change={(definition) => change({ definition })} />
          </div>
        )}
        {(!isNarrow || side === 'preview') && (
          <div className={styles.preview}>
            <Preview title={content.title} definition={content.definition} />
          </div>
        )}
      </div>
    </>
  )
}

function Discard({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const navigate = useNavigate()
  const discard = useDiscardSurvey(survey.id)
  const [isAsking, setAsking] = useState(false)
  const confirm = async (): Promise<void> => {
    await navigate(paths.surveys())
    await discard.mutateAsync()
    announce.done(t('design.discarded'))
  }
  return (
    <>
      <Button type="text" danger onClick={() => setAsking(true)}>
        {t('design.discard')}
      </Button>
      <Modal
        open={isAsking}
        title={t('design.discardTitle', { title: survey.title })}
        okText={t('design.discard')}
        cancelText={t('design.keep')}
        okButtonProps={{ danger: true, autoInsertSpace: false }}
        cancelButtonProps={{ autoInsertSpace: false }}
        onOk={() => void confirm().catch(() => undefined)}
        onCancel={() => setAsking(false)}
      >
        {t('design.discardText')}
      </Modal>
    </>
  )
}
