// SPDX-License-Identifier: MIT
/**
 * Files that belong to a proposal. Its description names each in a line of its own,
 * `- [quote.pdf](sha256:…)` with 64 small hexadecimal digits, so that what is voted on binds their
 * bytes. Relays keep them; whoever fetches one checks it.
 *
 * A relay takes files with a note that a member signed (EIP-712, domain Phyle, 1 and the chain):
 * `Upload(string statement,bytes32[] files,address member,uint256 issued)`, one for all the files of
 * a proposal.
 */
import { type Address, type Hex, hashTypedData } from 'viem'
import { forbiddenIn } from './title.ts'

export const FILE_BYTES = 2_000_000
export const MOST_FILES = 5
export const UPLOAD_STATEMENT = 'Keep these files for a proposal of mine.'

export interface Attachment {
  readonly name: string
  /** sha-256 of the bytes. */
  readonly digest: Hex
}

const MOST_NAME = 80
const LINE = /^- \[([^[\]\r\n]{1,100})\]\(sha256:([0-9a-f]{64})\)$/

/** The name of a file as a line can hold it: no path, no brackets, nothing that hides or turns text. */
export function attachmentName(given: string): string {
  const name = [...given.normalize('NFC')]
    .map((letter) => (/[[\]()\\/<>:"|?*\s]/u.test(letter) ? ' ' : letter))
    .filter((letter) => forbiddenIn(letter) === null)
    .join('')
    .replaceAll(/ +/g, ' ')
    .trim()
  if (name === '') return 'file'
  const letters = [...name]
  if (letters.length <= MOST_NAME) return name
  const end = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''
  return letters.slice(0, MOST_NAME - end.length).join('') + end
}

export const attachmentLine = ({ name, digest }: Attachment) =>
  `- [${attachmentName(name)}](sha256:${digest.slice(2).toLowerCase()})`

/** The files that a text names, each once, and the text without their lines. */
export function attachmentsIn(text: string): {
  readonly attachments: readonly Attachment[]
  readonly rest: string
} {
  const attachments: Attachment[] = []
  const rest = text.split('\n').filter((line) => {
    const [, name, digits] = LINE.exec(line) ?? []
    if (name === undefined || digits === undefined) return true
    const digest: Hex = `0x${digits}`
    if (!attachments.some((one) => one.digest === digest)) {
      attachments.push({ name: attachmentName(name), digest })
    }
    return false
  })
  return {
    attachments,
    rest: rest
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
  }
}

export interface Upload {
  readonly chainId: number
  readonly member: Address
  readonly files: readonly Hex[]
  readonly issued: number
}

export function uploadTypedData({ chainId, member, files, issued }: Upload) {
  return {
    domain: { name: 'Phyle', version: '1', chainId },
    types: {
      Upload: [
        { name: 'statement', type: 'string' },
        { name: 'files', type: 'bytes32[]' },
        { name: 'member', type: 'address' },
        { name: 'issued', type: 'uint256' },
      ],
    },
    primaryType: 'Upload',
    message: { statement: UPLOAD_STATEMENT, files, member, issued: BigInt(issued) },
  } as const
}

export const uploadDigest = (upload: Upload): Hex => hashTypedData(uploadTypedData(upload))
