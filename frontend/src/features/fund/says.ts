import type { Act } from '@phyle/sdk/chapters/fund/acts'
import type { iCommonsFundAbi } from '@phyle/sdk/generated/abi'
import type { CallSentences, Saying, Sentences, Telling } from '../../shell/saying.ts'
import { percent } from '../../words/format.ts'
import { acts as words } from '../../words/fund/acts/words.ts'

const saidOf = (isDone: boolean) => (isDone ? words.did : words.will)

function machineWords(id: string, { machineOf }: Telling): string {
  const name = machineOf(id)
  return name === undefined ? words.machine({ id }) : words.machineNamed({ id, name })
}

const acts: Sentences<Act> = {
  pour: ({ amount: poured, source, ref }, tell) => {
    const amount = tell.money(poured)
    const said = saidOf(tell.isDone)
    if (source === 'machine') {
      const coop = tell.nameOf(tell.coop) ?? words.theCoop
      return said.rent({ coop, amount, machine: machineWords(`${ref}`, tell) })
    }
    return source === 'levy' ? said.levy({ amount }) : said.gift({ amount })
  },
  spendReserve: ({ amount, to }, { isDone, money, who }) =>
    saidOf(isDone).spendReserve({ amount: money(amount), to: who(to) }),
}

const { calls } = words

const fund: CallSentences<typeof iCommonsFundAbi, Act['act']> = {
  buy: () => calls.fund.buy,
  claim: () => calls.fund.claim,
  inheritFrom: ([person, to], { who }) => calls.fund.inheritFrom({ who: who(person), to: who(to) }),
  claimFor: ([person], { who }) => calls.fund.claimFor({ who: who(person) }),
  claimTo: ([to], { who }) => calls.fund.claimTo({ to: who(to) }),
  closeEpoch: () => calls.fund.closeEpoch,
  collect: () => calls.fund.collect,
  giveBack: () => calls.fund.giveBack,
  noteBacking: () => calls.fund.noteBacking,
  payDue: () => calls.fund.payDue,
  pourWithPermit: ([amount], { money }) => calls.fund.pourWithPermit({ amount: money(amount) }),
  setPolicy: ([policy]) =>
    calls.fund.setPolicy({
      machineBonds: percent(policy.machineBondsBps, 2),
      machineReserve: percent(policy.machineReserveBps, 2),
      otherBonds: percent(policy.otherBondsBps, 2),
      otherReserve: percent(policy.otherReserveBps, 2),
    }),
  settle: ([person], { who }) => calls.fund.settle({ who: who(person) }),
  skim: () => calls.fund.skim,
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts, calls: { fund } }]
