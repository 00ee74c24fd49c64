import { useEnv } from '../../chain/settings.tsx'
import { isKnownRegistrar } from '../../chain/successors.ts'
import type { CardProps } from '../../shell/feature.ts'
import { Notice } from '../../ui/Notice.tsx'
import { organs } from '../../words/organs/words.ts'

const words = organs.foreign

/**
 * Warns where the rules and the voter list of a co-op come from contracts that this site does not know.
 *
 * @rule COOP-9, PHY-14 Co-op: contracts that nobody here knows
 */
export function ForeignOrgans({ coop }: CardProps) {
  const { deployments } = useEnv()
  if (deployments === null || isKnownRegistrar(deployments, coop.builtBy)) return null
  return (
    <Notice tone="danger">
      <p className="m-0 font-semibold">{words.unknown}</p>
      <p className="m-0 mt-2 break-words">{words.why({ address: coop.builtBy })}</p>
      <p className="m-0 mt-2">{words.money}</p>
    </Notice>
  )
}
