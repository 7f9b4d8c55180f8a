import type { SurveyDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../app/EmptyState.tsx'
import { paths } from '../../app/paths.ts'
import { Sheet } from '../../app/Sheet.tsx'
import { announce } from '../../notify/announce.ts'
import { resultsQuery, useCollecting } from '../queries.ts'
import { AnswerCount, SurveyStateChip } from '../SurveyStateChip.tsx'
import styles from './collect.module.css'
import { Limits } from './Limits.tsx'
import { OpenLink } from './OpenLink.tsx'
import { PersonalLinks } from './PersonalLinks.tsx'

/** 收集: how far it is, the links, who types answers in, and until when. */
export function CollectPart({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  if (survey.status === 'draft')
    return (
      <Sheet>
        <EmptyState title={t('collect.draft')} hint={t('collect.draftHint')}>
          <Link {...paths.survey(survey.id, 'publish')}>{t('part.publish')}</Link>
        </EmptyState>
      </Sheet>
    )
  return (
    <div className={styles.parts}>
      <Progress survey={survey} />
      <OpenLink survey={survey} />
      {survey.can.manage && <PersonalLinks survey={survey} />}
      {survey.can.manage && <Limits key={survey.updatedAt} survey={survey} />}
    </div>
  )
}

function Progress({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const { data: results } = useQuery(resultsQuery(survey.id))
  const counted = { ...survey, answerCount: Math.max(survey.answerCount, results?.answerCount ?? 0) }
  return (
    <Sheet title={t('collect.state')} extra={<CollectingSwitch survey={survey} />}>
      <div className={styles.progress}>
        <SurveyStateChip survey={counted} />
        <span className={styles.big}>
          <AnswerCount survey={counted} />
        </span>
        {results && results.invited > 0 && (
          <span className={styles.hint}>
            {t('results.ofLinks', {
              answered: results.byChannel.find(({ channel }) => channel === 'personalLink')?.count ?? 0,
              invited: results.invited,
            })}
          </span>
        )}
        {survey.can.collect && (
          <div className={styles.typeIn}>
            <Link {...paths.surveyTypeIn(survey.id)}>{t('collect.typeIn')}</Link>
            <span className={styles.hint}>{t('collect.typeInHint')}</span>
          </div>
        )}
      </div>
    </Sheet>
  )
}

function CollectingSwitch({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const collecting = useCollecting(survey.id)
  const [isAsking, setAsking] = useState(false)
  const newest = survey.versions.find(({ status }) => status !== 'draft')?.id
  if (!survey.can.manage || newest !== survey.id) return null
  if (!survey.can.collect && (survey.status === 'closed' || survey.closesAt !== undefined))
    return (
      <Button
        loading={collecting.isPending}
        onClick={() => collecting.mutate('reopen', { onSuccess: () => announce.done(t('collect.reopened')) })}
      >
        {t('collect.reopen')}
      </Button>
    )
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('collect.close')}</Button>
      <Modal
        open={isAsking}
        title={t('collect.closeTitle')}
        okText={t('collect.close')}
        cancelText={t('collect.cancel')}
        okButtonProps={{ autoInsertSpace: false, loading: collecting.isPending }}
        cancelButtonProps={{ autoInsertSpace: false }}
        onOk={() =>
          collecting.mutate('close', {
            onSuccess: () => announce.done(t('collect.closed')),
            onSettled: () => setAsking(false),
          })
        }
        onCancel={() => setAsking(false)}
      >
        {t('collect.closeText')}
      </Modal>
    </>
  )
}
