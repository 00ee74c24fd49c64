import { encode } from 'uqr'

/** Free space that readers of such codes ask for on every side, in modules. */
const QUIET = 4

interface QrProps {
  /** What a phone reads from it. */
  text: string
  /** What it is, for who cannot see it. What it says in letters belongs beside it. */
  label: string
  /** Pixels a side. */
  size?: number
}

/** A code to point a phone at: dark on white in both themes, because many readers need it so. */
export function Qr({ text, label, size = 176 }: QrProps) {
  const { data } = encode(text, { ecc: 'M', border: QUIET })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${data.length} ${data.length}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
      className="h-auto max-w-full rounded-xl bg-white"
    >
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
