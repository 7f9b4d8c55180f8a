import type { Attachment, OfferedVerb } from '@canmou/contract'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { raiseFailure } from '../../api/raise-failure.ts'
import { uploadAddress } from '../../records/attachments/upload.ts'
import { useUploads } from '../../records/attachments/use-uploads.ts'

interface Files {
  items: Attachment[]
}

const taskFilesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.taskFiles(id),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/tasks/{id}/attachments', { params: { path: { id } }, signal })),
  })

/**
 * 意见附件 of a task before it is decided: uploaded as they are chosen, so that a closed window loses none, and given with the
 * decision. The page and its dialogs share them.
 */
export function useOpinionFiles(taskId: string, isAsked: boolean) {
  const client = useQueryClient()
  const { queryKey } = taskFilesQuery(taskId)
  const { data, isFetched } = useQuery({ ...taskFilesQuery(taskId), enabled: isAsked })
  const change = (next: (items: Attachment[]) => Attachment[]): void =>
    void client.setQueryData<Files>(queryKey, (known) => ({ items: next(known?.items ?? []) }))
  const uploads = useUploads(uploadAddress.task(taskId), (file) => change((items) => [...items, file]))
  return {
    /** What was uploaded before is known, or could not be had. */
    isKnown: isFetched || !isAsked,
    items: data?.items ?? [],
    uploads,
    remove({ id }: Attachment): void {
      change((items) => items.filter((one) => one.id !== id))
      void answerOf(api.DELETE('/api/attachments/{id}', { params: { path: { id } } })).catch(
        (error: unknown) => {
          raiseFailure(error)
          void client.invalidateQueries({ queryKey })
        },
      )
    },
    /** Asks anew what is there, after a refusal. */
    reload: () => void client.invalidateQueries({ queryKey }),
  }
}

export type OpinionFiles = ReturnType<typeof useOpinionFiles>

/** What stands in the way of a verb; a file on its way would be left behind. */
export function filesProblem(
  { attachment }: Pick<OfferedVerb, 'attachment'>,
  { items, uploads }: OpinionFiles,
): 'filesBusy' | 'filesMissing' | undefined {
  if (attachment === 'none') return undefined
  if (uploads.isBusy) return 'filesBusy'
  return attachment === 'required' && items.length === 0 ? 'filesMissing' : undefined
}
