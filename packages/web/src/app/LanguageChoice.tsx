import { locales } from '@canmou/contract'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale, languageNames } from '../i18n/language.ts'
import { useLanguageChange } from '../identity/session.ts'
import styles from './LanguageChoice.module.css'

/** The languages, each in its own words. */
export function LanguageChoice({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation('app')
  const change = useLanguageChange()
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{t('language')}</legend>
      {locales.map((locale) => (
        <label key={locale} className={styles.option} lang={locale}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={currentLocale() === locale}
            onChange={() => change.mutate(locale, { onSettled: () => onChosen?.() })}
          />
          <span>{languageNames[locale]}</span>
        </label>
      ))}
    </fieldset>
  )
}
