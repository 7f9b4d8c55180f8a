import type { Attachment } from '@canmou/contract'
import { createContext, use } from 'react'
import { useProblem, type FormStore } from '../form-store.ts'
import type { Field } from '../field-model.ts'
import { placeId } from '../place.ts'

/** What every control of a form is given. */
export interface ControlProps {
  store: FormStore
  field: Field
  /** Where its value is: `/budgetItems/0/amount`. */
  pointer: string
  /** Its name where no label stands beside it, as in a grid. */
  label?: string
  /** The ids of the texts that explain it. */
  describedBy?: string
  /** Without its own frame, in the cells of a grid. */
  isCell?: boolean
  isRequired?: boolean
}

/** The ARIA attributes that tie a control to its label, its help and its error. */
export function useControlAttributes({ store, pointer, label, describedBy, isRequired }: ControlProps) {
  const problem = useProblem(store, pointer)
  return {
    id: placeId(pointer),
    'aria-invalid': problem !== undefined,
    ...(isRequired && { 'aria-required': true }),
    ...(label !== undefined && { 'aria-label': label }),
    ...(describedBy && { 'aria-describedby': describedBy }),
  }
}

/** What the fields of a form share beside its data. */
export interface FormSurroundings {
  attachments: readonly Attachment[]
}

const Surroundings = createContext<FormSurroundings>({ attachments: [] })

export const FormSurroundingsProvider = Surroundings.Provider
export const useFormSurroundings = (): FormSurroundings => use(Surroundings)
