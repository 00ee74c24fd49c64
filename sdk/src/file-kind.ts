// SPDX-License-Identifier: MIT
/**
 * What a file is, read from its own bytes: neither its name nor a header that came along is
 * believed. Known are the few kinds that a relay keeps; everything else is null.
 */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp'
export type FileType = PictureType | 'application/pdf' | 'text/plain' | 'text/csv'

export const FILE_TYPES: readonly FileType[] = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/pdf',
  'text/plain',
  'text/csv',
]

/** How the name of such a file ends, without the point. */
export const FILE_ENDINGS: Readonly<Record<FileType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/csv': 'csv',
}

/** A face on a page is small: more is neither kept nor shown. */
export const PICTURE_BYTES = 65_536
export const PICTURE_SIDE = 512

export interface Picture {
  readonly type: PictureType
  readonly width: number
  readonly height: number
  readonly moves: boolean
}

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length))

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The kind and the size of a picture; null for whatever is none, or is broken where its size stands. */
export function pictureOf(bytes: Uint8Array): Picture | null {
  try {
    return pngOf(bytes) ?? jpegOf(bytes) ?? webpOf(bytes)
  } catch (error) {
    // Reading past the end: the file was cut off.
    if (error instanceof RangeError) return null
    throw error
  }
}

function pngOf(bytes: Uint8Array): Picture | null {
  if (ascii(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n' || ascii(bytes, 12, 4) !== 'IHDR') return null
  const data = view(bytes)
  let moves = false
  for (let at = 8; ascii(bytes, at + 4, 4) !== 'IDAT'; at += 12 + data.getUint32(at)) {
    if (ascii(bytes, at + 4, 4) === 'acTL') moves = true
  }
  return { type: 'image/png', width: data.getUint32(16), height: data.getUint32(20), moves }
}

function jpegOf(bytes: Uint8Array): Picture | null {
  const data = view(bytes)
  if (data.getUint16(0) !== 0xffd8) return null
  for (let at = 2; ; at += 2 + data.getUint16(at + 2)) {
    if (data.getUint8(at) !== 0xff) return null
    const marker = data.getUint8(at + 1)
    // The frame headers, without DHT, JPG and DAC, which stand among them.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (!isFrame) continue
    const height = data.getUint16(at + 5)
    return { type: 'image/jpeg', width: data.getUint16(at + 7), height, moves: false }
  }
}

function webpOf(bytes: Uint8Array): Picture | null {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return null
  const data = view(bytes)
  const type = 'image/webp'
  switch (ascii(bytes, 12, 4)) {
    case 'VP8 ': {
      const [width, height] = [data.getUint16(26, true), data.getUint16(28, true)]
      return { type, width: width & 0x3fff, height: height & 0x3fff, moves: false }
    }
    case 'VP8L': {
      const bits = data.getUint32(21, true)
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1, moves: false }
    }
    case 'VP8X': {
      const side = (at: number) => data.getUint16(at, true) + data.getUint8(at + 2) * 65_536 + 1
      return { type, width: side(24), height: side(27), moves: (data.getUint8(20) & 2) !== 0 }
    }
    default:
      return null
  }
}

/** Whether bytes are of the kind that they are said to be. Text and tables have no mark of their own. */
export function isOfType(bytes: Uint8Array, type: FileType): boolean {
  switch (type) {
    case 'application/pdf':
      return ascii(bytes, 0, 5) === '%PDF-'
    case 'text/plain':
    case 'text/csv':
      return isText(bytes)
    default:
      return pictureOf(bytes)?.type === type
  }
}

/** UTF-8 without the characters that only binary files hold. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return !/[\x00-\x08\x0e-\x1f]/.test(text)
  } catch {
    return false
  }
}
