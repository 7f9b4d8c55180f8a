import { useBlocker } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DraftSaver } from './draft-saver.ts'

/** Saves before another page is opened, and asks where that cannot be done now. */
export function LeaveGuard({ saver }: { saver: Pick<DraftSaver<never>, 'isUnsaved' | 'flush'> }) {
  const { t } = useTranslation('records')
  const blocker = useBlocker({
    async shouldBlockFn() {
      if (saver.isUnsaved()) await saver.flush()
      return saver.isUnsaved()
    },
    enableBeforeUnload: false,
    withResolver: true,
  })
  return (
    <Modal
      open={blocker.status === 'blocked'}
      title={t('save.leaveTitle')}
      okText={t('save.stay')}
      cancelText={t('save.leave')}
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.proceed?.()}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      {t('save.leaveText')}
    </Modal>
  )
}
