import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../identity/session.ts'
import { announce } from '../notify/announce.ts'
import { DayField, dayFromToday } from '../organization/dialogs/days.tsx'
import { EditDialog } from '../organization/dialogs/EditDialog.tsx'
import { processesQuery } from '../processes/queries.ts'
import { Frame } from '../records/form/Frame.tsx'
import { PeopleSelect } from '../work/verbs/PeopleSelect.tsx'
import { useNaming } from './queries.ts'
import styles from './substitutions.module.css'

/** Who acts in my place, from when to when, for which processes; the 流程管理员 names it for others too. */
export function NamingDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('substitutions')
  const me = useMe()
  const id = useId()
  const isAdmin = me.positions.some((position) => position.id === 'processAdmin')
  const [person, setPerson] = useState<string[]>([])
  const [substitute, setSubstitute] = useState<string[]>([])
  const [from, setFrom] = useState(dayFromToday())
  const [to, setTo] = useState('')
  const [processes, setProcesses] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const naming = useNaming()
  const { data } = useQuery(processesQuery)
  const missing = (value: unknown): string | undefined => (isChecked && !value ? t('required') : undefined)
  const save = (): void => {
    setChecked(true)
    const [chosen] = substitute
    const [other] = person
    if (chosen === undefined || !from || !to || (isAdmin && other === undefined)) return
    naming.mutate(
      {
        substitute: chosen,
        from,
        to,
        ...(other !== undefined && { person: other }),
        ...(processes.length > 0 && { processes }),
        ...(reason.trim() && { reason: reason.trim() }),
      },
      {
        onSuccess() {
          announce.done(t('saved'))
          close()
        },
      },
    )
  }
  return (
    <EditDialog
      title={t('add')}
      okText={t('save')}
      isBusy={naming.isPending}
      failure={naming.error}
      save={save}
      close={close}
    >
      {isAdmin && (
        <Frame id={`${id}person`} label={t('person')} isRequired error={missing(person[0])}>
          <PeopleSelect id={`${id}person`} isMany={false} value={person} change={setPerson} />
        </Frame>
      )}
      <Frame id={`${id}substitute`} label={t('substitute')} isRequired error={missing(substitute[0])}>
        <PeopleSelect id={`${id}substitute`} isMany={false} value={substitute} change={setSubstitute} />
      </Frame>
      <div className={styles.pair}>
        <DayField label={t('from')} isRequired value={from} change={setFrom} error={missing(from)} />
        <DayField label={t('to')} isRequired value={to} change={setTo} error={missing(to)} />
      </div>
      <Frame id={`${id}processes`} label={t('processes')} isRequired={false} help={t('processesHelp')}>
        <Select
          id={`${id}processes`}
          mode="multiple"
          className={styles.fill ?? ''}
          value={processes}
          options={(data?.items ?? []).map(({ id: value, name }) => ({ value, label: `${value} ${name}` }))}
          placeholder={t('allProcesses')}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={setProcesses}
        />
      </Frame>
      <Frame id={`${id}reason`} label={t('reason')} isRequired={false}>
        <Input
          id={`${id}reason`}
          maxLength={1000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Frame>
      <p className={styles.note}>{t('rules')}</p>
    </EditDialog>
  )
}
