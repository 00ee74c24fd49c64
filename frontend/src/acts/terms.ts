import { consentTo, licensorTypedData } from '@phyle/sdk/chapters/commons/licensor'
import { documentDigest } from '@phyle/sdk/documents'
import type { Address, Hex } from 'viem'
import type { AskedTerms } from '../chain/consents.ts'
import { Refused } from '../chain/refused.ts'
import { putDocument } from '../chain/relay.ts'
import { encodeWorksOffer } from '../generated/contracts.ts'
import { refusals } from '../words/refusals/words.ts'
import { type ActTools, useAct } from './act.ts'

async function agree(
  tools: ActTools,
  { works, asked }: { works: Address; asked: AskedTerms },
): Promise<Hex> {
  tools.at('signing')
  const consent = consentTo(asked.family, asked.terms, asked.deadline)
  return tools.wallet.signTypedData(licensorTypedData(tools.settings.chainId, works, consent))
}

interface AskInput {
  readonly asked: AskedTerms
  /** Null: the postbox has it already. */
  readonly legalText: string | null
}

/** Leaves at the postbox what the licensor has to read, and answers with its fingerprint. */
async function askFor(tools: ActTools, { asked, legalText }: AskInput): Promise<Hex> {
  tools.at('sending')
  const { relayUrl } = tools.settings
  if (legalText !== null) await putDocument(relayUrl, legalText, 'text/markdown')
  const offer = encodeWorksOffer([
    asked.family,
    asked.terms,
    { deadline: asked.deadline, signature: '0x' },
  ])
  const { sha256 } = await putDocument(relayUrl, offer, 'text/plain')
  if (sha256.toLowerCase() !== documentDigest(offer)) throw new Refused(refusals.relay)
  return sha256
}

/** The licensor signs terms. */
export const useAgree = () => useAct(agree)
/** Asks a licensor elsewhere to sign. */
export const useAskLicensor = () => useAct(askFor)
