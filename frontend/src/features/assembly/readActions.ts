import { type Act, actOf, type Place, stepsOf } from '@phyle/sdk/actions'
import type { HouseCall } from '@phyle/sdk/actions/house'
import type { TokenAct } from '@phyle/sdk/actions/token'
import type { Action } from '@phyle/sdk/chapters/assembly/api'
import type { CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import type { MemberClass } from '@phyle/sdk/chapters/statutes/api'
import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import type { Rule } from '@phyle/sdk/rule'
import { type Address, formatEther, isAddressEqual } from 'viem'
import type { Saying, Sentences, Telling } from '../../shell/saying.ts'
import { actions as words } from '../../words/actions/words.ts'
import { shortAddress } from '../../words/format.ts'

/** What of a co-op is needed to read what is done to it. */
export interface ReadableCoop
  extends Pick<CoopSummary, 'coop' | 'statutes' | 'membership' | 'assembly'> {
  readonly classes: readonly Pick<MemberClass, 'name'>[]
}

export interface Reader {
  readonly coop: ReadableCoop
  readonly house: PhyleHouse | null
  /** Chapters that federations are not founded with, by name. */
  readonly chapters?: Readonly<Record<string, Address>>
  /** How chapters say their own acts. */
  readonly says?: readonly Saying[]
  /** Where the federation's own co-op decides; null while that is not known. */
  readonly root: Place['root'] | null
  readonly registrar: Address | null
  readonly nameOf: (address: string) => string | undefined
  /** What a machine of the federation is called; undefined while nobody knows. */
  readonly machineOf: (id: string) => string | undefined
  /** The rule that a decision would change; null where it is not known, or was changed already. */
  readonly ruleOf: (kind: Kind) => Rule | null
  /** Of the federation's cash. */
  readonly money: (amount: bigint) => string
  /** Face of a bond, 10^decimals. */
  readonly face: bigint
  /** It was carried out: it is told as what was done. */
  readonly isDone?: boolean
}

export interface ReadAction {
  readonly act: Act
  /** With **bold** parts; goes on after "If this passes,". */
  readonly sentence: string
  readonly known: boolean
  /** Why nobody should vote for it unseen. */
  readonly warning: string | null
}

export const placeOf = ({ coop, house, chapters, root, registrar }: Reader): Place => ({
  cooperative: coop.coop,
  statutes: coop.statutes,
  membership: coop.membership,
  assembly: coop.assembly,
  classNames: coop.classes.map(({ name }) => name),
  ...(house && { house }),
  ...(chapters && { chapters }),
  ...(root && { root }),
  ...(registrar && { registrar }),
})

/** Reads what one call does from its bytes, on this device; the index is not believed. */
export function readAction(
  { target, value, data }: Pick<Action, 'target' | 'value' | 'data'>,
  reader: Reader,
): ReadAction {
  return inWords(actOf({ target, value: BigInt(value), data }, placeOf(reader)), reader)
}

/** The same for a whole decision, where calls that are one act are said as one. */
export function readSteps(
  actions: readonly Pick<Action, 'target' | 'value' | 'data'>[],
  reader: Reader,
): ReadAction[] {
  if (actions.length === 0) return []
  const called = actions.map(({ value, ...call }) => ({ ...call, value: BigInt(value) }))
  return stepsOf(called, placeOf(reader)).map(({ act }) => inWords(act, reader))
}

function inWords(act: Act, reader: Reader): ReadAction {
  const { own, foreign } = words.warning
  const called = act.act === 'fund' ? act.inner : act
  const warning = called.act === 'call' ? (called.own ? own : foreign) : null
  const sentence = sentenceOf(act, reader)
  return { act, sentence, known: warning === null && sentence !== words.unsaid, warning }
}

/** An allowance that no account could ever use up. */
const ENDLESS = 1n << 128n

const saidOf = (isDone: boolean) => (isDone ? words.did : words.will)

/** An amount of an asset; null: the network's own coin. */
export function sayAmount(
  amount: bigint,
  token: Address | null,
  { house, money, nameOf }: Pick<Reader, 'house' | 'money' | 'nameOf'>,
): string {
  if (token === null) return words.coins({ amount: formatEther(amount) })
  if (house && isAddressEqual(token, house.cash)) return money(amount)
  return words.tokens({
    amount: amount.toString(),
    token: nameOf(token) ?? shortAddress(token),
  })
}

/** What anybody's tokens can be asked, and the chain's own coin. */
const ofTokens: Sentences<TokenAct> = {
  transferToken: ({ amount, token, to }, { isDone, who, amount: write }) =>
    saidOf(isDone).transfer({ amount: write(amount, token), to: who(to) }),
  transferCoin: ({ amount, to }, { isDone, who, amount: write }) =>
    saidOf(isDone).transfer({ amount: write(amount, null), to: who(to) }),
  approveToken: ({ amount, token, spender }, { isDone, who, amount: write }) => {
    const said = saidOf(isDone)
    if (amount === 0n) return said.approveNone({ to: who(spender) })
    return amount >= ENDLESS
      ? said.approveAll({ token: who(token), to: who(spender) })
      : said.approve({ amount: write(amount, token), to: who(spender) })
  },
  transferFrom: ({ amount, token, from, to }, { isDone, who, amount: write }) =>
    saidOf(isDone).transferFrom({ amount: write(amount, token), from: who(from), to: who(to) }),
}

function sayUnknown(
  { name, value, target: at }: Extract<Act, { act: 'call' }>,
  { isDone, who }: Telling,
): string {
  const said = saidOf(isDone)
  const [target, what] = [who(at), name === null ? words.anAct : words.looksLike({ name })]
  if (value === 0n) return said.unknown({ what, target })
  return said.unknownWith({ what, target, coins: words.coins({ amount: formatEther(value) }) })
}

type Called = Readonly<
  Record<string, ((args: readonly unknown[], tell: Telling) => string) | undefined>
>

function sayHouseCall(act: HouseCall, { says }: Reader, tell: Telling): string {
  const own = says?.flatMap(
    ({ calls }) => (calls?.[act.contract] as Called | undefined)?.[act.name] ?? [],
  )[0]
  return own?.(act.args, tell) ?? words.unsaid
}

type Said = Readonly<Record<string, ((act: Act, tell: Telling) => string) | undefined>>

function sentenceOf(act: Act, reader: Reader): string {
  const { nameOf, money, machineOf, ruleOf, face } = reader
  const tell: Telling = {
    ...{ nameOf, money, machineOf, ruleOf, face },
    coop: reader.coop.coop,
    groups: reader.coop.classes.map(({ name }) => name),
    who: (address) => nameOf(address) ?? shortAddress(address),
    amount: (amount, token) => sayAmount(amount, token, reader),
    isDone: reader.isDone === true,
    isRoot: act.act === 'house' && act.root,
    sentence: (inner) => sentenceOf(inner, reader),
  }
  switch (act.act) {
    case 'house':
      return sayHouseCall(act, reader, tell)
    case 'text':
      return saidOf(tell.isDone).text
    case 'call':
      return sayUnknown(act, tell)
    default: {
      const said = [{ acts: ofTokens }, ...(reader.says ?? [])].flatMap(
        ({ acts }) => (acts as Said | undefined)?.[act.act] ?? [],
      )[0]
      return said?.(act, tell) ?? words.unsaid
    }
  }
}
