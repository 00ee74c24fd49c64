import type { PhyleHouse } from '@phyle/sdk/deployments'
import { type Address, getAddress } from 'viem'
import { Refused } from '../chain/refused.ts'
import {
  readPhyleIsCooperator,
  simulateCommonsBondsBuy,
  simulateCommonsBondsInheritFrom,
  simulateCommonsBondsRefund,
  simulateCommonsBondsSubscribe,
  simulateCommonsBondsSubscribeWithPermit,
  simulateCommonsBondsTake,
  simulateCommonsBondsTransfer,
  simulateCommonsBondsWithdraw,
  simulatePhyleSeat,
} from '../generated/contracts.ts'
import { bonds as words } from '../words/bonds/words.ts'
import { type ActTools, useAct } from './act.ts'
import { pay } from './pay.ts'

interface Offer {
  readonly house: Pick<PhyleHouse, 'bonds' | 'fund' | 'cash' | 'phyle'>
  readonly series: bigint
}

const from = ({ account }: ActTools, { house }: Offer) => ({ account, address: house.bonds })

interface LendInput extends Offer {
  readonly units: bigint
  readonly face: bigint
}

const lend = (tools: ActTools, input: LendInput) =>
  pay(tools, {
    token: input.house.cash,
    spender: input.house.fund,
    amount: input.units * input.face,
    signed: ({ deadline, v, r, s }) =>
      tools.transact(
        simulateCommonsBondsSubscribeWithPermit(tools.config, {
          ...from(tools, input),
          args: [input.series, input.units, deadline, v, r, s],
        }),
      ),
    plain: () =>
      tools.transact(
        simulateCommonsBondsSubscribe(tools.config, {
          ...from(tools, input),
          args: [input.series, input.units],
        }),
      ),
  })

const withdraw = (tools: ActTools, input: Offer & { readonly units: bigint }) =>
  tools.transact(
    simulateCommonsBondsWithdraw(tools.config, {
      ...from(tools, input),
      args: [input.series, input.units],
    }),
  )

const refund = (tools: ActTools, input: Offer) =>
  tools.transact(
    simulateCommonsBondsRefund(tools.config, { ...from(tools, input), args: [input.series] }),
  )

const buy = (tools: ActTools, input: Offer) =>
  tools.transact(
    simulateCommonsBondsBuy(tools.config, { ...from(tools, input), args: [input.series] }),
  )

const take = (tools: ActTools, input: Offer) =>
  tools.transact(
    simulateCommonsBondsTake(tools.config, { ...from(tools, input), args: [input.series] }),
  )

const inherit = (tools: ActTools, input: Offer & { readonly person: Address }) =>
  tools.transact(
    simulateCommonsBondsInheritFrom(tools.config, {
      ...from(tools, input),
      args: [input.series, input.person, tools.account],
    }),
  )

async function handOver(
  tools: ActTools,
  input: Offer & { readonly units: bigint; readonly to: Address },
) {
  const to = getAddress(input.to)
  if (to === tools.account) throw new Refused(words.transfer.toYourself)
  const belongs = await readPhyleIsCooperator(tools.config, {
    address: input.house.phyle,
    args: [to],
  })
  if (!belongs) throw new Refused(words.transfer.notACooperator)
  return tools.transact(
    simulateCommonsBondsTransfer(tools.config, {
      ...from(tools, input),
      args: [to, input.series, input.units],
    }),
  )
}

interface SeatInput {
  readonly phyle: Address
  readonly coop: Address
}

/** Does at once what the relay does for everybody after a while. */
const seat = (tools: ActTools, { phyle, coop }: SeatInput) =>
  tools.transact(
    simulatePhyleSeat(tools.config, {
      account: tools.account,
      address: phyle,
      args: [coop, tools.account],
    }),
  )

/** A cooperator lends: one signature, one transaction. */
export const useLend = () => useAct(lend)
/** Somebody who lent changes their mind before the close. */
export const useWithdrawPledge = () => useAct(withdraw)
/** Somebody who lent takes everything back after an offer failed. */
export const useRefundPledge = () => useAct(refund)
/** Anyone has the machine bought, once the offer is funded. */
export const useBuyMachine = () => useAct(buy)
/** A holder collects what was paid back. */
export const useTake = () => useAct(take)
/** An heir takes over the bonds of whom they follow, and what is due on them. */
export const useInheritBonds = () => useAct(inherit)
/** A holder hands bonds to another cooperator. */
export const useHandOver = () => useAct(handOver)
/** A member has the federation count them. */
export const useTakeSeat = () => useAct(seat)
