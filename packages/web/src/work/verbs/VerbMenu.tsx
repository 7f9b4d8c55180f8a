import { MoreOutlined } from '@ant-design/icons'
import type { VerbOffer } from '@canmou/contract'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import styles from './verbs.module.css'

interface VerbMenuProps {
  /** Absent while they are asked for. */
  offers: readonly VerbOffer[] | undefined
  choose: (offer: VerbOffer) => void
  /** In a row of a list: what the row is about. The button is a sign only, and the offers are asked for when it is opened. */
  row?: { about: string; isOpen: boolean; open: (isOpen: boolean) => void }
}

const rules = 'rules'

/** 更多操作: what else can be done; what cannot says why, before it is pressed. */
export function VerbMenu({ offers, choose, row }: VerbMenuProps) {
  const { t } = useTranslation('verbs')
  const navigate = useNavigate()
  const items: MenuProps['items'] = [
    ...(offers ?? []).map((offer) => itemOf(offer)),
    ...(offers ? [] : [{ key: 'asking', disabled: true, label: t('asking') }]),
    { type: 'divider' },
    { key: rules, label: t('rules.link') },
  ]
  return (
    <Dropdown
      trigger={['click']}
      {...(row && { open: row.isOpen, onOpenChange: row.open })}
      menu={{
        className: styles.menu ?? '',
        items,
        onClick({ key, domEvent }) {
          domEvent.stopPropagation()
          if (key === rules) void navigate(paths.verbRules())
          const offer = offers?.find(({ verb }) => verb === key)
          if (offer?.allowed) choose(offer)
        },
      }}
    >
      {row ? (
        <button
          type="button"
          className={styles.rowSign}
          aria-haspopup="menu"
          aria-label={t('moreOf', { about: row.about })}
        >
          <MoreOutlined aria-hidden />
        </button>
      ) : (
        <Button icon={<MoreOutlined aria-hidden />}>{t('more')}</Button>
      )}
    </Dropdown>
  )
}

function itemOf(offer: VerbOffer) {
  return {
    key: offer.verb,
    disabled: !offer.allowed,
    danger: offer.verb === 'terminate',
    label: (
      <span className={styles.item}>
        <span>{offer.label}</span>
        {!offer.allowed && offer.hint && <small>{offer.hint}</small>}
      </span>
    ),
  }
}
