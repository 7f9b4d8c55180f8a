import type { NameDraft } from '@canmou/contract'
import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Frame } from '../../records/form/Frame.tsx'

/** A name while it is typed: a language without one of its own is empty. */
export type TypedNames = Record<'zh-CN' | 'zh-TW' | 'en', string>

export const noNames: TypedNames = { 'zh-CN': '', 'zh-TW': '', en: '' }

/** A name that only repeats the Chinese one is not typed again, and follows it. */
export const typedNames = (names: TypedNames): TypedNames => ({
  'zh-CN': names['zh-CN'],
  'zh-TW': names['zh-TW'] === names['zh-CN'] ? '' : names['zh-TW'],
  en: names.en === names['zh-CN'] ? '' : names.en,
})

export function draftOf(names: TypedNames): NameDraft {
  const traditional = names['zh-TW'].trim()
  const english = names.en.trim()
  return {
    'zh-CN': names['zh-CN'].trim(),
    ...(traditional && { 'zh-TW': traditional }),
    ...(english && { en: english }),
  }
}

interface NameFieldsProps {
  names: TypedNames
  change: (names: TypedNames) => void
  /** Whether saving was tried: an empty name is an error from then on. */
  isChecked: boolean
}

/** The name in three languages; the first is enough. */
export function NameFields({ names, change, isChecked }: NameFieldsProps) {
  const { t } = useTranslation('organization')
  const id = useId()
  const field = (locale: keyof TypedNames, label: string, error?: string) => (
    <Frame
      id={`${id}${locale}`}
      label={label}
      isRequired={locale === 'zh-CN'}
      help={locale === 'zh-CN' ? undefined : t('edit.nameDefault')}
      error={error}
    >
      <Input
        id={`${id}${locale}`}
        maxLength={60}
        value={names[locale]}
        onChange={(event) => change({ ...names, [locale]: event.target.value })}
        {...(error && { status: 'error' })}
      />
    </Frame>
  )
  const missing = isChecked && names['zh-CN'].trim() === '' ? t('edit.required') : undefined
  return (
    <>
      {field('zh-CN', t('edit.nameChinese'), missing)}
      {field('zh-TW', t('edit.nameTaiwan'))}
      {field('en', t('edit.nameEnglish'))}
    </>
  )
}
