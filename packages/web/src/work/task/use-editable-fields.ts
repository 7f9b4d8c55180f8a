import type { TaskDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { processQuery } from '../../processes/queries.ts'

/** The fields that the drawing lets the decider of a step correct: `<zeebe:property name="editable" value="a,b"/>`. */
function editableIn(xml: string, elementId: string): string[] {
  const drawing = new DOMParser().parseFromString(xml, 'application/xml')
  const step = drawing.querySelector(`[id="${CSS.escape(elementId)}"]`)
  const properties = [...(step?.getElementsByTagNameNS('*', 'property') ?? [])]
  const editable = properties.find((property) => property.getAttribute('name') === 'editable')
  return (editable?.getAttribute('value') ?? '').split(',').flatMap((name) => name.trim() || [])
}

/** The fields of the document that may be corrected at this step (domain.md §8, A3); none while that is not known. */
export function useEditableFields(task: TaskDetail): readonly string[] {
  const isAsked = task.mode === 'snapshot' && task.verbs.length > 0
  const { data: process } = useQuery({ ...processQuery(task.instance.processId), enabled: isAsked })
  return useMemo(
    () => (isAsked && process ? editableIn(process.xml, task.elementId) : []),
    [isAsked, process, task.elementId],
  )
}
