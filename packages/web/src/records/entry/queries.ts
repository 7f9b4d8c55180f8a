import type { RecordDetail } from '@canmou/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { paths } from '../../app/paths.ts'
import type { DraftContent } from '../draft/save-draft.ts'

/** Opens what is then edited, and goes there. */
function useOpenEntry<Asked>(open: (asked: Asked) => Promise<RecordDetail>) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: open,
    async onSuccess(record) {
      client.setQueryData(keys.record(record.id), record)
      await navigate(paths.entry(record.id))
      void client.invalidateQueries({ queryKey: keys.records })
    },
  })
}

/** 新建: a draft of the person's own, which nobody else sees until it is saved for good. */
export const useCreateEntry = () =>
  useOpenEntry((kind: string) => answerOf(api.POST('/api/records', { body: { kind } })))

/** 编辑: a draft that starts from the newest version. */
export const useEditEntry = () =>
  useOpenEntry((id: string) => answerOf(api.POST('/api/records/{id}/edit', { params: { path: { id } } })))

/** 保存生效: the draft becomes the newest version. */
export function useSubmitEntry(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (content: DraftContent) =>
      answerOf(api.POST('/api/records/{id}/submit', { params: { path: { id } }, body: content })),
    meta: { ownFailures: true },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.records }),
  })
}

/** 放弃: the draft is gone; an entry that was never saved for good is gone with it. */
export function useDiscardEntry(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/records/{id}/draft', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.records }),
  })
}
