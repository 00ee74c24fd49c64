import type { Act } from '@phyle/sdk/chapters/cooperative/acts'
import type { iCooperativeAbi, iRegistrarAbi } from '@phyle/sdk/generated/abi'
import type { CallSentences, Saying, Sentences } from '../../shell/saying.ts'
import { acts as words } from '../../words/cooperative/acts/words.ts'
import { list, shortAddress } from '../../words/format.ts'

const saidOf = (isDone: boolean) => (isDone ? words.did : words.will)

const acts: Sentences<Act> = {
  pay: ({ amount, token, to, ground, line }, { isDone, who, amount: write }) => {
    const said = saidOf(isDone)
    const paid = { amount: write(amount, token), to: who(to) }
    const sentence =
      ground === null ? said.pay(paid) : said.payOn({ ...paid, ground: words.grounds[ground] })
    return line === null ? sentence : `${sentence} ${said.fromLine({ line: `${line}` })}`
  },
  fund: ({ amount, token, chapter, ground, inner }, { isDone, who, sentence, amount: write }) => {
    const allowed = { amount: write(amount, token), chapter: who(chapter), what: sentence(inner) }
    return ground === null
      ? saidOf(isDone).fund(allowed)
      : saidOf(isDone).fundOn({ ...allowed, ground: words.grounds[ground] })
  },
  adoptOrgans: ({ registrar: by, organs }, { isDone, who }) =>
    saidOf(isDone).adoptOrgans({
      by: who(by),
      parts: list(
        organs.map((at, place) =>
          words.organ({ name: words.organs[place] ?? '', where: shortAddress(at) }),
        ),
      ),
    }),
}

const { calls } = words

const cooperative: CallSentences<typeof iCooperativeAbi, Act['act']> = {
  begin: () => calls.cooperative.begin,
  execute: () => calls.cooperative.execute,
  handOn: () => calls.cooperative.handOn,
}

const registrar: CallSentences<typeof iRegistrarAbi> = {
  consent: () => calls.registrar.consent,
  withdrawConsent: () => calls.registrar.withdrawConsent,
  succeed: ([account, { name }], { who }) => calls.registrar.succeed({ coop: who(account), name }),
  found: ([{ name }]) => calls.registrar.found({ name }),
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts, calls: { cooperative, registrar } }]
