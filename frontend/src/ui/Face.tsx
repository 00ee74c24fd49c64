import { usePicture } from '../chain/pictures.ts'

const initials = (name: string) =>
  name
    .replace(/\(0x.*\)$/, '')
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .split(/[ -]+/)
    .filter((part) => part !== '')
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .map((part) => part[0]?.toLocaleUpperCase() ?? '')
    .join('')

/** Dark enough for white letters in every hue. */
const hueOf = (address: string) => Number.parseInt(address.slice(2, 8), 16) % 360

export function Face({
  address,
  name,
  size = 34,
}: {
  address: string
  name?: string
  size?: number
}) {
  const picture = usePicture(address)
  if (picture !== undefined) {
    return (
      <img
        src={picture}
        alt=""
        width={size}
        height={size}
        className="shrink-0 rounded-full bg-track object-cover"
        style={{ width: size, height: size }}
      />
    )
  }
  return (
    <span
      aria-hidden="true"
      className="inline-grid shrink-0 place-items-center rounded-full font-bold text-white"
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.4),
        background: `oklch(0.46 0.09 ${hueOf(address)})`,
      }}
    >
      {name ? initials(name) : '·'}
    </span>
  )
}
