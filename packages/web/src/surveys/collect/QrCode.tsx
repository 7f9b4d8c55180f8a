import { encode, renderSVG } from 'uqr'

/** The code of a link: black on white whatever surrounds it, with the quiet zone that scanners need. */
export function QrCode({ link, label }: { link: string; label: string }) {
  const { data, size } = encode(link, { border: 2 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="168"
      height="168"
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** The same as a file for print. */
export const qrFile = (link: string): string => renderSVG(link, { border: 2 })
