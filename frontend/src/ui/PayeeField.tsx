import type { Address } from 'viem'
import { useIndex } from '../chain/indexClient.ts'
import { useEnv } from '../chain/settings.tsx'
import { WhoField } from './WhoField.tsx'

interface PayeeProps {
  /** Whose members are offered. */
  coop: Address
  label: string
  value: string
  onChange: (address: string) => void
}

/** Who can be paid: by name, or by an address. */
export function PayeeField({ coop, label, value, onChange }: PayeeProps) {
  const { people } = useEnv()
  const members = useIndex('/api/coops/:coop/members', { coop })
  const among = [
    ...people.map((person) => person.address as string),
    ...(members.data?.data ?? []).map((member) => member.wallet as string),
  ]
  return <WhoField label={label} among={among} value={value} onChange={onChange} />
}
