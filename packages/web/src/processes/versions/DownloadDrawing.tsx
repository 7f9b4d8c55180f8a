import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** Gives a drawing out as a file that any BPMN editor opens. */
export function DownloadDrawing({ xml, name }: { xml: string; name: string }) {
  const { t } = useTranslation('versions')
  const download = (): void => {
    const address = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `${name}.bpmn`
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Button icon={<DownloadOutlined aria-hidden />} onClick={download}>
      {t('download')}
    </Button>
  )
}
