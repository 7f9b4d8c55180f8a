import type { SurveyDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { LevelChip } from '../app/LevelChip.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { Chip } from '../app/Chip.tsx'
import { CollectPart } from './collect/CollectPart.tsx'
import { DesignPart } from './design/DesignPart.tsx'
import { surveyParts, type SurveyPart } from './parts.ts'
import { PublishPart } from './publish/PublishPart.tsx'
import { surveyQuery } from './queries.ts'
import { ResultsPart } from './results/ResultsPart.tsx'
import { AnswerCount, SurveyStateChip } from './SurveyStateChip.tsx'
import styles from './SurveyPage.module.css'

/** One questionnaire in its four stages; which one is shown stands in the address. */
export function SurveyPage() {
  const { t } = useTranslation('surveys')
  const { surveyId } = useParams({ from: '/signed-in/surveys/$surveyId' })
  const { part } = useSearch({ from: '/signed-in/surveys/$surveyId' })
  const { data: survey, error, refetch } = useQuery(surveyQuery(surveyId))
  if (!survey) {
    return (
      <Page title={t('title')}>
        {error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />}
      </Page>
    )
  }
  const shown = part ?? (survey.status === 'draft' ? 'design' : 'collect')
  return (
    <Page
      title={survey.title}
      mark={
        <>
          <SurveyStateChip survey={survey} />
          <Chip>{t(`purpose.${survey.purpose}`)}</Chip>
          <Chip>{t('version', { version: survey.version })}</Chip>
          <LevelChip level={survey.level} />
          {survey.status !== 'draft' && <AnswerCount survey={survey} />}
        </>
      }
    >
      <nav aria-label={t('partsName')} className={styles.parts}>
        {surveyParts.map((name, index) => (
          <Link
            key={name}
            {...paths.survey(survey.id, name)}
            className={styles.part}
            aria-current={name === shown ? 'step' : undefined}
          >
            <span className={styles.number} aria-hidden>
              {index + 1}
            </span>
            {t(`part.${name}`)}
          </Link>
        ))}
      </nav>
      <Part name={shown} survey={survey} />
    </Page>
  )
}

function Part({ name, survey }: { name: SurveyPart; survey: SurveyDetail }) {
  switch (name) {
    case 'design':
      return <DesignPart key={survey.id} survey={survey} />
    case 'publish':
      return <PublishPart survey={survey} />
    case 'collect':
      return <CollectPart survey={survey} />
    case 'results':
      return <ResultsPart survey={survey} />
  }
}
