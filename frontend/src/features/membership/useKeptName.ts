import { base64Of, bytesOf } from '../../chain/pictures.ts'
import { useKept } from '../../ui/useKept.ts'
import type { ChosenName } from './NameFields.tsx'

interface Kept {
  readonly name: string
  /** The small copy that would be signed, in base64. */
  readonly picture: string | null
}

/** A name and a picture that outlive the tab until they are signed; null while nothing was chosen. */
export function useKeptName(key: string): [ChosenName | null, (chosen: ChosenName) => void] {
  const [kept, setKept] = useKept<Kept | null>(key, null)
  return [
    kept && { name: kept.name, image: kept.picture === null ? null : bytesOf(kept.picture) },
    ({ name, image }) => setKept({ name, picture: image && base64Of(image) }),
  ]
}
