import { DeleteOutlined, UndoOutlined } from '@ant-design/icons'
import type { HandSignature } from '@canmou/contract'
import { Button, Checkbox } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../identity/session.ts'
import { pictureOf, pictureOfName } from './picture.ts'
import styles from './sign.module.css'
import { isSignature, type Stroke } from './strokes.ts'
import { WritingArea } from './WritingArea.tsx'

interface SignaturePadProps {
  /** Told of every change: the signature as it is, or that there is none. */
  change: (signed: HandSignature | undefined) => void
  isDisabled?: boolean
}

/**
 * 手写签名, with mouse, finger or pen; what is drawn is gone when the pad goes. Drawing cannot be done from a keyboard (WCAG 2.1.1
 * exempts it), so whoever cannot draw signs with his name, and that is said wherever it is shown.
 */
export function SignaturePad({ change, isDisabled = false }: SignaturePadProps) {
  const { t } = useTranslation('task')
  const me = useMe()
  const id = useId()
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [typed, setTyped] = useState<string>()
  const write = (next: readonly Stroke[]): void => {
    setStrokes(next)
    const image = isSignature(next) ? pictureOf(next) : undefined
    change(image === undefined ? undefined : { image, method: 'drawn' })
  }
  const type = (isTyped: boolean): void => {
    const image = isTyped ? pictureOfName(me.name) : undefined
    setTyped(image)
    if (image === undefined) write(strokes)
    else change({ image, method: 'typed' })
  }
  const isEmpty = strokes.length === 0
  return (
    <div className={styles.pad}>
      <div className={styles.padHead}>
        <span id={id} className={styles.label}>
          {t('sign.label')}
        </span>
        {typed === undefined && (
          <span className={styles.tools}>
            <Button
              size="small"
              icon={<UndoOutlined aria-hidden />}
              disabled={isEmpty || isDisabled}
              onClick={() => write(strokes.slice(0, -1))}
            >
              {t('sign.undo')}
            </Button>
            <Button
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              disabled={isEmpty || isDisabled}
              onClick={() => write([])}
            >
              {t('sign.clear')}
            </Button>
          </span>
        )}
      </div>
      {typed === undefined ? (
        <WritingArea labelledBy={id} strokes={strokes} isDisabled={isDisabled} write={write} />
      ) : (
        <div className={styles.paper}>
          <img
            className={styles.typed}
            src={`data:image/png;base64,${typed}`}
            alt={t('sign.typedAlt', { name: me.name })}
          />
        </div>
      )}
      <Checkbox
        checked={typed !== undefined}
        disabled={isDisabled}
        onChange={({ target }) => type(target.checked)}
      >
        {t('sign.typeInstead')}
      </Checkbox>
    </div>
  )
}
