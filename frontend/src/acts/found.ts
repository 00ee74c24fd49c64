import type { CharterJson, Founding } from '@phyle/sdk/chapters/cooperative/api'
import { type Charter, charterToChain, foundingDocument } from '@phyle/sdk/charter'
import { type Founder, foundingTypedData } from '@phyle/sdk/founding'
import { type Address, bytesToBigInt } from 'viem'
import { type ReadFounding, signatureOf } from '../chain/founding.ts'
import { getFounding, postFounderSignature, postFounding, putDocument } from '../chain/relay.ts'
import {
  simulateRegistrarConsent,
  simulateRegistrarFound,
  simulateRegistrarWithdrawConsent,
} from '../generated/contracts.ts'
import { type ActTools, useAct } from './act.ts'

const MONTH = 30n * 86_400n

interface DraftInput {
  readonly registrar: Address
  readonly charter: Charter
  readonly founders: readonly Founder[]
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

/** Signs what the page shows: the terms that were hashed from it. */
async function sign(tools: ActTools, { hash, terms }: ReadFounding): Promise<Founding> {
  tools.at('signing')
  const signature = await tools.wallet.signTypedData(foundingTypedData(terms))
  tools.at('sending')
  return postFounderSignature(tools.settings.relayUrl, hash, {
    founder: tools.account,
    signature,
  })
}

async function found(tools: ActTools, { hash, terms }: ReadFounding): Promise<void> {
  const founding = await getFounding(tools.settings.relayUrl, hash)
  const { charter, founders, nonce, deadline, registrar } = terms
  await tools.transact(
    simulateRegistrarFound(tools.config, {
      account: tools.account,
      address: registrar,
      args: [
        charter,
        founders,
        founders.map(({ wallet }) => signatureOf(founding, wallet) ?? '0x'),
        nonce,
        deadline,
      ],
    }),
  )
}

const withdraw = async (tools: ActTools, { hash, terms }: ReadFounding) =>
  tools.transact(
    simulateRegistrarWithdrawConsent(tools.config, {
      account: tools.account,
      address: terms.registrar,
      args: [hash],
    }),
  )

const consent = async (tools: ActTools, { hash, terms }: ReadFounding) =>
  tools.transact(
    simulateRegistrarConsent(tools.config, {
      account: tools.account,
      address: terms.registrar,
      args: [hash],
    }),
  )

/** Somebody writes a charter down and names the founders; everybody else gets a link. */
export const useDraftFounding = () => useAct(draft)
/** A founder gives their word. */
export const useSignFounding = () => useAct(sign)
/** A founder takes their word back, whatever they signed, until the founding is sent. */
export const useWithdrawConsent = () => useAct(withdraw)
/** A founder who took their word back gives it again. */
export const useConsent = () => useAct(consent)
/** With every founder's word anyone founds the co-op, in one transaction. */
export const useFound = () => useAct(found)
