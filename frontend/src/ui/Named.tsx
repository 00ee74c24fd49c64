import { useNameOf } from '../chain/names.ts'
import { shortAddress } from '../words/format.ts'

const ADDRESS = /\b0x[0-9a-fA-F]{40}\b/g

/** A sentence in which accounts stand by their addresses, with their names instead. */
export const Named = ({ text }: { text: string }) =>
  text.search(ADDRESS) === -1 ? text : <Renamed text={text} />

function Renamed({ text }: { text: string }) {
  const nameOf = useNameOf()
  return text.replaceAll(ADDRESS, (one) => nameOf(one) ?? shortAddress(one))
}
