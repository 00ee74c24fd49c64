import type { Act } from '@phyle/sdk/chapters/bonds/acts'
import type { iCommonsBondsAbi } from '@phyle/sdk/generated/abi'
import type { CallSentences, Saying, Sentences } from '../../shell/saying.ts'
import { acts as words } from '../../words/bonds/acts/words.ts'
import { number, percent } from '../../words/format.ts'

const saidOf = (isDone: boolean) => (isDone ? words.did : words.will)

const acts: Sentences<Act> = {
  floatBonds: ({ terms }, { isDone, who, money, face }) =>
    saidOf(isDone).float({
      title: terms.title,
      amount: money(BigInt(terms.mostUnits) * face),
      price: money(terms.price),
      supplier: who(terms.supplier),
    }),
  endorseBonds: ({ series }, { isDone }) => saidOf(isDone).endorse({ id: `${series}` }),
}

const { calls } = words

const lend = ([id, units]: readonly [bigint, bigint, ...unknown[]]) =>
  calls.bonds.subscribe({ id: `${id}`, units: number(units) })

const bonds: CallSentences<typeof iCommonsBondsAbi, 'float' | 'endorse'> = {
  approve: ([spender, id, amount], { who }) =>
    calls.bonds.approve({ who: who(spender), id: `${id}`, amount: number(amount) }),
  buy: ([id]) => calls.bonds.buy({ id: `${id}` }),
  refund: ([id]) => calls.bonds.refund({ id: `${id}` }),
  inheritFrom: ([id, person, to], { who }) =>
    calls.bonds.inheritFrom({ id: `${id}`, who: who(person), to: who(to) }),
  refundFor: ([id, holder], { who }) => calls.bonds.refundFor({ id: `${id}`, who: who(holder) }),
  refundTo: ([id, to], { who }) => calls.bonds.refundTo({ id: `${id}`, to: who(to) }),
  setMostCap: ([bps]) => calls.bonds.setMostCap({ share: percent(bps, 2) }),
  setOperator: ([spender, approved], { who }) =>
    calls.bonds.setOperator[approved ? 'yes' : 'no']({ who: who(spender) }),
  subscribe: lend,
  subscribeWithPermit: lend,
  take: ([id]) => calls.bonds.take({ id: `${id}` }),
  takeFor: ([id, holder], { who }) => calls.bonds.takeFor({ id: `${id}`, who: who(holder) }),
  takeTo: ([id, to], { who }) => calls.bonds.takeTo({ id: `${id}`, to: who(to) }),
  transfer: ([to, id, amount], { who }) =>
    calls.bonds.transfer({ to: who(to), id: `${id}`, amount: number(amount) }),
  transferFrom: ([from, to, id, amount], { who }) =>
    calls.bonds.transferFrom({
      from: who(from),
      to: who(to),
      id: `${id}`,
      amount: number(amount),
    }),
  withdraw: ([id, units]) => calls.bonds.withdraw({ id: `${id}`, units: number(units) }),
  withdrawTo: ([id, units, to], { who }) =>
    calls.bonds.withdrawTo({ id: `${id}`, units: number(units), to: who(to) }),
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts, calls: { bonds } }]
