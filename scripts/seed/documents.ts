// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hex } from 'viem'
import { documentDigest } from '../../sdk/src/documents.ts'

export type SeededDocument = {
  readonly digest: Hex
  readonly type: 'text/markdown' | 'application/json'
  readonly content: string
}

/** The texts that the example refers to by digest, for a relay to keep. */
export class Documents {
  private readonly kept = new Map<Hex, SeededDocument>()

  text(content: string): Hex {
    return this.keep({ digest: documentDigest(content), type: 'text/markdown', content })
  }

  json(content: string): Hex {
    return this.keep({ digest: documentDigest(content), type: 'application/json', content })
  }

  all(): SeededDocument[] {
    return [...this.kept.values()]
  }

  private keep(document: SeededDocument): Hex {
    this.kept.set(document.digest, document)
    return document.digest
  }
}
