import type { SurveySummary } from '@canmou/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../app/EmptyState.tsx'
import { List, type Column } from '../app/List.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { SearchBox } from '../app/SearchBox.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { formatDateTime } from '../i18n/format.ts'
import { CreateSurvey } from './CreateSurvey.tsx'
import { surveyPurposes } from './parts.ts'
import { surveyListQuery, type SurveyFilter } from './queries.ts'
import { AnswerCount, SurveyStateChip } from './SurveyStateChip.tsx'
import styles from './SurveysPage.module.css'

/** 问卷调查: every questionnaire that I see, whatever it is for. The filter is in the address. */
export function SurveysPage() {
  const { t } = useTranslation('surveys')
  const { purpose, q } = useSearch({ from: '/signed-in/surveys' })
  const navigate = useNavigate()
  const [isCreating, setCreating] = useState(false)
  const filter: SurveyFilter = { ...(purpose && { purpose }), ...(q && { q }) }
  const source = useInfiniteQuery(surveyListQuery(filter))
  const show = (next: SurveyFilter): void => {
    const search = {
      ...(next.purpose && { purpose: next.purpose }),
      ...(next.q && { q: next.q }),
    }
    void navigate(paths.surveys(search))
  }
  return (
    <Page
      title={t('title')}
      actions={
        <Button type="primary" onClick={() => setCreating(true)}>
          {t('create.action')}
        </Button>
      }
    >
      {isCreating && <CreateSurvey close={() => setCreating(false)} />}
      <Sheet isFlush>
        <div className={styles.filter}>
          <Select
            aria-label={t('list.purpose')}
            className={styles.purpose ?? ''}
            value={purpose ?? ''}
            options={[
              { value: '', label: t('list.allPurposes') },
              ...surveyPurposes.map((value) => ({ value, label: t(`purpose.${value}`) })),
            ]}
            onChange={(value) => show({ ...filter, purpose: value || undefined } as SurveyFilter)}
          />
          <div className={styles.search}>
            <SearchBox
              label={t('list.search')}
              value={q ?? ''}
              search={(words) => show({ ...filter, q: words })}
            />
          </div>
        </div>
        <List
          caption={t('list.caption')}
          source={source}
          columns={useColumns()}
          rowKey={({ id }) => id}
          card={(survey) => <SurveyCard survey={survey} />}
          empty={
            q ? (
              <EmptyState title={t('list.emptySearch', { q })} hint={t('list.emptySearchHint')} />
            ) : (
              <EmptyState title={t('list.empty')} hint={t('list.emptyHint')} />
            )
          }
        />
      </Sheet>
    </Page>
  )
}

function useColumns(): Column<SurveySummary>[] {
  const { t } = useTranslation('surveys')
  return [
    {
      key: 'title',
      title: t('list.column.title'),
      render: ({ id, title, version }) => (
        <>
          <Link {...paths.survey(id)}>{title}</Link>
          {version > 1 && <span className={styles.soft}> {t('version', { version })}</span>}
        </>
      ),
    },
    {
      key: 'purpose',
      title: t('list.column.purpose'),
      width: 130,
      render: ({ purpose }) => t(`purpose.${purpose}`),
    },
    {
      key: 'status',
      title: t('list.column.status'),
      width: 110,
      render: (survey) => <SurveyStateChip survey={survey} />,
    },
    {
      key: 'answers',
      title: t('list.column.answers'),
      width: 120,
      align: 'end',
      render: (survey) => <AnswerCount survey={survey} />,
    },
    { key: 'owner', title: t('list.column.owner'), width: 150, render: ({ owner }) => owner.name },
    {
      key: 'updatedAt',
      title: t('list.column.updatedAt'),
      width: 160,
      render: ({ updatedAt }) => <span className="tabular">{formatDateTime(updatedAt)}</span>,
    },
  ]
}

function SurveyCard({ survey }: { survey: SurveySummary }) {
  const { t } = useTranslation('surveys')
  return (
    <>
      <Link {...paths.survey(survey.id)}>{survey.title}</Link>
      <p className={styles.cardLine}>
        <SurveyStateChip survey={survey} />
        <span>{t(`purpose.${survey.purpose}`)}</span>
        <AnswerCount survey={survey} />
      </p>
      <p className={styles.cardLine}>
        <span>{survey.owner.name}</span>
        <span className="tabular">{formatDateTime(survey.updatedAt)}</span>
      </p>
    </>
  )
}
