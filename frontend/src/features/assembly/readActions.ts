import { LOCKS } from '@phyle/sdk/charter'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import {
  iCommonsBondsAbi,
  iCommonsFundAbi,
  iCooperativeAbi,
  iLicencesAbi,
  iMembershipAbi,
  iPhyleAbi,
  iStatutesAbi,
  iWorksAbi,
} from '@phyle/sdk/generated/abi'
import type { Action, CoopSummary, MemberClass } from '@phyle/sdk/index-api'
import { KINDS } from '@phyle/sdk/language'
import { type ChainRule, ruleFromChain } from '@phyle/sdk/rule'
import {
  type Abi,
  type Address,
  decodeFunctionData,
  erc20Abi,
  formatEther,
  type Hex,
  hexToString,
  isAddressEqual,
  trim,
} from 'viem'
import { type GroundName, grounds, actions as words } from '../../words/en/actions.ts'
import { kinds, rules } from '../../words/en/rules.ts'
import { duration, list, percent, shortAddress } from '../../words/format.ts'

const GROUNDS = Object.keys(grounds) as GroundName[]

export interface Reader {
  readonly coop: Pick<CoopSummary, 'coop' | 'statutes' | 'membership' | 'assembly'>
  readonly classes: readonly Pick<MemberClass, 'name'>[]
  readonly house: PhyleHouse | null
  readonly nameOf: (address: string) => string | undefined
  readonly money: (amount: bigint) => string
  /** Face of a bond, 10^decimals. */
  readonly face: bigint
}

export interface ReadAction {
  /** With **bold** parts; goes on after "If this passes,". */
  readonly sentence: string
  readonly known: boolean
  /** Contract and function, for the details. */
  readonly call: string
}

type Call = { readonly functionName: string; readonly args: readonly unknown[] }

function decode(abi: Abi, data: Hex): Call | undefined {
  try {
    const { functionName, args } = decodeFunctionData({ abi, data })
    return { functionName, args: args ?? [] }
  } catch {
    return undefined
  }
}

/** Reads what one call does from its bytes, on this device; the index is not believed. */
export function readAction(
  action: Pick<Action, 'target' | 'value' | 'data'>,
  reader: Reader,
): ReadAction {
  const { coop, house, nameOf } = reader
  const who = (address: string) => nameOf(address) ?? shortAddress(address)
  const value = BigInt(action.value)
  if (action.data === '0x') {
    return { sentence: words.coin(formatEther(value), who(action.target)), known: true, call: '' }
  }
  const contracts: readonly (readonly [Address | undefined, string, Abi, Describe])[] = [
    [coop.coop, 'Cooperative', iCooperativeAbi, ofCooperative],
    [coop.statutes, 'Statutes', iStatutesAbi, ofStatutes],
    [coop.membership, 'Membership', iMembershipAbi, ofMembership],
    [house?.cash, 'ERC20', erc20Abi, ofToken],
    [house?.bonds, 'CommonsBonds', iCommonsBondsAbi, ofBonds],
    [house?.fund, 'CommonsFund', iCommonsFundAbi, ofFund],
    [house?.phyle, 'Phyle', iPhyleAbi, ofPhyle],
    [house?.works, 'Works', iWorksAbi, ofWorks],
    [house?.licences, 'Licences', iLicencesAbi, ofLicences],
  ]
  for (const [address, name, abi, describe] of contracts) {
    if (!address || !isAddressEqual(address, action.target)) continue
    const call = decode(abi, action.data)
    if (!call) break
    const said = describe(call, reader, who)
    return {
      sentence: said ?? words.other(call.functionName, name),
      known: said !== undefined,
      call: `${name}.${call.functionName}(${call.args.map(show).join(', ')})`,
    }
  }
  return { sentence: words.unknown(who(action.target)), known: false, call: '' }
}

type Describe = (call: Call, reader: Reader, who: (address: string) => string) => string | undefined

const show = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'bigint' ? inner.toString() : inner,
  )

const ofCooperative: Describe = ({ functionName, args }, { money, house }, who) => {
  if (functionName === 'pay') {
    const [token, to, amount, ground] = args as [Address, Address, bigint, number]
    const cash = house !== null && isAddressEqual(token, house.cash)
    const said = cash ? money(amount) : `${amount} × ${who(token)}`
    return words.pay(said, who(to), grounds[GROUNDS[ground] ?? 'INVOICE'])
  }
  if (functionName === 'adoptOrgans') return words.adoptOrgans
  return undefined
}

const ofToken: Describe = ({ functionName, args }, { money }, who) => {
  const [to, amount] = args as [Address, bigint]
  if (functionName === 'transfer') return words.transfer(money(amount), who(to))
  if (functionName === 'approve') return words.approve(money(amount), who(to))
  return undefined
}

const ofStatutes: Describe = ({ functionName, args }, { classes }, who) => {
  const kindName = (kind: number) => kinds[KINDS[kind] ?? 'ENTRENCHED'].name
  switch (functionName) {
    case 'setRule': {
      const [kind, word] = args as [number, ChainRule]
      const names = classes.map(({ name }) => name)
      const rule = ruleFromChain(word, names)
      return words.setRule(kindName(kind), rules.needs(rule), rules.periods(rule))
    }
    case 'setKind': {
      const [target, selector, kind] = args as [Address, Hex, number]
      return words.setKind(`${who(target)} ${selector}`, kindName(kind))
    }
    case 'setShares': {
      const [shares] = args as [readonly number[], number]
      const parts = shares.map(
        (share, place) => `${classes[place]?.name ?? place} ${percent(share, 2)}`,
      )
      return words.setShares(list(parts))
    }
    case 'addClass': {
      const [definition] = args as [{ readonly name: Hex }]
      return words.addClass(hexToString(trim(definition.name, { dir: 'right' })))
    }
    case 'setPurpose':
      return words.setPurpose
    case 'raiseLock':
      return words.raiseLock(words.locks[args[0] as number] ?? LOCKS[args[0] as number] ?? '')
    case 'setName':
      return words.setName(args[0] as string)
    case 'setAdmission': {
      const [policy, sponsors] = args as [number, number]
      const { byDecision, bySponsors } = words.policies
      return words.setAdmission(policy === 0 ? byDecision : bySponsors(sponsors))
    }
    case 'setCoolingPeriod':
      return words.setCooling(duration(args[0] as number))
    case 'setEffects':
      return words.setEffects
    default:
      return undefined
  }
}

const ofMembership: Describe = ({ functionName, args }, { classes }, who) => {
  type Application = { readonly wallet: Address; readonly class: number }
  const group = (place: number) => classes[place]?.name ?? `${place}`
  switch (functionName) {
    case 'admit': {
      const [applications] = args as [readonly Application[]]
      const groups = [...new Set(applications.map((one) => group(one.class)))]
      return words.admit(list(applications.map((one) => who(one.wallet))), list(groups))
    }
    case 'refuse':
      return words.refuse(who(args[0] as Address))
    case 'changeClass': {
      const [application] = args as [Application]
      return words.changeClass(who(application.wallet), group(application.class))
    }
    default:
      return undefined
  }
}

const ofBonds: Describe = ({ functionName, args }, { money, face }, who) => {
  if (functionName === 'float') {
    type Terms = { title: string; mostUnits: number; price: bigint; supplier: Address }
    const [terms] = args as [Terms]
    const most = money(BigInt(terms.mostUnits) * face)
    return words.float(terms.title, most, money(terms.price), who(terms.supplier))
  }
  if (functionName === 'endorse') return words.endorse(String(args[0]))
  return undefined
}

const ofFund: Describe = ({ functionName, args }, { money }, who) => {
  if (functionName === 'pour') {
    const [amount, source, ref] = args as [bigint, number, bigint]
    if (source === 0) return words.rent(money(amount), String(ref))
    return source === 2 ? words.levy(money(amount)) : words.gift(money(amount))
  }
  if (functionName === 'setPolicy') return words.policy
  if (functionName === 'spendReserve') {
    const [to, amount] = args as [Address, bigint]
    return words.spendReserve(money(amount), who(to))
  }
  return undefined
}

const ofPhyle: Describe = ({ functionName, args }, _, who) => {
  switch (functionName) {
    case 'fileSocialAccount':
      return words.social(String(args[0]))
    case 'fileBooks':
      return words.books(String(args[0]))
    case 'enter':
      return words.enter(who(args[0] as Address))
    case 'giveNotice':
      return words.giveNotice
    default:
      return undefined
  }
}

const ofWorks: Describe = ({ functionName, args }, _, who) => {
  if (functionName === 'register') return words.register((args[0] as { title: string }).title)
  if (functionName === 'nameDelegate') return words.worksDelegate(who(args[0] as Address))
  return undefined
}

const ofLicences: Describe = ({ functionName, args }, { money }) => {
  if (functionName !== 'offer') return undefined
  return words.offer(money((args[1] as { pricePerYear: bigint }).pricePerYear))
}
