// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hex } from 'viem'
import type {
  BallotReceipt,
  BallotStatus,
  SignedBallot,
} from '../../sdk/src/chapters/assembly/api.ts'
import type {
  Founding,
  FoundingDraft,
  FoundingSignature,
} from '../../sdk/src/chapters/cooperative/api.ts'
import type { RelayRefusal } from '../../sdk/src/relay-api.ts'

export class RelayProblem extends Error {
  override readonly name = 'RelayProblem'
}

/** The doors of a relay through which founders and voters give their signatures. */
export class RelayClient {
  private readonly url: string

  constructor(url: string) {
    this.url = url
  }

  keep(document: string): Promise<unknown> {
    return this.send('PUT', '/documents', document)
  }

  open(draft: FoundingDraft): Promise<Founding> {
    return this.send('POST', '/foundings', JSON.stringify(draft))
  }

  read(hash: Hex): Promise<Founding> {
    return this.send('GET', `/foundings/${hash}`)
  }

  sign(hash: Hex, signature: FoundingSignature): Promise<Founding> {
    return this.send('POST', `/foundings/${hash}/signatures`, JSON.stringify(signature))
  }

  vote(ballot: SignedBallot): Promise<BallotReceipt> {
    return this.send('POST', '/ballots', JSON.stringify(ballot))
  }

  ballot(id: Hex): Promise<BallotStatus> {
    return this.send('GET', `/ballots/${id}`)
  }

  private async send<T>(method: string, path: string, body?: string): Promise<T> {
    const answer = await fetch(this.url + path, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
    }).catch(() => {
      throw new RelayProblem(`no relay answers at ${this.url}: start one, or name it by --relay`)
    })
    if (answer.ok) return (await answer.json()) as T
    const { why, now } = (await answer.json()) as RelayRefusal
    throw new RelayProblem(`${why} ${now}`)
  }
}
