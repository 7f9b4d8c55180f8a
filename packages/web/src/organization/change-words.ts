import type { DataScope, Level, OrganizationChange } from '@canmou/contract'
import { useTranslation } from 'react-i18next'

const fields = {
  username: 'field.username',
  name: 'field.name',
  'name.zh-CN': 'field.nameChinese',
  'name.zh-TW': 'field.nameTaiwan',
  'name.en': 'field.nameEnglish',
  departmentId: 'field.departmentId',
  parentId: 'field.parentId',
  managerPositionId: 'field.managerPositionId',
  memberIds: 'field.memberIds',
  clearance: 'field.clearance',
  dataScope: 'field.dataScope',
  from: 'field.from',
  to: 'field.to',
  isDisabled: 'field.isDisabled',
  isEnded: 'field.isEnded',
  handedTo: 'field.handedTo',
  handedTasks: 'field.handedTasks',
} as const

interface ChangeWords {
  action: (action: OrganizationChange['action']) => string
  field: (field: string) => string
  /** What the log keeps by its code: levels, data scopes, yes and no. */
  value: (field: string, value: string | undefined) => string
}

/** An entry of the log in words. */
export function useChangeWords(): ChangeWords {
  const { t } = useTranslation('organization')
  const { t: tApp } = useTranslation('app')
  return {
    action: (action) => t(`action.${action}`),
    field: (field) => (field in fields ? t(fields[field as keyof typeof fields]) : field),
    value(field, value) {
      if (value === undefined || value === '') return field === 'to' ? t('openEnd') : t('nothing')
      if (field === 'clearance') return tApp(`level.${value as Level}`)
      if (field === 'dataScope') return t(`scope.${value as DataScope}`)
      if (field === 'isDisabled' || field === 'isEnded') return value === 'true' ? t('yes') : t('no')
      return value
    },
  }
}
