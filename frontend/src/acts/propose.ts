import { uploadTypedData } from '@phyle/sdk/attachments'
import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import { documentDigest } from '@phyle/sdk/documents'
import type { FileType } from '@phyle/sdk/file-kind'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import type { DocumentType } from '@phyle/sdk/relay-api'
import { type Address, type Hex, parseEventLogs, type TransactionReceipt } from 'viem'
import { putFile } from '../chain/files.ts'
import { Refused } from '../chain/refused.ts'
import { putDocument } from '../chain/relay.ts'
import { simulateAssemblyProposeAs } from '../generated/contracts.ts'
import { acts } from '../words/acts/words.ts'
import { refusals } from '../words/refusals/words.ts'
import { type ActTools, useAct } from './act.ts'

/** A file that goes along with a proposal, read and looked at. */
export interface AttachedFile {
  readonly name: string
  readonly type: FileType
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly digest: Hex
}

export interface Draft {
  readonly assembly: Address
  readonly kind: Kind
  readonly actions: readonly {
    readonly target: Address
    readonly value: bigint
    readonly data: Hex
  }[]
  readonly description: string
  /** Texts that the actions name by their digest; kept at the relay before the vote opens. */
  readonly documents: readonly { readonly text: string; readonly type: DocumentType }[]
  /** Files that the description names; kept at the relay as well, with a note that the member signs. */
  readonly files?: readonly AttachedFile[]
}

async function keepFiles(tools: ActTools, { assembly, files = [] }: Draft): Promise<void> {
  if (files.length === 0) return
  const { settings, account, client, wallet } = tools
  const { timestamp } = await client.getBlock()
  const upload = {
    chainId: settings.chainId,
    member: account,
    files: files.map(({ digest }) => digest),
    issued: Number(timestamp),
  }
  tools.at('signing')
  const signature = await wallet.signTypedData(uploadTypedData(upload))
  tools.at('preparing')
  for (const { type, bytes, digest } of files) {
    const stored = await putFile(settings.relayUrl, { ...upload, assembly, signature }, type, bytes)
    if (stored.sha256 !== digest) throw new Refused(refusals.relay)
  }
}

async function propose(tools: ActTools, draft: Draft): Promise<{ id: bigint }> {
  for (const { text, type } of draft.documents) {
    const stored = await putDocument(tools.settings.relayUrl, text, type)
    if (stored.sha256.toLowerCase() !== documentDigest(text)) throw new Refused(refusals.relay)
  }
  await keepFiles(tools, draft)
  const receipt = await tools.transact(
    simulateAssemblyProposeAs(tools.config, {
      account: tools.account,
      address: draft.assembly,
      args: [
        KINDS.indexOf(draft.kind),
        draft.actions.map(({ target }) => target),
        draft.actions.map(({ value }) => value),
        draft.actions.map(({ data }) => data),
        draft.description,
      ],
    }),
  )
  return { id: openedIn(receipt) }
}

/**
 * The number of the vote that a transaction opened.
 *
 * @throws {Refused} if it opened none
 */
export function openedIn({ logs }: Pick<TransactionReceipt, 'logs'>): bigint {
  const [opened] = parseEventLogs({ abi: iAssemblyAbi, logs, eventName: 'VoteOpened' })
  if (!opened) throw new Refused(acts.refusals.unread)
  return opened.args.proposalId
}

/** A member puts something to the vote. */
export const usePropose = () => useAct(propose)
