import { InboxOutlined } from '@ant-design/icons'
import { Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './versions.module.css'

export interface ChosenDrawing {
  name: string
  xml: string
  /** Tells one choice from the next, also of the same file. */
  serial: number
}

/** As many characters as the server takes. */
const mostCharacters = 1_500_000

interface DrawingChoiceProps {
  chosen: ChosenDrawing | undefined
  onChoose: (drawing: ChosenDrawing) => void
}

/** Takes a BPMN file by dropping or choosing it. It is read here and sent with the form, not uploaded by itself. */
export function DrawingChoice({ chosen, onChoose }: DrawingChoiceProps) {
  const { t } = useTranslation('versions')
  const [problem, setProblem] = useState<string>()
  const read = async (file: File): Promise<void> => {
    try {
      // Each character is a byte at least: what is larger need not be read.
      const xml = file.size > 4 * mostCharacters ? undefined : await file.text()
      if (xml === undefined || xml.length > mostCharacters) return setProblem(t('tooLarge'))
      setProblem(undefined)
      onChoose({ name: file.name, xml, serial: (chosen?.serial ?? 0) + 1 })
    } catch {
      // The file was moved or its drive taken out between choosing and reading.
      setProblem(t('unreadable', { name: file.name }))
    }
  }
  return (
    <>
      <Upload.Dragger
        accept=".bpmn,.xml"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file)
          return false
        }}
      >
        <p className={styles.drop}>
          <InboxOutlined aria-hidden />
          <span>{chosen ? t('chooseAgain') : t('choose')}</span>
        </p>
        <p className={styles.soft}>{chosen ? t('chosen', { name: chosen.name }) : t('chooseHint')}</p>
      </Upload.Dragger>
      {problem && (
        <p role="alert" className={styles.failure}>
          {problem}
        </p>
      )}
    </>
  )
}
