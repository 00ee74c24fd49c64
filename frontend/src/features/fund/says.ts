import type { Act } from '@phyle/sdk/chapters/fund/acts'
import type { Saying, Sentences, Telling } from '../../shell/saying.ts'
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

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts }]
