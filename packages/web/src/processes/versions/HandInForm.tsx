import type { DrawingCheck, ProcessDetail } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { Button, Input, Spin } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { failureText } from '../../api/raise-failure.ts'
import { paths } from '../../app/paths.ts'
import { Sheet } from '../../app/Sheet.tsx'
import { CheckedDrawing } from './CheckedDrawing.tsx'
import { DownloadDrawing } from './DownloadDrawing.tsx'
import { DrawingChoice, type ChosenDrawing } from './DrawingChoice.tsx'
import { useCheck, useHandIn } from './queries.ts'
import styles from './versions.module.css'

interface HandInFormProps {
  process: ProcessDetail
  /** The draft whose drawing is replaced; a new version where there is none. */
  version?: number
  note?: string
  /** The drawing to begin from. */
  current: string
}

/** Choose a drawing, see it proved, say what changes, hand it in. */
export function HandInForm({ process, version, note: former = '', current }: HandInFormProps) {
  const { t } = useTranslation('versions')
  const [drawing, setDrawing] = useState<ChosenDrawing>()
  const check = useCheck(process.id)
  const choose = (chosen: ChosenDrawing): void => {
    setDrawing(chosen)
    check.mutate(chosen.xml)
  }
  const name = version === undefined ? `${process.id}-V${process.version}` : `${process.id}-V${version}`
  return (
    <div className={styles.parts}>
      <Sheet>
        <DrawingChoice chosen={drawing} onChoose={choose} />
        <p className={styles.links}>
          <DownloadDrawing xml={current} name={name} />
        </p>
      </Sheet>
      {check.isPending && (
        <p role="status" className={styles.pending}>
          <Spin size="small" /> {t('checking')}
        </p>
      )}
      {drawing && check.error && <QueryFailure error={check.error} retry={() => check.mutate(drawing.xml)} />}
      {drawing && check.data && (
        <CheckedDrawing key={drawing.serial} name={process.name} xml={drawing.xml} check={check.data} />
      )}
      <NoteAndSubmit
        processId={process.id}
        version={version}
        former={former}
        drawing={drawing}
        check={check.data}
      />
    </div>
  )
}

interface NoteAndSubmitProps {
  processId: string
  version: number | undefined
  former: string
  drawing: ChosenDrawing | undefined
  check: DrawingCheck | undefined
}

function NoteAndSubmit({ processId, version, former, drawing, check }: NoteAndSubmitProps) {
  const { t } = useTranslation('versions')
  const [note, setNote] = useState(former)
  const [isAsked, setAsked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const handIn = useHandIn(processId, version)
  const errors = check?.findings.filter(({ severity }) => severity === 'error').length ?? 0
  const isBlank = note.trim() === ''
  const submit = (): void => {
    setAsked(true)
    if (isBlank) field.current?.focus()
    else if (drawing && check && errors === 0 && !handIn.isPending)
      handIn.mutate({ xml: drawing.xml, note: note.trim() })
  }
  const refusal = refusalOf()
  function refusalOf(): string | undefined {
    if (errors > 0) return t('hasErrors', { count: errors })
    if (isAsked && !drawing) return t('fileMissing')
    return handIn.error ? failureText(handIn.error) : undefined
  }
  return (
    <Sheet>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <label htmlFor="version-note">{t('note')}</label>
        <Input.TextArea
          id="version-note"
          ref={(input) => {
            field.current = input?.resizableTextArea?.textArea ?? null
          }}
          value={note}
          maxLength={2000}
          autoSize={{ minRows: 3 }}
          aria-required
          aria-invalid={isAsked && isBlank}
          aria-describedby="version-note-help"
          {...(isAsked && isBlank && { status: 'error' })}
          onChange={(event) => setNote(event.target.value)}
        />
        <p id="version-note-help" className={isAsked && isBlank ? styles.failure : styles.soft}>
          {isAsked && isBlank ? t('noteMissing') : t('noteHelp')}
        </p>
        {refusal && (
          <p role="alert" className={styles.failure}>
            {refusal}
          </p>
        )}
        <div className={styles.links}>
          <Button type="primary" htmlType="submit" loading={handIn.isPending} disabled={errors > 0}>
            {t(version === undefined ? 'submit' : 'submitReplaced')}
          </Button>
          <Link
            {...(version === undefined ? paths.process(processId) : paths.processVersion(processId, version))}
          >
            {t('cancel')}
          </Link>
        </div>
      </form>
    </Sheet>
  )
}
