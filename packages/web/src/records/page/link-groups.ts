import type { RecordDetail } from '@canmou/contract'

type RecordLink = RecordDetail['links'][number]

/** In the order of the page: what it is based on, what came of it, what proves it, where it went. */
export const linkGroups = [
  'basis',
  'produced',
  'evidence',
  'handover',
  'uses',
  'usedBy',
  'related',
  'supersedes',
  'supersededBy',
  'corrects',
] as const
export type LinkGroup = (typeof linkGroups)[number]

/** A link reads one way from its source, the other way from its target. */
const groups: Record<RecordLink['type'], Record<RecordLink['direction'], LinkGroup>> = {
  basis: { to: 'basis', from: 'produced' },
  derived: { to: 'produced', from: 'basis' },
  evidence: { to: 'evidence', from: 'evidence' },
  handover: { to: 'handover', from: 'handover' },
  uses: { to: 'uses', from: 'usedBy' },
  related: { to: 'related', from: 'related' },
  supersedes: { to: 'supersedes', from: 'supersededBy' },
  corrects: { to: 'corrects', from: 'corrects' },
}

/** A record's links by what they mean for it, each other record once in a group; groups without any are left out. */
export function groupLinks(links: readonly RecordLink[]): { group: LinkGroup; links: RecordLink[] }[] {
  return linkGroups.flatMap((group) => {
    const own = links.filter(({ type, direction }) => groups[type][direction] === group)
    const once = own.filter(
      ({ record }, index) => own.findIndex((other) => other.record.id === record.id) === index,
    )
    return once.length > 0 ? [{ group, links: once }] : []
  })
}
