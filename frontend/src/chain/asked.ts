import type { Hex, TypedDataDefinition } from 'viem'

/** What a practice wallet is asked to do. */
export type Wish =
  | { readonly to: 'sign'; readonly typed: TypedDataDefinition }
  | { readonly to: 'signText'; readonly text: string }
  | {
      readonly to: 'send'
      readonly target: Hex | undefined
      readonly data: Hex
      readonly value: bigint
    }

export interface Asked {
  readonly person: string
  readonly wish: Wish
  answer(isConfirmed: boolean): void
}

/** As EIP-1193 has it: the person said no. */
class Rejected extends Error {
  override readonly name = 'UserRejectedRequestError'
  readonly code = 4001
}

let queue: readonly Asked[] = []
const listeners = new Set<() => void>()

function change(next: readonly Asked[]) {
  queue = next
  for (const listener of listeners) listener()
}

export function onAsked(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The oldest request of those that wait. */
export const firstAsked = (): Asked | undefined => queue[0]

/** Shows a person what they are asked, and goes on when they confirm it. */
export function confirmed(person: string, wish: Wish): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked: Asked = {
      person,
      wish,
      answer(isConfirmed) {
        change(queue.filter((one) => one !== asked))
        if (isConfirmed) resolve()
        else reject(new Rejected('User rejected the request.'))
      },
    }
    change([...queue, asked])
  })
}
