import type { BoxItem, InstanceVerb, TaskVerb, VerbOffer } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../notify/announce.ts'
import type { RunList } from '../boxes.ts'
import { instanceOffersQuery, taskOffersQuery, useInstanceVerb, useTaskVerb } from './queries.ts'
import { VerbDialog, type VerbBody } from './VerbDialog.tsx'
import { offered } from './row-offers.ts'
import { VerbMenu } from './VerbMenu.tsx'

/** 更多操作 of a row, opened: 转办 and 抄送 of what waits, 催办 and 撤回 of what one has started. */
export function RowVerbMenu({ box, item: { instance, task } }: { box: RunList; item: BoxItem }) {
  const { t } = useTranslation('verbs')
  const { task: ofTask, instance: ofInstance } = offered[box]
  const taskId = ofTask.length > 0 ? task?.id : undefined
  const [isOpen, setOpen] = useState(true)
  const [chosen, setChosen] = useState<VerbOffer>()
  const mine = useQuery({ ...taskOffersQuery(taskId ?? ''), enabled: isOpen && taskId !== undefined })
  const whole = useQuery({ ...instanceOffersQuery(instance.id), enabled: isOpen })
  const tellDone = (): void => {
    if (chosen) announce.done(t('done', { verb: chosen.label }))
    setChosen(undefined)
  }
  const taskVerb = useTaskVerb(taskId ?? '', tellDone)
  const instanceVerb = useInstanceVerb(instance.id, tellDone)
  const isTaskVerb = ofTask.some((verb) => verb === chosen?.verb)
  const request = isTaskVerb ? taskVerb : instanceVerb
  const close = (): void => {
    request.reset()
    setChosen(undefined)
  }
  const send = (offer: VerbOffer, { opinion, people, ...body }: VerbBody): void => {
    const said = { ...(opinion && { opinion }) }
    if (isTaskVerb) taskVerb.mutate({ verb: offer.verb as TaskVerb, body: { ...body, ...said } })
    else
      instanceVerb.mutate({ verb: offer.verb as InstanceVerb, body: { ...said, ...(people && { people }) } })
  }
  const isAsked = whole.data && (taskId === undefined || mine.data)
  const all = [...(mine.data?.items ?? []), ...(whole.data?.items ?? [])]
  const wanted: readonly string[] = [...ofTask, ...ofInstance]
  return (
    <>
      <VerbMenu
        row={{ about: instance.title, isOpen, open: setOpen }}
        offers={isAsked && all.filter(({ verb }) => wanted.includes(verb))}
        choose={setChosen}
      />
      {chosen && (
        <VerbDialog
          key={chosen.verb}
          offer={chosen}
          taskId={isTaskVerb ? taskId : undefined}
          isPending={request.isPending}
          error={request.error}
          close={close}
          send={(body) => send(chosen, body)}
        />
      )}
    </>
  )
}
