import type { VerbRulesPage as Rules } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { Page } from '../../app/Page.tsx'
import { PendingPage } from '../../app/PendingPage.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import { verbRulesQuery } from './queries.ts'
import styles from './VerbRulesPage.module.css'

type Rule = Rules['verbs'][number]

/** 审批操作规则: what each verb does, from the table by which the buttons are offered. */
export function VerbRulesPage() {
  const { t } = useTranslation('verbs')
  const { data, error, refetch } = useQuery(verbRulesQuery)
  if (!data) {
    return (
      <Page title={t('rules.title')}>
        {error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />}
      </Page>
    )
  }
  return (
    <Page title={t('rules.title')} note={t('rules.lead')}>
      <div className={styles.page}>
        <Sheet title={t('rules.summary')}>
          <Summary verbs={data.verbs} />
        </Sheet>
        <Sheet title={t('rules.terms')}>
          <dl className={styles.terms}>
            {data.terms.map(({ term, text }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Sheet>
        {data.verbs.map((rule) => (
          <Chapter key={rule.verb} rule={rule} />
        ))}
        <Sheet title={t('rules.limits')}>
          <dl className={styles.terms}>
            {data.limits.map(({ when, text }) => (
              <div key={when}>
                <dt>{when}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Sheet>
        <Sheet title={t('rules.others')}>
          <ul className={styles.others}>
            {data.others.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Sheet>
      </div>
    </Page>
  )
}

function Summary({ verbs }: { verbs: readonly Rule[] }) {
  const { t: tApp } = useTranslation('app')
  const { t } = useTranslation('verbs')
  return (
    <dl className={styles.summary}>
      {verbs.map(({ verb, name, purpose, who, needsReason }) => (
        <div key={verb}>
          <dt>
            <a href={`#${verb}`}>{name}</a>
          </dt>
          <dd>
            {purpose}
            <span className={styles.who}>
              {t('rules.who', { who: who.join(tApp('separator')) })}
              {needsReason && ` · ${t('rules.needsReason')}`}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Chapter({ rule: { verb, name, example, rows, otherwise } }: { rule: Rule }) {
  const { t } = useTranslation('verbs')
  return (
    <div id={verb} className={styles.chapter}>
      <Sheet title={name}>
        <p className={styles.example}>{t('rules.example', { example })}</p>
        <dl className={styles.outcomes}>
          {rows.map((row) => (
            <Outcome key={row.where} label={row.where} {...row} />
          ))}
          {otherwise.map((one) => (
            <Outcome key={`${one.when} ${one.text}`} label={one.when} {...one} />
          ))}
        </dl>
      </Sheet>
    </div>
  )
}

function Outcome({ label, text, isRefused }: { label: string; text: string; isRefused: boolean }) {
  const { t } = useTranslation('verbs')
  return (
    <div>
      <dt>{label}</dt>
      <dd data-refused={isRefused}>{isRefused ? t('rules.refused', { reason: text }) : text}</dd>
    </div>
  )
}
