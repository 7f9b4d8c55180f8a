import type { SurveyDetail, SurveyInvitation } from '@canmou/contract'
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { Chip } from '../../app/Chip.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { announce } from '../../notify/announce.ts'
import { CustomerSelect, type Customer } from '../CustomerSelect.tsx'
import { invitationsQuery, useInvite, useWithdrawInvitation } from '../queries.ts'
import styles from './collect.module.css'
import { CopyButton } from './CopyButton.tsx'
import { download } from './copy-text.ts'
import { csvOf, fullLink, linesOf, namesIn } from './link-list.ts'

/** Links of which each takes one answer: made by name or by customer, copied, downloaded, taken back. */
export function PersonalLinks({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const { data, error, refetch } = useQuery(invitationsQuery(survey.id))
  const links = data?.items ?? []
  return (
    <Sheet
      title={t('collect.personal')}
      extra={links.length > 0 && <ListButtons survey={survey} links={links} />}
    >
      <p className={styles.hint}>{t('collect.personalHint')}</p>
      {survey.status === 'published' && <MakeLinks survey={survey} />}
      {error && !data && <QueryFailure error={error} retry={() => void refetch()} />}
      {data && links.length === 0 && <p className={styles.hint}>{t('collect.personalEmpty')}</p>}
      {links.length > 0 && (
        <ul className={styles.links}>
          {links.map((link) => (
            <PersonalLink key={link.id} surveyId={survey.id} link={link} />
          ))}
        </ul>
      )}
    </Sheet>
  )
}

function MakeLinks({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const id = useId()
  const invite = useInvite(survey.id)
  const [names, setNames] = useState('')
  const [customers, setCustomers] = useState<Customer[]>([])
  const invitations = [
    ...namesIn(names).map((label) => ({ label })),
    ...customers.map((customer) => ({ label: customer.label, customerId: customer.value })),
  ]
  const make = (): void =>
    invite.mutate(
      { invitations },
      {
        onSuccess({ items }) {
          announce.done(t('collect.personalMade', { count: items.length }))
          setNames('')
          setCustomers([])
        },
      },
    )
  return (
    <div className={styles.make}>
      <div className={styles.field}>
        <label htmlFor={`${id}-names`}>{t('collect.personalNames')}</label>
        <Input.TextArea
          id={`${id}-names`}
          value={names}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => setNames(event.target.value)}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-customers`}>{t('collect.personalCustomers')}</label>
        <CustomerSelect id={`${id}-customers`} mode="multiple" value={customers} change={setCustomers} />
      </div>
      <Button loading={invite.isPending} disabled={invitations.length === 0} onClick={make}>
        {t('collect.personalMake')}
      </Button>
    </div>
  )
}

function PersonalLink({ surveyId, link }: { surveyId: string; link: SurveyInvitation }) {
  const { t } = useTranslation('surveys')
  const withdraw = useWithdrawInvitation(surveyId)
  return (
    <li className={styles.personal}>
      <span className={styles.label}>{link.label}</span>
      {link.usedAt ? (
        <Chip tone="green">{t('collect.used', { at: formatDateTime(link.usedAt) })}</Chip>
      ) : (
        <Chip>{t('collect.unused')}</Chip>
      )}
      {!link.usedAt && (
        <span className={styles.buttons}>
          <CopyButton isSmall text={fullLink(link.path)} of={link.label} />
          <Button
            size="small"
            type="text"
            autoInsertSpace={false}
            loading={withdraw.isPending}
            aria-label={`${t('collect.withdraw')}: ${link.label}`}
            onClick={() =>
              withdraw.mutate(link.id, { onSuccess: () => announce.done(t('collect.withdrawn')) })
            }
          >
            {t('collect.withdraw')}
          </Button>
        </span>
      )}
    </li>
  )
}

function ListButtons({ survey, links }: { survey: SurveyDetail; links: SurveyInvitation[] }) {
  const { t } = useTranslation('surveys')
  const head = [t('collect.fileLabel'), t('collect.fileLink'), t('collect.fileState')]
  const rows = links.map(({ label, path, usedAt }) => [
    label,
    fullLink(path),
    usedAt ? t('collect.used', { at: formatDateTime(usedAt) }) : t('collect.unused'),
  ])
  return (
    <span className={styles.buttons}>
      <CopyButton
        isSmall
        label={t('collect.copyAll')}
        text={linesOf(links.filter(({ usedAt }) => !usedAt))}
      />
      <Button
        size="small"
        icon={<DownloadOutlined aria-hidden />}
        onClick={() =>
          download(`${survey.title} ${t('collect.file')}.csv`, 'text/csv;charset=utf-8', csvOf(head, rows))
        }
      >
        {t('collect.downloadAll')}
      </Button>
    </span>
  )
}
