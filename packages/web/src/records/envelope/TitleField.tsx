import { Button, Input } from 'antd'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormStore } from '../form/form-store.ts'
import { Frame } from '../form/Frame.tsx'
import { besideData, placeId } from '../form/place.ts'
import { useNames } from '../references/use-names.ts'
import { ruleTitle } from '../values/title.ts'
import { useValueWords } from '../values/use-value-words.ts'

const longest = 200

interface TitleFieldProps {
  store: FormStore
  /** What was typed; undefined while the title follows the content. */
  typed: string | undefined
  change: (typed: string | undefined) => void
}

/** The title as the content gives it at this moment. */
export function useRuleTitle(store: FormStore): string {
  const data = useSyncExternalStore(store.subscribe, store.data)
  const words = useValueWords()
  const names = useNames(store.model, [data])
  return ruleTitle(store.model, data, names, words)
}

/** The title: made from the content until somebody types another. */
export function TitleField({ store, typed, change }: TitleFieldProps) {
  const { t } = useTranslation('records')
  const own = useRuleTitle(store)
  const id = placeId(besideData.title)
  return (
    <Frame id={id} label={t('form.title')} isRequired={false} help={t('form.titleHint')}>
      <Input
        id={id}
        value={typed ?? own}
        maxLength={longest}
        autoComplete="off"
        aria-describedby={`${id}-help`}
        onChange={(event) => change(event.target.value)}
        onBlur={() => typed?.trim() === '' && change(undefined)}
        {...(typed !== undefined && {
          suffix: (
            <Button type="link" size="small" onClick={() => change(undefined)}>
              {t('form.titleReset')}
            </Button>
          ),
        })}
      />
    </Frame>
  )
}
