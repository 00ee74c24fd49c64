import type { Act } from '@phyle/sdk/actions'
import { useEnv } from '../../chain/settings.tsx'
import { isKnownRegistrar } from '../../chain/successors.ts'
import { Notice } from '../../ui/Notice.tsx'
import { organs } from '../../words/organs/words.ts'

const words = organs.check

/**
 * Says of the contracts to which a co-op would move whether a Registrar builds them that this site knows, for
 * proposer and voters.
 *
 * @rule G14, COOP-9, PHY-14 Decision: to which contracts the co-op moves
 */
export function OrgansCheck({ acts }: { acts: readonly Act[] }) {
  const { deployments } = useEnv()
  const builders = acts.flatMap((act) => (act.act === 'adoptOrgans' ? [act.registrar] : []))
  return [...new Set(builders)].map((address) =>
    isKnownRegistrar(deployments, address) ? (
      <Notice key={address} tone="quiet">
        {words.known}
      </Notice>
    ) : (
      <Notice key={address} tone="danger">
        <b>{words.unknown({ address })}</b> {words.unknownWhy}
      </Notice>
    ),
  )
}
