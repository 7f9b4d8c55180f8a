import type { DrawingCheck } from '@canmou/contract'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../app/Sheet.tsx'
import { Diagram } from '../../work/diagram/Diagram.tsx'
import { ChangeList } from './ChangeList.tsx'
import { drawingMarks, removedMarks, wayWithFlows } from './drawing-marks.ts'
import { drawingNames } from './drawing-names.ts'
import { FindingList } from './FindingList.tsx'
import styles from './versions.module.css'

interface CheckedDrawingProps {
  name: string
  xml: string
  check: DrawingCheck
  /** It is the version in effect itself, which differs from nothing. */
  isCurrent?: boolean
}

/** A drawing with what the check found marked on it and listed, and how it differs from the version in effect. */
export function CheckedDrawing({ name, xml, check, isCurrent = false }: CheckedDrawingProps) {
  const { t } = useTranslation('versions')
  const { findings } = check
  const difference = isCurrent ? undefined : check.difference
  const [chosen, setChosen] = useState<number>()
  const [elementId, setElementId] = useState<string>()
  const [shown, setShown] = useState<'this' | 'other'>('this')
  const names = useMemo(() => drawingNames(xml), [xml])
  const finding = chosen === undefined ? undefined : findings[chosen]
  const marks = useMemo(() => {
    const changes = difference?.changes ?? []
    if (shown === 'other') return removedMarks(changes)
    return drawingMarks(findings, changes, finding ? wayWithFlows(finding.way, names) : [])
  }, [findings, difference, finding, names, shown])
  const target = elementId ?? finding?.elementId
  const focus = useMemo(() => (target ? [target] : []), [target])
  return (
    <div className={styles.parts}>
      <Sheet
        isFlush
        title={t('drawing')}
        extra={
          difference && (
            <Segmented
              aria-label={t('shown')}
              value={shown}
              onChange={setShown}
              options={[
                { value: 'this', label: t('thisOne') },
                { value: 'other', label: t('otherOne', { version: difference.version }) },
              ]}
            />
          )
        }
      >
        <Diagram
          key={shown}
          name={name}
          xml={shown === 'other' && difference ? difference.xml : xml}
          marks={marks}
          focus={focus}
        />
      </Sheet>
      <div className={styles.columns}>
        <FindingList
          findings={findings}
          names={names}
          chosen={chosen}
          onChoose={(index) => {
            setShown('this')
            setElementId(undefined)
            setChosen(index)
          }}
        />
        <ChangeList
          difference={difference}
          onShow={({ elementId: id, change }) => {
            setShown(change === 'removed' ? 'other' : 'this')
            setElementId(id)
          }}
        />
      </div>
    </div>
  )
}
