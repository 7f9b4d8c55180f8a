import type { SurveyDetail } from '@canmou/contract'
import { DownloadOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../app/Sheet.tsx'
import { useCollectionChange } from '../queries.ts'
import styles from './collect.module.css'
import { CopyButton } from './CopyButton.tsx'
import { download } from './copy-text.ts'
import { fullLink } from './link-list.ts'
import { qrFile, QrCode } from './QrCode.tsx'

/** The link for everybody, its code, and the switch that ends it. */
export function OpenLink({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const change = useCollectionChange(survey.id)
  const [isAsking, setAsking] = useState(false)
  const { openLinkPath } = survey
  if (openLinkPath === undefined)
    return (
      <Sheet title={t('collect.openLink')}>
        <p className={styles.hint}>{t('collect.openLinkOff')}</p>
        {survey.can.manage && survey.status === 'published' && (
          <Button loading={change.isPending} onClick={() => change.mutate({ hasOpenLink: true })}>
            {t('collect.switchOn')}
          </Button>
        )}
      </Sheet>
    )
  return (
    <Sheet
      title={t('collect.openLink')}
      extra={
        survey.can.manage && (
          <Button type="text" onClick={() => setAsking(true)}>
            {t('collect.switchOff')}
          </Button>
        )
      }
    >
      <LinkAndCode survey={survey} path={openLinkPath} />
      <Modal
        open={isAsking}
        title={t('collect.switchOffTitle')}
        okText={t('collect.switchOff')}
        cancelText={t('collect.cancel')}
        okButtonProps={{ danger: true, autoInsertSpace: false, loading: change.isPending }}
        cancelButtonProps={{ autoInsertSpace: false }}
        onOk={() => change.mutate({ hasOpenLink: false }, { onSettled: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
      >
        {t('collect.switchOffText')}
      </Modal>
    </Sheet>
  )
}

/** A link to copy, to open and to scan. */
export function LinkAndCode({ survey, path }: { survey: Pick<SurveyDetail, 'title'>; path: string }) {
  const { t } = useTranslation('surveys')
  const link = fullLink(path)
  return (
    <div className={styles.link}>
      <QrCode link={link} label={t('collect.qr')} />
      <div className={styles.linkWords}>
        <p className={styles.hint}>{t('collect.openLinkHint')}</p>
        <a href={path} target="_blank" rel="noreferrer" className={styles.address}>
          {link}
        </a>
        <div className={styles.buttons}>
          <CopyButton text={link} />
          <Button
            icon={<DownloadOutlined aria-hidden />}
            onClick={() => download(`${survey.title}.svg`, 'image/svg+xml', qrFile(link))}
          >
            {t('collect.downloadQr')}
          </Button>
        </div>
      </div>
    </div>
  )
}
