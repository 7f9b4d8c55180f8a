import { MoreOutlined } from '@ant-design/icons'
import type { VerbOffer } from '@canmou/contract'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './verbs.module.css'

interface VerbMenuProps {
  offers: readonly VerbOffer[]
  choose: (offer: VerbOffer) => void
}

/** 更多操作: what else can be done; what cannot says why, before it is pressed. */
export function VerbMenu({ offers, choose }: VerbMenuProps) {
  const { t } = useTranslation('verbs')
  // Who can do nothing at all needs no menu; what is nobody's here (another one's role) is left out.
  if (!offers.some(({ allowed }) => allowed)) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: offers.map((offer) => ({
          key: offer.verb,
          disabled: !offer.allowed,
          danger: offer.verb === 'terminate',
          label: (
            <span className={styles.item}>
              <span>{offer.label}</span>
              {!offer.allowed && offer.hint && <small>{offer.hint}</small>}
            </span>
          ),
        })),
        onClick: ({ key }) => {
          const offer = offers.find(({ verb }) => verb === key)
          if (offer?.allowed) choose(offer)
        },
      }}
    >
      <Button icon={<MoreOutlined aria-hidden />}>{t('more')}</Button>
    </Dropdown>
  )
}
