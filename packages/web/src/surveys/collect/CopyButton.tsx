import { CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { announce } from '../../notify/announce.ts'
import { copyText } from './copy-text.ts'

interface CopyButtonProps {
  text: string
  label?: string
  /** Beyond the visible word, for a list with many of them. */
  of?: string
  isSmall?: boolean
}

export function CopyButton({ text, label, of, isSmall = false }: CopyButtonProps) {
  const { t } = useTranslation('surveys')
  const word = label ?? t('collect.copy')
  const copy = async (): Promise<void> => {
    if (await copyText(text)) announce.done(t('collect.copied'))
    else announce.refused(t('collect.copyFailed'))
  }
  return (
    <Button
      icon={<CopyOutlined aria-hidden />}
      size={isSmall ? 'small' : 'middle'}
      {...(of && { 'aria-label': `${word}: ${of}` })}
      onClick={() => void copy()}
    >
      {word}
    </Button>
  )
}
