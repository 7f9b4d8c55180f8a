import { CloseCircleFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

/** The button that empties a list to choose from, with a name in the reader's language. */
export function useClearing() {
  const { t } = useTranslation('app')
  return { clearIcon: <CloseCircleFilled aria-hidden />, label: t('clear') }
}
