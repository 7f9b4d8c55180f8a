import type { TaskDetail, TaskVerb, VerbOffer } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '../../identity/session.ts'
import type { ActMutation } from '../task/queries.ts'
import type { Seen } from '../task/seen.ts'
import { taskOffersQuery } from './queries.ts'
import { VerbDialog } from './VerbDialog.tsx'
import { VerbMenu } from './VerbMenu.tsx'

interface TaskVerbsProps {
  task: TaskDetail
  act: ActMutation
  /** What it is about, as it was shown. */
  seen: Seen
}

/** What can be done with a task other than what the step is for: 退回, 转办, 加签, 收回 … */
export function TaskVerbs({ task, act, seen }: TaskVerbsProps) {
  const me = useMe()
  const { data } = useQuery(taskOffersQuery(task.id))
  const [chosen, setChosen] = useState<VerbOffer>()
  // Who holds or has done it is told why not, where nothing is possible any more; nobody else needs a menu then.
  const isMine = task.holders.some(({ id }) => id === me.id) || task.onBehalfOf !== undefined
  if (!data || !(isMine || data.items.some(({ allowed }) => allowed))) return null
  return (
    <>
      <VerbMenu offers={data.items} choose={setChosen} />
      {chosen && (
        <VerbDialog
          key={chosen.verb}
          offer={chosen}
          taskId={task.id}
          seen={seen}
          isPending={act.isPending}
          error={act.error}
          close={() => {
            act.reset()
            setChosen(undefined)
          }}
          send={(body) => act.mutate({ verb: chosen.verb as TaskVerb, label: chosen.label, body })}
        />
      )}
    </>
  )
}
