// SPDX-License-Identifier: AGPL-3.0-or-later
/** Reads what comes in over HTTP into types, or refuses it in words. */
import { sValidator } from '@hono/standard-validator'
import { type Address, getAddress, type Hex, isAddress } from 'viem'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'

export const address = z
  .string()
  .refine((text) => isAddress(text, { strict: false }), 'is not an address')
  .transform((text): Address => getAddress(text))

export const bytes = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2})*$/, 'is not 0x and an even number of hexadecimal digits')
  .transform((text) => text as Hex)

export const fixedBytes = (size: number) =>
  bytes.refine((hex) => hex.length === 2 + 2 * size, `has not ${size} bytes`)

export const hash = fixedBytes(32).transform((hex) => hex.toLowerCase() as Hex)

/** A whole number below 2^256, written out. */
export const whole = z
  .string()
  .refine((text) => /^(0|[1-9]\d{0,77})$/.test(text) && BigInt(text) < 1n << 256n, {
    message: 'is not a whole number below 2^256',
  })

export const uint = (bits: number) =>
  z
    .number()
    .int()
    .min(0)
    .max(2 ** bits - 1)

export const seconds = z
  .number()
  .int()
  .min(0)
  .max(2 ** 48)

/** Text as a member signed it. */
export const words = (most: number) =>
  z
    .string()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((text) => text.isWellFormed(), 'is not text')

/** Of a key, or of an account with code, which may answer to more. */
export const signatureOf = (most: number) =>
  bytes.refine((hex) => hex.length > 2 && hex.length <= 2 + 2 * most, 'is empty or too long')

export const signature = signatureOf(4_096)

/** A list, with commas between its items. */
export const Commas = z.string().transform((text) => text.split(','))

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
