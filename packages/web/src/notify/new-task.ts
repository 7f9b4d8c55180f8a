import { useIsMutating } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useBoxCounts } from '../work/queries.ts'
import { announce } from './announce.ts'
import { isNewTask } from './known-tasks.ts'

/** Says once that a task has come. While something is being sent it waits: the task may be what follows from it. */
export function useNewTaskNotice(): void {
  const counts = useBoxCounts()
  const isSending = useIsMutating() > 0
  useEffect(() => {
    if (!counts || isSending) return
    const { newest } = counts
    if (!isNewTask(newest?.taskId) || !newest) return
    announce.task({ taskId: newest.taskId, title: newest.taskName, text: newest.instanceTitle })
  }, [counts, isSending])
}
