import type { AccountEntry, CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Application } from '@phyle/sdk/chapters/membership/api'

export const NEXT_STEPS = ['invite', 'decide', 'money', 'federation'] as const
export type NextStep = (typeof NEXT_STEPS)[number]

/** How far a step is, by what the index and the chain say. */
export type StepState = 'done' | 'begun' | 'open'

interface Known {
  readonly coop: Pick<CoopDetail, 'members' | 'cash' | 'phyles' | 'rootOf'> & {
    readonly founding: { readonly founders: readonly string[] }
  }
  readonly proposals: number
  readonly moves: readonly Pick<AccountEntry, 'direction'>[]
  readonly applications: readonly Pick<Application, 'state'>[]
  /** Whether the co-op has applied to a federation and waits for the answer. */
  readonly hasApplied: boolean
}

/** What a new co-op does next, and what of it is done; a federation's own co-op joins none. */
export function nextSteps(known: Known): readonly { step: NextStep; state: StepState }[] {
  const { coop, proposals, moves, applications, hasApplied } = known
  const states: Readonly<Record<NextStep, StepState>> = {
    invite:
      coop.members > coop.founding.founders.length
        ? 'done'
        : applications.some(({ state }) => state === 'open')
          ? 'begun'
          : 'open',
    decide: proposals > 0 ? 'done' : 'open',
    money: coop.cash !== '0' || moves.some(({ direction }) => direction === 'in') ? 'done' : 'open',
    federation: coop.phyles.length > 0 ? 'done' : hasApplied ? 'begun' : 'open',
  }
  return NEXT_STEPS.filter((step) => step !== 'federation' || coop.rootOf === null).map((step) => ({
    step,
    state: states[step],
  }))
}
