// SPDX-License-Identifier: AGPL-3.0-or-later
/** Reads what comes in over HTTP into types, or refuses it in words. */
import { sValidator } from '@hono/standard-validator'
import { MOST_FILES } from '@phyle/sdk/attachments'
import { CHOICES } from '@phyle/sdk/chapters/assembly/enums'
import { PICTURE_BYTES } from '@phyle/sdk/file-kind'
import { NAME_BYTES } from '@phyle/sdk/profile'
import { REASON_LENGTH } from '@phyle/sdk/reason'
import { type Address, getAddress, type Hex, isAddress } from 'viem'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'

export const address = z
  .string()
  .refine((text) => isAddress(text, { strict: false }), 'is not an address')
  .transform((text): Address => getAddress(text))

const bytes = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2})*$/, 'is not 0x and an even number of hexadecimal digits')
  .transform((text) => text as Hex)

const fixedBytes = (size: number) =>
  bytes.refine((hex) => hex.length === 2 + 2 * size, `has not ${size} bytes`)

export const hash = fixedBytes(32).transform((hex) => hex.toLowerCase() as Hex)

/** A whole number below 2^256, written out. */
const whole = z
  .string()
  .refine((text) => /^(0|[1-9]\d{0,77})$/.test(text) && BigInt(text) < 1n << 256n, {
    message: 'is not a whole number below 2^256',
  })

/** So many files are asked about at once. */
const MOST_DIGESTS = 50

const choice = z.enum(CHOICES)

const uint = (bits: number) =>
  z
    .number()
    .int()
    .min(0)
    .max(2 ** bits - 1)

export const Ballot = z.strictObject({
  chainId: z.number().int().positive(),
  assembly: address,
  proposal: whole,
  member: address,
  choice,
  signature: bytes.refine((hex) => hex.length > 2, 'is empty'),
})

const seconds = z
  .number()
  .int()
  .min(0)
  .max(2 ** 48)

/** Text as a member signed it. */
const words = (most: number) =>
  z
    .string()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((text) => text.isWellFormed(), 'is not text')

/** Of a key, or of an account with code, which may answer to more. */
const signatureOf = (most: number) =>
  bytes.refine((hex) => hex.length > 2 && hex.length <= 2 + 2 * most, 'is empty or too long')

const signature = signatureOf(4_096)

/** A page has a hundred of these, so each is shorter. */
const signatureOfMany = signatureOf(800)

export const SignedReason = z.strictObject({
  chainId: z.number().int().positive(),
  assembly: address,
  proposal: whole,
  resolution: words(300),
  member: address,
  choice,
  reason: words(REASON_LENGTH),
  issued: seconds,
  signature,
})

export const Profile = z.strictObject({
  chainId: z.number().int().positive(),
  member: address,
  name: z.string().min(1, 'is empty').max(NAME_BYTES, 'is too long'),
  picture: hash,
  issued: seconds,
  image: z
    .base64()
    .max(Math.ceil(PICTURE_BYTES / 3) * 4, 'is too large')
    .nullable(),
  signature: signatureOfMany,
  belongs: z.union([z.strictObject({ assembly: address }), z.strictObject({ founding: hash })]),
})

export const Erasure = z.strictObject({
  chainId: z.number().int().positive(),
  member: address,
  issued: seconds,
  signature,
})

const Commas = z.string().transform((text) => text.split(','))

export const Digests = Commas.pipe(z.array(hash).min(1).max(MOST_DIGESTS))

/** In a query everything is text. */
export const Note = z.object({
  chainId: z.coerce.number().int().positive(),
  assembly: address,
  member: address,
  files: Commas.pipe(z.array(hash).min(1).max(MOST_FILES)),
  issued: z.coerce.number().pipe(seconds),
  signature,
})

export const Sponsorship = z.strictObject({
  chainId: z.number().int().positive(),
  assembly: address,
  applicant: address,
  class: uint(8),
  deadline: seconds,
  sponsor: address,
  signature: signatureOf(1_600),
})

export const Draft = z.strictObject({
  chainId: z.number().int().positive(),
  registrar: address,
  charter: z.strictObject({
    name: z.string().min(1).max(64),
    purpose: hash,
    language: fixedBytes(2),
    lock: uint(8),
    admission: uint(8),
    sponsors: uint(8),
    maxShareBps: uint(16),
    coolingPeriod: uint(32),
    classes: z
      .array(z.strictObject({ name: fixedBytes(24), shareBps: uint(16), flags: uint(8) }))
      .min(1)
      .max(8),
    rules: z.tuple([whole, whole, whole, whole]),
    federation: address,
  }),
  founders: z
    .array(z.strictObject({ wallet: address, class: uint(8) }))
    .min(1)
    .max(200),
  nonce: whole,
  deadline: whole,
})

export const FounderSignature = z.strictObject({
  founder: address,
  signature,
})

export const Vote = z.strictObject({ assembly: address, proposal: whole })

export const BallotQuery = z.object({
  assembly: address,
  proposal: whole,
  member: address.optional(),
  /** The id of the last ballot of the page before. */
  after: hash.optional(),
})

export const ReasonQuery = z.object({
  assembly: address,
  proposal: whole,
  /** Only what this member said. */
  member: address.optional(),
  /** The member of the last reason of the page before. */
  after: address.optional(),
})

/** Reads one part of a request by its schema. */
export function reading<Part extends 'json' | 'query' | 'param', Schema extends z.ZodType>(
  part: Part,
  schema: Schema,
) {
  return sValidator(part, schema, (result) => {
    if (result.success) return
    const [issue] = result.error
    const place = (issue?.path ?? []).map((key) => (typeof key === 'object' ? key.key : key))
    const why = `${place.join('.') || 'The request'}: ${issue?.message ?? 'not understood'}`
    throw new Refusal('malformed', why, 'Reload the page and try again.')
  })
}
