import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import type { Address } from 'viem'
import {
  simulateCommonsFundClaim,
  simulateCommonsFundInheritFrom,
  simulateCommonsFundPour,
  simulateCommonsFundPourWithPermit,
} from '../generated/contracts.ts'
import { type ActTools, useAct } from './act.ts'
import { pay } from './pay.ts'

interface UseFeeInput {
  readonly house: Pick<PhyleHouse, 'fund' | 'cash'>
  readonly machine: bigint
  readonly amount: bigint
}

const payUseFee = (tools: ActTools, { house, machine, amount }: UseFeeInput) => {
  const from = { account: tools.account, address: house.fund }
  return pay(tools, {
    token: house.cash,
    spender: house.fund,
    amount,
    signed: ({ deadline, v, r, s }) =>
      tools.transact(
        simulateCommonsFundPourWithPermit(tools.config, {
          ...from,
          args: [amount, SOURCE.machine, machine, deadline, v, r, s],
        }),
      ),
    plain: () =>
      tools.transact(
        simulateCommonsFundPour(tools.config, { ...from, args: [amount, SOURCE.machine, machine] }),
      ),
  })
}

const claim = (tools: ActTools, house: Pick<PhyleHouse, 'fund'>) =>
  tools.transact(
    simulateCommonsFundClaim(tools.config, { account: tools.account, address: house.fund }),
  )

interface InheritInput {
  readonly house: Pick<PhyleHouse, 'fund'>
  readonly person: Address
}

const inherit = (tools: ActTools, { house, person }: InheritInput) =>
  tools.transact(
    simulateCommonsFundInheritFrom(tools.config, {
      account: tools.account,
      address: house.fund,
      args: [person, tools.account],
    }),
  )

/** An heir collects the equal share of whom they follow. */
export const useInheritShare = () => useAct(inherit)
/** Anyone pays a use fee for a machine. */
export const usePayUseFee = () => useAct(payUseFee)
/** A person collects their equal share. */
export const useClaimShare = () => useAct(claim)
