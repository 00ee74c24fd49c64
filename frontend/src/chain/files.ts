import { FILE_BYTES } from '@phyle/sdk/attachments'
import { checkedDocument } from '@phyle/sdk/documents'
import { FILE_TYPES, type FileType, isOfType } from '@phyle/sdk/file-kind'
import type { StoredFile, UploadNote } from '@phyle/sdk/relay-api'
import { useQuery } from '@tanstack/react-query'
import type { Hex } from 'viem'
import { ask, json } from './relayClient.ts'
import { useSettings } from './settings.tsx'

export function putFile(
  base: string,
  { chainId, assembly, member, files, issued, signature }: UploadNote,
  type: FileType,
  content: Uint8Array<ArrayBuffer>,
): Promise<StoredFile> {
  const query = new URLSearchParams({
    chainId: `${chainId}`,
    assembly,
    member,
    files: files.join(),
    issued: `${issued}`,
    signature,
  })
  const init = { method: 'PUT', headers: { 'content-type': type }, body: content }
  return json<StoredFile>(ask(base, `/files?${query}`, init))
}

/** What the postbox says of files: their kind and size, before anybody fetches them. */
export function useFilesAbout(digests: readonly Hex[]) {
  const { relayUrl } = useSettings()
  return useQuery({
    queryKey: ['files', ...digests],
    enabled: digests.length > 0,
    retry: 1,
    queryFn: async () => {
      const kept = await json<readonly StoredFile[]>(
        ask(relayUrl, `/files?sha256=${digests.join()}`),
      )
      return new Map(kept.map((file) => [file.sha256.toLowerCase(), file]))
    },
  })
}

/** A file that is what its digest says; its kind is read from its bytes, nobody is believed. */
export async function getFile(
  base: string,
  digest: Hex,
): Promise<{ readonly type: FileType; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const answer = await ask(base, `/files/${digest}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  checkedDocument(bytes, digest)
  return { bytes, type: typeOfFile(bytes) ?? 'text/plain' }
}

/** The kind of a file by its bytes; text that may be a table is told apart by its name. */
export function typeOfFile(bytes: Uint8Array, name = ''): FileType | null {
  if (bytes.length === 0 || bytes.length > FILE_BYTES) return null
  const found = FILE_TYPES.find((type) => isOfType(bytes, type)) ?? null
  return found === 'text/plain' && /\.csv$/i.test(name) ? 'text/csv' : found
}
