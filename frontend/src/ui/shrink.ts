import { PICTURE_BYTES } from '@phyle/sdk/file-kind'

/** Pixels: sharp at the sizes in which faces are shown, and a few kilobytes. */
const SIDE = 192
/** A photograph of any camera; more is nothing that a page should open. */
const MOST_BYTES = 20_000_000

export type Shrunk = { readonly bytes: Uint8Array } | { readonly fault: 'picture' | 'large' }

/** A square, small copy of a picture. It is drawn anew, so that nothing else of the file comes along. */
export async function shrink(file: Blob): Promise<Shrunk> {
  if (file.size > MOST_BYTES) return { fault: 'large' }
  const image = await createImageBitmap(file).catch(() => null)
  if (!image) return { fault: 'picture' }
  const canvas = document.createElement('canvas')
  canvas.width = SIDE
  canvas.height = SIDE
  const side = Math.min(image.width, image.height)
  const [x, y] = [(image.width - side) / 2, (image.height - side) / 2]
  canvas.getContext('2d')?.drawImage(image, x, y, side, side, 0, 0, SIDE, SIDE)
  image.close()
  for (const quality of [0.85, 0.6, 0.3]) {
    // A browser that cannot write WebP writes a PNG, which may be too large; JPEG it can.
    for (const type of ['image/webp', 'image/jpeg']) {
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))
      if (blob && blob.size <= PICTURE_BYTES) {
        return { bytes: new Uint8Array(await blob.arrayBuffer()) }
      }
    }
  }
  return { fault: 'picture' }
}
