import { type Act, actOf, type Place, stepsOf } from '@phyle/sdk/actions'
import { argumentsOf, functionNamed, sayCall } from '@phyle/sdk/actions/house'
import type { Action } from '@phyle/sdk/chapters/assembly/api'
import type { CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import type { MemberClass } from '@phyle/sdk/chapters/statutes/api'
import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import type { Rule } from '@phyle/sdk/rule'
import { type Address, formatEther, isAddressEqual } from 'viem'
import type { Saying } from '../../shell/feature.ts'
import { actions as words } from '../../words/actions/words.ts'
import { done } from '../../words/done/words.ts'
import { date, duration, list, number, percent, shortAddress } from '../../words/format.ts'
import { kinds } from '../../words/kinds/words.ts'
import { rules } from '../../words/rules/say.ts'

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
  /** How chapters say their own acts; English is said of all others. */
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
  return { act, sentence: sentenceOf(act, reader), known: warning === null, warning }
}

/** An allowance that no account could ever use up. */
const ENDLESS = 1n << 128n

const whoIs = (address: string, { nameOf }: Reader) => nameOf(address) ?? shortAddress(address)

/** An amount of an asset; null: the network's own coin. */
export function sayAmount(amount: bigint, token: Address | null, reader: Reader): string {
  const { house } = reader
  if (token === null) return words.coins({ amount: formatEther(amount) })
  if (house && isAddressEqual(token, house.cash)) return reader.money(amount)
  return words.tokens({ amount: amount.toString(), token: whoIs(token, reader) })
}

function machineWords(id: string, { machineOf }: Reader): string {
  const name = machineOf(id)
  return name === undefined ? words.machine({ id }) : words.machineNamed({ id, name })
}

function unknownWords(
  { name, value }: Extract<Act, { act: 'call' }>,
  said: typeof done | typeof words,
  target: string,
): string {
  const what = name === null ? words.anAct : words.looksLike({ name })
  if (value === 0n) return said.unknown({ what, target })
  return said.unknownWith({ what, target, coins: words.coins({ amount: formatEther(value) }) })
}

function sentenceOf(act: Act, reader: Reader): string {
  const { nameOf, house } = reader
  const said = reader.isDone ? done : words
  const { classes } = reader.coop
  const who = (address: string) => whoIs(address, reader)
  const money = (amount: bigint, token: Address | null) => sayAmount(amount, token, reader)
  const cash = house?.cash ?? null
  switch (act.act) {
    case 'pay': {
      const paid = { amount: money(act.amount, act.token), to: who(act.to) }
      if (act.ground === null) return said.pay(paid)
      return said.payOn({ ...paid, ground: words.grounds[act.ground] })
    }
    case 'transferToken':
      return said.transfer({ amount: money(act.amount, act.token), to: who(act.to) })
    case 'transferCoin':
      return said.transfer({ amount: money(act.amount, null), to: who(act.to) })
    case 'approveToken': {
      if (act.amount === 0n) return said.approveNone({ to: who(act.spender) })
      if (act.amount >= ENDLESS)
        return said.approveAll({ token: who(act.token), to: who(act.spender) })
      return said.approve({ amount: money(act.amount, act.token), to: who(act.spender) })
    }
    case 'transferFrom':
      return said.transferFrom({
        amount: money(act.amount, act.token),
        from: who(act.from),
        to: who(act.to),
      })
    case 'admit': {
      const names = act.applicants.map(({ wallet }) => who(wallet))
      const groups = new Set(act.applicants.map((one) => one.className ?? `${one.class}`))
      return said.admit({ names: list(names), count: names.length, group: list([...groups]) })
    }
    case 'refuse':
      return said.refuse({ name: who(act.wallet) })
    case 'changeClass':
      return said.changeClass({ name: who(act.wallet), group: act.className ?? `${act.class}` })
    case 'setRule': {
      const kind = act.kind === null ? '?' : kinds[act.kind].name
      const whole = words.wholeRule({
        rule: rules.needs(act.rule),
        quorum: rules.quorum(act.rule),
        periods: rules.periods(act.rule),
      })
      const before = act.kind && reader.ruleOf(act.kind)
      const changes = before ? rules.changes(before, act.rule) : []
      return changes.length === 0
        ? said.setRule({ kind, whole })
        : said.changeRule({ kind, changes: list(changes.map(words.changed)), whole })
    }
    case 'setKind': {
      const kind = act.kind === null ? '?' : kinds[act.kind].a
      const call = functionNamed(act.selector) ?? act.selector
      return said.setKind({ what: words.setKindOf({ call, where: who(act.target) }), kind })
    }
    case 'setShares': {
      const parts = act.shares.map(
        (share, place) => `${classes[place]?.name ?? place} ${percent(share, 2)}`,
      )
      return said.setShares({ shares: list(parts), most: percent(act.maxShareBps, 2) })
    }
    case 'addClass':
      return said.addClass({ name: act.name, share: percent(act.share, 2) })
    case 'setPurpose':
      return said.setPurpose
    case 'raiseLock':
      return said.raiseLock({ lock: words.locks[act.lock] ?? `${act.lock}` })
    case 'setName':
      return said.setName({ name: act.name })
    case 'setAdmission': {
      const { byDecision, bySponsors } = words.policies
      return said.setAdmission({
        policy: act.policy === 0 ? byDecision : bySponsors({ count: act.sponsors }),
      })
    }
    case 'setCoolingPeriod':
      return said.setCooling({ time: duration(act.seconds) })
    case 'setEffects':
      return said.setEffects
    case 'openChapter':
      return said.openChapter({ name: who(act.chapter) })
    case 'closeChapter':
      return said.closeChapter({ name: who(act.chapter) })
    case 'joinFederation':
      return act.phyle === null ? said.leaveChapters : said.joinFederation({ name: who(act.phyle) })
    case 'fund': {
      const allowed = {
        amount: money(act.amount, act.token),
        chapter: who(act.chapter),
        what: sentenceOf(act.inner, reader),
      }
      if (act.ground === null) return said.fund(allowed)
      return said.fundOn({ ...allowed, ground: words.grounds[act.ground] })
    }
    case 'adoptOrgans':
      return said.adoptOrgans({
        parts: list(
          act.organs.map((at, place) =>
            words.organ({ name: words.organs[place] ?? '', where: shortAddress(at) }),
          ),
        ),
      })
    case 'floatBonds': {
      const { title, mostUnits, price, supplier } = act.terms
      const most = money(BigInt(mostUnits) * reader.face, cash)
      return said.float({ title, amount: most, price: money(price, cash), supplier: who(supplier) })
    }
    case 'endorseBonds':
      return said.endorse({ id: `${act.series}` })
    case 'fileSocialAccount':
      return said.social({ year: `${act.year}` })
    case 'fileBooks':
      return said.books({ year: `${act.year}` })
    case 'giveNotice':
      return said.giveNotice
    case 'pour': {
      const amount = money(act.amount, cash)
      if (act.source === 'machine') {
        const machine = machineWords(`${act.ref}`, reader)
        return said.rent({ coop: nameOf(reader.coop.coop) ?? words.theCoop, amount, machine })
      }
      return act.source === 'levy' ? said.levy({ amount }) : said.gift({ amount })
    }
    case 'spendReserve':
      return said.spendReserve({ amount: money(act.amount, cash), to: who(act.to) })
    case 'nameDelegate':
      return said.worksDelegate({ name: who(act.wallet), until: date(act.until) })
    case 'offerTerms':
      return act.terms.pricePerYear === 0n
        ? said.offerFree({ work: `${act.family}` })
        : said.offer({ work: `${act.family}`, price: money(act.terms.pricePerYear, cash) })
    case 'house': {
      const said = reader.says?.find(({ contract }) => contract === act.contract)?.acts[act.name]
      if (said) return said(argumentsOf(act), reader.isDone === true)
      return sayCall(act, {
        who,
        money: reader.money,
        day: date,
        time: duration,
        percent: (bps) => percent(bps, 2),
        number,
      }).sentence
    }
    case 'text':
      return said.text
    case 'call':
      return unknownWords(act, said, who(act.target))
  }
}
