import { surveyProblems, surveyRules, type SurveyDetail } from '@canmou/contract'
import { useNavigate } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { Sheet } from '../../app/Sheet.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { currentLocale } from '../../i18n/language.ts'
import { announce } from '../../notify/announce.ts'
import { questionNumbers } from '../design/questions.ts'
import { useCorrectSurvey, usePublishSurvey } from '../queries.ts'
import styles from './publish.module.css'

/** 发布: the one step that cannot be taken back, and what was published. */
export function PublishPart({ survey }: { survey: SurveyDetail }) {
  return (
    <div className={styles.parts}>
      {survey.status === 'draft' ? <Ready survey={survey} /> : <Published survey={survey} />}
      {survey.versions.length > 1 && <Versions survey={survey} />}
    </div>
  )
}

function Ready({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const { definition, versions } = survey
  const problems = surveyProblems(definition)
  const former = versions.find(({ status, version }) => status === 'published' && version < survey.version)
  const asked = definition.questions.filter(({ type }) => type !== 'note')
  const facts = { questions: asked.length, required: asked.filter(({ required }) => required).length }
  return (
    <Sheet title={t('publish.title')}>
      <div className={styles.ready}>
        {problems.length > 0 ? (
          <Problems survey={survey} />
        ) : (
          <p className={styles.good}>{t('publish.ready')}</p>
        )}
        <p>{t('publish.facts', facts)}</p>
        <p className={styles.warning}>{t('publish.frozenHint')}</p>
        {former && <p className={styles.warning}>{t('publish.replaceHint', { version: former.version })}</p>}
        {survey.can.manage && problems.length === 0 && <PublishButton survey={survey} />}
      </div>
    </Sheet>
  )
}

function Problems({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const problems = surveyProblems(survey.definition)
  const numbers = questionNumbers(survey.definition)
  return (
    <div className={styles.problems}>
      <p>{t('publish.notReady', { count: problems.length })}</p>
      <ul>
        {problems.map(({ path, rule }) => {
          const index = /^\/questions\/(\d+)/.exec(path)?.[1]
          const problem = surveyRules[rule][currentLocale()]
          const no = index === undefined ? undefined : (numbers[Number(index)] ?? Number(index) + 1)
          return (
            <li key={`${path} ${rule}`}>
              {no === undefined ? problem : t('publish.place', { no, problem })}
            </li>
          )
        })}
      </ul>
      <Link {...paths.survey(survey.id, 'design')}>{t('publish.toDesign')}</Link>
    </div>
  )
}

function PublishButton({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const navigate = useNavigate()
  const publish = usePublishSurvey(survey.id)
  const [isAsking, setAsking] = useState(false)
  const confirm = async (): Promise<void> => {
    await publish.mutateAsync(survey.revision)
    announce.done(t('publish.done'))
    await navigate(paths.survey(survey.id, 'collect'))
  }
  return (
    <div>
      <Button type="primary" size="large" onClick={() => setAsking(true)}>
        {t('publish.action')}
      </Button>
      <Modal
        open={isAsking}
        title={t('publish.confirmTitle', { title: survey.title })}
        okText={t('publish.confirmAction')}
        cancelText={t('publish.cancel')}
        okButtonProps={{ autoInsertSpace: false, loading: publish.isPending }}
        cancelButtonProps={{ autoInsertSpace: false }}
        onOk={() =>
          void confirm()
            .catch(() => undefined)
            .finally(() => setAsking(false))
        }
        onCancel={() => setAsking(false)}
      >
        {t('publish.frozenHint')}
      </Modal>
    </div>
  )
}

function Published({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const navigate = useNavigate()
  const correct = useCorrectSurvey(survey.id)
  const correctNow = async (): Promise<void> => {
    const draft = await correct.mutateAsync(undefined)
    await navigate(paths.survey(draft.id, 'design'))
  }
  return (
    <Sheet title={t('publish.published')}>
      <dl className={styles.facts}>
        <dt>{t('publish.publishedAt')}</dt>
        <dd className="tabular">{survey.publishedAt && formatDateTime(survey.publishedAt)}</dd>
        <dt>{t('publish.hash')}</dt>
        <dd className={styles.hash}>{survey.publishedHash}</dd>
      </dl>
      {survey.can.manage && (
        <div className={styles.correct}>
          <Button loading={correct.isPending} onClick={() => void correctNow().catch(() => undefined)}>
            {t('publish.correct')}
          </Button>
          <p>{t('publish.correctHint')}</p>
        </div>
      )}
    </Sheet>
  )
}

function Versions({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const words = { draft: t('state.draft'), published: t('state.open'), closed: t('state.closed') }
  return (
    <Sheet title={t('publish.versions')}>
      <ul className={styles.versions}>
        {survey.versions.map(({ id, version, status }) => (
          <li key={id}>
            <Link {...paths.survey(id)} {...(id === survey.id && { 'aria-current': 'true' as const })}>
              {t('version', { version })}
            </Link>
            <span>
              {words[status]}
              {id === survey.id && ` · ${t('publish.current')}`}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
