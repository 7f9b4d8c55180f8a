/** Three strokes that lead to one point: the 彡 of 参, and what a staff does. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--pine)" />
      <g fill="none" stroke="#fff" strokeWidth="2.8" strokeLinecap="round">
        <path d="M8 14.5 17.5 7" />
        <path d="M8 20.5 22 9.5" />
        <path d="M10 25.5 19.5 18" />
      </g>
      <circle cx="23.6" cy="20.4" r="2.9" fill="#e8694f" />
    </svg>
  )
}
