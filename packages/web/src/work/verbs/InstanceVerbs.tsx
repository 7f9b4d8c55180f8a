import type { InstanceDetail, InstanceVerb, VerbOffer } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../notify/announce.ts'
import { instanceOffersQuery, useInstanceVerb } from './queries.ts'
import { VerbDialog } from './VerbDialog.tsx'
import { VerbMenu } from './VerbMenu.tsx'

/** What can be done with an instance as a whole: 撤回, 终止, 催办, 抄送, 评论. */
export function InstanceVerbs({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('verbs')
  const { data } = useQuery(instanceOffersQuery(instance.id))
  const [chosen, setChosen] = useState<VerbOffer>()
  const request = useInstanceVerb(instance.id, () => {
    if (chosen) announce.done(t('done', { verb: chosen.label }))
    setChosen(undefined)
  })
  const close = (): void => {
    request.reset()
    setChosen(undefined)
  }
  if (!data?.items.some(({ allowed }) => allowed)) return null
  return (
    <>
      <VerbMenu offers={data.items} choose={setChosen} />
      {chosen && (
        <VerbDialog
          key={chosen.verb}
          offer={chosen}
          isPending={request.isPending}
          error={request.error}
          close={close}
          send={({ opinion, people }) =>
            request.mutate({
              verb: chosen.verb as InstanceVerb,
              body: { ...(opinion && { opinion }), ...(people && { people }) },
            })
          }
        />
      )}
    </>
  )
}
