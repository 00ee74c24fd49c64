import { type Charter, charterToChain, foundingDocument } from '@phyle/sdk/charter'
import {
  charterHash,
  type Founding as FoundingTerms,
  foundingHash,
  foundingTypedData,
} from '@phyle/sdk/founding'
import type { CharterJson, Founding, FoundingDraft } from '@phyle/sdk/relay-api'
import { type Address, bytesToBigInt } from 'viem'
import { Refused } from '../chain/refusal.ts'
import {
  getDocument,
  getFounding,
  postFounderSignature,
  postFounding,
  putDocument,
} from '../chain/relay.ts'
import { simulateRegistrarFound } from '../generated/contracts.ts'
import { founding as words } from '../words/en/founding.ts'
import { type ActTools, useAct } from './act.ts'

const MONTH = 30n * 86_400n

interface DraftInput {
  readonly registrar: Address
  readonly charter: Charter
  readonly founders: readonly { readonly wallet: Address; readonly class: number }[]
}

/** The terms of a draft, as they are hashed and sent. */
export function termsOf(draft: FoundingDraft): FoundingTerms {
  const [ordinary, consent, special, entrenched] = draft.charter.rules
  return {
    chainId: draft.chainId,
    registrar: draft.registrar,
    charter: {
      ...draft.charter,
      rules: [BigInt(ordinary), BigInt(consent), BigInt(special), BigInt(entrenched)],
    },
    founders: draft.founders,
    nonce: BigInt(draft.nonce),
    deadline: BigInt(draft.deadline),
  }
}

async function draft(tools: ActTools, input: DraftInput): Promise<Founding> {
  const { relayUrl, chainId } = tools.settings
  await putDocument(relayUrl, foundingDocument(input.charter), 'application/json')
  const { timestamp } = await tools.client.getBlock()
  const onChain = charterToChain(input.charter)
  const [ordinary, consent, special, entrenched] = onChain.rules
  const charter: CharterJson = {
    ...onChain,
    rules: [`${ordinary}`, `${consent}`, `${special}`, `${entrenched}`],
  }
  tools.at('sending')
  return postFounding(relayUrl, {
    chainId,
    registrar: input.registrar,
    charter,
    founders: input.founders,
    nonce: bytesToBigInt(crypto.getRandomValues(new Uint8Array(8))).toString(),
    deadline: (timestamp + MONTH).toString(),
  })
}

/** Nothing of the relay is believed: what is signed is hashed here. */
function checked(founding: Founding): FoundingTerms {
  const terms = termsOf(founding.draft)
  if (foundingHash(terms) !== founding.hash) throw new Refused(words.founder.document)
  return terms
}

/** The document that people read must say what the chain would hold. */
async function readsTheSame(relayUrl: string, { charter }: FoundingTerms): Promise<boolean> {
  const text = await getDocument(relayUrl, charter.purpose)
  try {
    return charterHash(charterToChain(JSON.parse(text) as Charter)) === charterHash(charter)
  } catch {
    return false
  }
}

async function sign(tools: ActTools, founding: Founding): Promise<Founding> {
  const terms = checked(founding)
  if (!(await readsTheSame(tools.settings.relayUrl, terms))) {
    throw new Refused(words.founder.document)
  }
  tools.at('signing')
  const signature = await tools.wallet.signTypedData(foundingTypedData(terms))
  tools.at('sending')
  return postFounderSignature(tools.settings.relayUrl, founding.hash, {
    founder: tools.account,
    signature,
  })
}

async function found(tools: ActTools, hash: string): Promise<Address> {
  const founding = await getFounding(tools.settings.relayUrl, hash)
  const { charter, founders, nonce, deadline, registrar } = checked(founding)
  const signatures = founders.map(
    ({ wallet }) =>
      founding.signatures.find(({ founder }) => founder.toLowerCase() === wallet.toLowerCase())
        ?.signature ?? '0x',
  )
  await tools.transact(
    simulateRegistrarFound(tools.config, {
      account: tools.account,
      address: registrar,
      args: [charter, founders, signatures, nonce, deadline],
    }),
  )
  return founding.cooperative
}

/** Somebody writes a charter down and names the founders; everybody else gets a link. */
export const useDraftFounding = () => useAct(draft)
/** A founder gives their word. */
export const useSignFounding = () => useAct(sign)
/** With every founder's word anyone founds the co-op, in one transaction. */
export const useFound = () => useAct(found)
