import { type Act, actOf, type Place, stepsOf } from '@phyle/sdk/actions'
import { functionNamed, sayCall } from '@phyle/sdk/actions/house'
import type { Action } from '@phyle/sdk/chapters/assembly/api'
import type { CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import type { Ground } from '@phyle/sdk/chapters/cooperative/enums'
import type { MemberClass } from '@phyle/sdk/chapters/statutes/api'
import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import type { Rule } from '@phyle/sdk/rule'
import { type Address, formatEther, isAddressEqual } from 'viem'
import { done, actions as words } from '../../words/en/actions.ts'
import { kinds, rules } from '../../words/en/rules.ts'
import { date, duration, list, number, percent, shortAddress } from '../../words/format.ts'

/** What of a co-op is needed to read what is done to it. */
export interface ReadableCoop
  extends Pick<CoopSummary, 'coop' | 'statutes' | 'membership' | 'assembly'> {
  readonly classes: readonly Pick<MemberClass, 'name'>[]
}

export interface Reader {
  readonly coop: ReadableCoop
  readonly house: PhyleHouse | null
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

export const placeOf = ({ coop, house, root, registrar }: Reader): Place => ({
  cooperative: coop.coop,
  statutes: coop.statutes,
  membership: coop.membership,
  assembly: coop.assembly,
  classNames: coop.classes.map(({ name }) => name),
  ...(house && { house }),
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

const groundWords: Readonly<Record<Ground, string>> = words.grounds

const whoIs = (address: string, { nameOf }: Reader) => nameOf(address) ?? shortAddress(address)

/** An amount of an asset; null: the network's own coin. */
export function sayAmount(amount: bigint, token: Address | null, reader: Reader): string {
  const { house } = reader
  if (token === null) return words.coins(formatEther(amount))
  if (house && isAddressEqual(token, house.cash)) return reader.money(amount)
  return words.tokens(amount.toString(), whoIs(token, reader))
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
      const ground = act.ground === null ? '' : groundWords[act.ground]
      return said.pay(money(act.amount, act.token), who(act.to), ground)
    }
    case 'transferToken':
      return said.transfer(money(act.amount, act.token), who(act.to))
    case 'transferCoin':
      return said.transfer(money(act.amount, null), who(act.to))
    case 'approveToken': {
      if (act.amount === 0n) return said.approveNone(who(act.spender))
      if (act.amount >= ENDLESS) return said.approveAll(who(act.token), who(act.spender))
      return said.approve(money(act.amount, act.token), who(act.spender))
    }
    case 'transferFrom':
      return said.transferFrom(money(act.amount, act.token), who(act.from), who(act.to))
    case 'admit': {
      const names = act.applicants.map(({ wallet }) => who(wallet))
      const groups = new Set(act.applicants.map((one) => one.className ?? `${one.class}`))
      return said.admit(list(names), names.length, list([...groups]))
    }
    case 'refuse':
      return said.refuse(who(act.wallet))
    case 'changeClass':
      return said.changeClass(who(act.wallet), act.className ?? `${act.class}`)
    case 'setRule': {
      const kind = act.kind === null ? '?' : kinds[act.kind].name
      const whole = words.wholeRule(
        rules.needs(act.rule),
        rules.quorum(act.rule),
        rules.periods(act.rule),
      )
      const before = act.kind && reader.ruleOf(act.kind)
      const changes = before ? rules.changes(before, act.rule) : []
      return changes.length === 0
        ? said.setRule(kind, whole)
        : words.changeRule(kind, changes, whole)
    }
    case 'setKind': {
      const kind = act.kind === null ? '?' : kinds[act.kind].a
      const call = functionNamed(act.selector) ?? act.selector
      return said.setKind(words.setKindOf(call, who(act.target)), kind)
    }
    case 'setShares': {
      const parts = act.shares.map(
        (share, place) => `${classes[place]?.name ?? place} ${percent(share, 2)}`,
      )
      return said.setShares(list(parts), percent(act.maxShareBps, 2))
    }
    case 'addClass':
      return said.addClass(act.name, percent(act.share, 2))
    case 'setPurpose':
      return said.setPurpose
    case 'raiseLock':
      return said.raiseLock(words.locks[act.lock] ?? `${act.lock}`)
    case 'setName':
      return said.setName(act.name)
    case 'setAdmission': {
      const { byDecision, bySponsors } = words.policies
      return said.setAdmission(act.policy === 0 ? byDecision : bySponsors(act.sponsors))
    }
    case 'setCoolingPeriod':
      return said.setCooling(duration(act.seconds))
    case 'setEffects':
      return said.setEffects
    case 'openChapter':
      return said.openChapter(who(act.chapter))
    case 'closeChapter':
      return said.closeChapter(who(act.chapter))
    case 'joinFederation':
      return act.phyle === null ? said.leaveChapters : said.joinFederation(who(act.phyle))
    case 'fund': {
      const ground = act.ground === null ? '' : groundWords[act.ground]
      const what = sentenceOf(act.inner, reader)
      return said.fund(money(act.amount, act.token), who(act.chapter), ground, what)
    }
    case 'adoptOrgans':
      return said.adoptOrgans(
        list(
          act.organs.map((at, place) => words.organ(words.organs[place] ?? '', shortAddress(at))),
        ),
      )
    case 'floatBonds': {
      const { title, mostUnits, price, supplier } = act.terms
      const most = money(BigInt(mostUnits) * reader.face, cash)
      return said.float(title, most, money(price, cash), who(supplier))
    }
    case 'endorseBonds':
      return said.endorse(`${act.series}`)
    case 'fileSocialAccount':
      return said.social(`${act.year}`)
    case 'fileBooks':
      return said.books(`${act.year}`)
    case 'giveNotice':
      return said.giveNotice
    case 'pour': {
      const amount = money(act.amount, cash)
      if (act.source === 'machine') {
        const machine = words.machine(`${act.ref}`, reader.machineOf(`${act.ref}`))
        return said.rent(nameOf(reader.coop.coop) ?? words.theCoop, amount, machine)
      }
      return act.source === 'levy' ? said.levy(amount) : said.gift(amount)
    }
    case 'spendReserve':
      return said.spendReserve(money(act.amount, cash), who(act.to))
    case 'nameDelegate':
      return said.worksDelegate(who(act.wallet), date(act.until))
    case 'offerTerms':
      return act.terms.pricePerYear === 0n
        ? said.offerFree(`${act.family}`)
        : said.offer(`${act.family}`, money(act.terms.pricePerYear, cash))
    case 'house':
      return sayCall(act, {
        who,
        money: reader.money,
        day: date,
        time: duration,
        percent: (bps) => percent(bps, 2),
        number,
      }).sentence
    case 'text':
      return said.text
    case 'call':
      return said.unknown(
        act.name,
        who(act.target),
        act.value === 0n ? null : words.coins(formatEther(act.value)),
      )
  }
}
