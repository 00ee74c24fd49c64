// SPDX-License-Identifier: AGPL-3.0-or-later
/** Keeps the files of proposals, from members only, each under its digest. */
import { type Upload, uploadDigest } from '@phyle/sdk/attachments'
import { documentDigest } from '@phyle/sdk/documents'
import { FILE_ENDINGS, FILE_TYPES, type FileType, isOfType } from '@phyle/sdk/file-kind'
import { iMembershipAbi } from '@phyle/sdk/generated/abi'
import type { StoredFile, UploadNote } from '@phyle/sdk/relay-api'
import type { Hex } from 'viem'
import type { Chain } from '../chain/chain.ts'
import type { Env } from '../env.ts'
import { limitOf } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { mustBeOfNow } from '../timely.ts'
import { ACCOUNT_GAS, type Assemblies } from './assemblies.ts'
import type { FileStore } from './fileStore.ts'

const DAY = 86_400
/** Bytes that one member may leave here at once, and a day. */
const MEMBER_BYTES = 20_000_000

export type Files = ReturnType<typeof openFiles>

export function openFiles(services: {
  readonly chain: Chain
  readonly assemblies: Assemblies
  readonly store: FileStore
  readonly env: Pick<Env, 'fileBytesPerDay'>
}) {
  const { chain, assemblies, store, env } = services
  const ofMember = limitOf(MEMBER_BYTES, MEMBER_BYTES / DAY)
  const ofAll = limitOf(env.fileBytesPerDay, env.fileBytesPerDay / DAY)

  return {
    about: store.about,
    get: store.get,

    /** Tells whether a member signed for files; asked before any of them is read. */
    async mustBeSigned({ assembly, signature, ...upload }: UploadNote): Promise<void> {
      if (upload.chainId !== chain.chainId) {
        const why = `This relay serves chain ${chain.chainId}, the note is for ${upload.chainId}.`
        throw new Refusal('wrongChain', why, 'Switch the network in your wallet and sign again.')
      }
      const { time } = await chain.head('fresh')
      mustBeOfNow(upload, time)
      const { membership } = await assemblies.assemblyOf(assembly)
      const isMember = await chain.client.readContract({
        address: membership,
        abi: iMembershipAbi,
        functionName: 'isMember',
        args: [upload.member],
      })
      if (!isMember) {
        const why = 'Files are kept for members of the co-op.'
        throw new Refusal('notOnTheRoll', why, 'Sign with the wallet that is on the list.')
      }
      const by = await assemblies.signedBy(
        upload.member,
        uploadDigest(upload),
        signature,
        ACCOUNT_GAS,
      )
      if (by === null) {
        const why = 'The signature is not this member’s for these files.'
        throw new Refusal('notSigned', why, 'Choose the files again and sign.')
      }
    },

    async put(upload: Upload, type: FileType, content: Uint8Array): Promise<StoredFile> {
      const sha256 = documentDigest(content)
      if (!upload.files.includes(sha256)) {
        const why = 'The file is not one of those that were signed.'
        throw new Refusal('notSigned', why, 'Choose the files again and sign.')
      }
      if (content.length === 0 || !isOfType(content, type)) {
        const why = 'The file is not what it says it is.'
        throw new Refusal('wrongType', why, `Send one of ${FILE_TYPES.join(', ')}.`)
      }
      const [there] = await store.about([sha256])
      if (there) return there
      if (!ofMember.take(upload.member.toLowerCase(), content.length)) {
        const why = `You stored more than ${MEMBER_BYTES / 1e6} MB in a day.`
        throw new Refusal('tooMany', why, 'Wait until tomorrow, or send smaller files.')
      }
      if (!ofAll.take('all', content.length)) {
        const why = 'This relay has taken as many files today as it takes in a day.'
        throw new Refusal('full', why, 'Try again tomorrow, or use another relay.')
      }
      const file: StoredFile = { sha256, type, bytes: content.length }
      await store.put(file, content)
      return file
    },
  }
}

/** `text/csv; charset=utf-8` is `text/csv`. */
export function fileTypeOf(header: string | undefined): FileType {
  const type = header?.split(';')[0]?.trim().toLowerCase()
  const found = FILE_TYPES.find((known) => known === type)
  if (found) return found
  const why = `Files of this kind are not kept: ${type ?? 'no type was said'}.`
  throw new Refusal('wrongType', why, `Send one of ${FILE_TYPES.join(', ')}.`)
}

export const fileName = (sha256: Hex, type: FileType) =>
  `${sha256.slice(2, 18)}.${FILE_ENDINGS[type]}`
