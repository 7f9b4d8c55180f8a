import type { OfferedVerb } from '@canmou/contract'
import { Button } from 'antd'

interface VerbButtonsProps {
  verbs: readonly OfferedVerb[]
  pending: string | undefined
  isDisabled: boolean
  choose: (verb: OfferedVerb) => void
}

/** What may be done, in the server's own words. Refusals stand first and plain, the way on last and strong. */
export function VerbButtons({ verbs, pending, isDisabled, choose }: VerbButtonsProps) {
  const ordered = [
    ...verbs.filter(({ verb }) => verb === 'reject'),
    ...verbs.filter(({ verb }) => verb !== 'reject'),
  ]
  return ordered.map((offered) => (
    <Button
      key={offered.verb}
      size="large"
      {...(offered.verb === 'reject' ? { danger: true } : { type: 'primary' as const })}
      loading={pending === offered.verb}
      disabled={isDisabled}
      onClick={() => choose(offered)}
    >
      {offered.label}
    </Button>
  ))
}
