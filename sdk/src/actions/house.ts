// SPDX-License-Identifier: MIT
/**
 * Words for every function of a co-op's own contracts and of its federation's.
 *
 * The table has one entry for each function that changes something, and its type is read off the
 * ABIs: a new function without words does not compile. Acts that the app says with more care than
 * one sentence (`Act` in `actions.ts`) are left out here.
 *
 * A sentence goes on after "If this passes,". Parts between ** are set bold.
 */
import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  decodeFunctionData,
  erc20Abi,
  type Hex,
  size,
  slice,
  toFunctionSelector,
} from 'viem'
import {
  iAssemblyAbi,
  iCommonsBondsAbi,
  iCommonsFundAbi,
  iContributionsAbi,
  iCooperativeAbi,
  iLicencesAbi,
  iMachinesAbi,
  iMembershipAbi,
  iPhyleAbi,
  iRegistrarAbi,
  iStatutesAbi,
  iWorksAbi,
} from '../generated/abi.ts'
import { GROUND_WORDS, LICENCE_GROUNDS } from '../licence.ts'

export const HOUSE_ABIS = {
  cooperative: iCooperativeAbi,
  statutes: iStatutesAbi,
  membership: iMembershipAbi,
  assembly: iAssemblyAbi,
  phyle: iPhyleAbi,
  fund: iCommonsFundAbi,
  bonds: iCommonsBondsAbi,
  machines: iMachinesAbi,
  works: iWorksAbi,
  licences: iLicencesAbi,
  contributions: iContributionsAbi,
  registrar: iRegistrarAbi,
} as const
export type HouseName = keyof typeof HOUSE_ABIS

/** How the reader writes and names things. */
export interface Say {
  readonly who: (address: Address) => string
  /** Of the federation's cash. */
  readonly money: (amount: bigint) => string
  readonly day: (seconds: number) => string
  readonly time: (seconds: number) => string
  readonly percent: (bps: number) => string
  readonly number: (count: bigint | number) => string
}

export interface Said {
  readonly title: string
  readonly sentence: string
}

type Changing = 'nonpayable' | 'payable'
type WordsOf<A extends Abi, Apart extends string = never> = {
  readonly [F in Exclude<ContractFunctionName<A, Changing>, Apart>]: (
    args: ContractFunctionArgs<A, Changing, F>,
    say: Say,
  ) => Said
}

/** What `Act` has its own words for. */
export interface Apart {
  cooperative: 'pay' | 'fund' | 'adoptOrgans'
  statutes: ContractFunctionName<typeof iStatutesAbi, Changing>
  membership: 'admit' | 'refuse' | 'changeClass'
  assembly: never
  phyle: 'fileSocialAccount' | 'fileBooks' | 'giveNotice'
  fund: 'pour' | 'spendReserve'
  bonds: 'float' | 'endorse'
  machines: never
  works: 'nameDelegate' | 'offer'
  licences: never
  contributions: never
  registrar: never
}

type House = { readonly [C in HouseName]: WordsOf<(typeof HOUSE_ABIS)[C], Apart[C]> }

const said = (title: string, sentence: string): Said => ({ title, sentence })

/** What only another contract of the house may call: a decision that does it fails. */
const refused = (name: string, who: string) => (): Said =>
  said(
    `Call ${name}, which only ${who} may`,
    `**nothing happens**: only ${who} may do this, so it fails.`,
  )

const CHOICE_WORDS = ['against', 'for', 'abstain in', 'object to'] as const
const vote = (choice: number, id: bigint, in_: string): Said => {
  const how = CHOICE_WORDS[choice]
  if (how === undefined)
    return said(`Vote on decision ${id}`, `**nothing happens**: choice ${choice} does not exist.`)
  return choice > 1
    ? said(
        `${how.charAt(0).toUpperCase()}${how.slice(1)} decision ${id}`,
        `the co-op's own vote ${in_} is to **${how} decision ${id}**.`,
      )
    : said(`Vote ${how} decision ${id}`, `the co-op votes **${how} decision ${id}** ${in_}.`)
}

const motions = (count: number) =>
  count === 0 ? 'a text' : count === 1 ? 'one act' : `${count} acts`
const headline = (description: string) =>
  (description.split('\n')[0] ?? '').replace(/^#\s*/, '').slice(0, 96)

const SIZE_UNDECLARED = 255

const HERE = 'in this co-op'
const assemblyWords = (in_: string): WordsOf<typeof iAssemblyAbi> => ({
  askAgain: ([id]) =>
    said(
      `Ask to vote again on decision ${id}`,
      `the co-op **asks to vote again** on decision ${id} ${in_}, which was voted down.`,
    ),
  cancel: () =>
    said('Take a proposal back', `a proposal that the co-op made ${in_} is **taken back**.`),
  castBallots: ([id]) =>
    said(
      `Bring votes for decision ${id}`,
      `signed votes of members for decision ${id} ${in_} are **brought to be counted**.`,
    ),
  castVote: ([id, choice]) => vote(choice, id, in_),
  castVoteWithReason: ([id, choice]) => vote(choice, id, in_),
  castVoteWithReasonAndParams: ([id, choice]) => vote(choice, id, in_),
  castVoteBySig: ([id, , voter], { who }) =>
    said(
      `Bring a vote for decision ${id}`,
      `the signed vote of **${who(voter)}** on decision ${id} ${in_} is brought to be counted.`,
    ),
  castVoteWithReasonAndParamsBySig: ([id, , voter], { who }) =>
    said(
      `Bring a vote for decision ${id}`,
      `the signed vote of **${who(voter)}** on decision ${id} ${in_} is brought to be counted.`,
    ),
  execute: () =>
    said('Carry out a decision', `a decision that was carried ${in_} is **carried out**.`),
  propose: ([targets, , , description]) =>
    said(
      'Make a proposal',
      `the co-op proposes ${motions(targets.length)} ${in_}: **${headline(description)}**.`,
    ),
  proposeAs: ([, targets, , , description]) =>
    said(
      'Make a proposal',
      `the co-op proposes ${motions(targets.length)} ${in_}: **${headline(description)}**.`,
    ),
  queue: () =>
    said(
      'Queue a decision',
      `**nothing happens**: decisions ${in_} wait their time by themselves.`,
    ),
})

const membershipWords = (of: string): WordsOf<typeof iMembershipAbi, Apart['membership']> => ({
  admitBySponsors: ([{ wallet }], { who }) =>
    said(
      `Admit ${who(wallet)} by sponsors`,
      `**${who(wallet)}** becomes a member of ${of}, if enough members have signed as sponsors.`,
    ),
  applyFor: ([, , deadline], { day }) =>
    said(
      'Apply for membership',
      `the co-op **applies for membership of ${of}**. The application holds until ${day(Number(deadline))}.`,
    ),
  enrolFounders: refused('enrolFounders', 'the founding'),
  resign: () => said('Resign', `the co-op **leaves ${of}** at once.`),
  withdrawApplication: () =>
    said(
      'Take the application back',
      `the co-op **takes back** its application for membership of ${of}.`,
    ),
})

export const HOUSE_WORDS: House = {
  cooperative: {
    begin: refused('begin', 'the founding'),
    execute: refused('execute', 'the assembly'),
  },
  statutes: {},
  membership: membershipWords('this co-op'),
  assembly: assemblyWords(HERE),
  phyle: {
    acceptRegistrar: ([registrar, accepted], { who }) =>
      accepted
        ? said(
            'Accept co-ops of another founding office',
            `co-ops that were founded through **${who(registrar)}** may join the federation from now on.`,
          )
        : said(
            'Stop accepting a founding office',
            `co-ops that were founded through **${who(registrar)}** may no longer join the federation. Those that are in stay.`,
          ),
    begin: refused('begin', 'the founding'),
    depart: ([coop], { who }) =>
      said(
        `Note that ${who(coop)} has left`,
        `it is noted that **${who(coop)}** has left the federation, if its notice is over.`,
      ),
    enter: ([coop], { who }) =>
      said(
        `Enter ${who(coop)} in the register`,
        `**${who(coop)}** is entered in the register of the federation, if it is a member.`,
      ),
    noteLevy: refused('noteLevy', 'the common fund'),
    noteMachine: refused('noteMachine', 'the register of machines'),
    noteWork: refused('noteWork', 'the register of works'),
    refresh: ([coop], { who }) =>
      said(
        `Note the contracts of ${who(coop)}`,
        `the federation takes note of the contracts that **${who(coop)}** uses now.`,
      ),
    seat: ([coop, wallet], { who }) =>
      said(
        `Note ${who(wallet)} as a cooperator`,
        `the federation notes **${who(wallet)}** of ${who(coop)} as a cooperator.`,
      ),
    setEarningLimit: ([least, bps], { number, percent }) =>
      said(
        'Change how many may start to earn',
        `in each month at most **${number(least)}** new people of a co-op start to earn the equal share, or **${percent(bps)}** of those who earn there already, if that is more.`,
      ),
    setLeastLevy: ([amount], { money }) =>
      said(
        'Change the least levy',
        `a co-op that pays a levy of at least **${money(amount)}** counts as taking part in the common machines.`,
      ),
    open: ([name, chapter], { who }) =>
      said(
        `Open the chapter ${name} for all co-ops`,
        `every co-op that accepted the federation's chapters can use the chapter **${name}** at **${who(chapter)}** from now on.`,
      ),
    replace: ([name, chapter], { who }) =>
      said(
        `Replace the chapter ${name}`,
        `the chapter **${name}** is at **${who(chapter)}** from now on. What is in the one before can be taken out, and nothing more goes in.`,
      ),
    setNoticePeriod: ([period], { time }) =>
      said(
        'Change the notice to leave',
        `a co-op that leaves the federation gives **${time(period)}** notice.`,
      ),
    settle: ([wallet], { who }) =>
      said(
        `Settle the places of ${who(wallet)}`,
        `places of **${who(wallet)}** among the cooperators that have run out are ended.`,
      ),
    settleInWord: ([wallet], { who }) =>
      said(
        `Settle the places of ${who(wallet)}`,
        `places of **${who(wallet)}** among the cooperators that have run out are ended.`,
      ),
    unseat: ([coop, memberId], { who }) =>
      said(
        `End a place of ${who(coop)}`,
        `the place of member ${memberId} of **${who(coop)}** among the cooperators is ended, if that person has left.`,
      ),
  },
  fund: {
    buy: refused('buy', 'the bond contract'),
    claim: () =>
      said(
        'Collect the equal share',
        'the equal share that the co-op has earned is **collected**. Only people earn one, so it is nothing.',
      ),
    claimFor: ([person], { who }) =>
      said(
        `Collect for ${who(person)}`,
        `the equal share of **${who(person)}** is paid to their own wallet.`,
      ),
    claimTo: ([to], { who }) =>
      said(
        'Collect the equal share',
        `the equal share that the co-op has earned goes to **${who(to)}**. Only people earn one, so it is nothing.`,
      ),
    closeEpoch: () =>
      said('Close the earning month', 'the earning months that are over are **closed**.'),
    collect: refused('collect', 'the bond contract'),
    giveBack: refused('giveBack', 'the bond contract'),
    payDue: refused('payDue', 'the bond contract'),
    pourWithPermit: ([amount], { money }) =>
      said(
        `Pay ${money(amount)} into the common fund`,
        `**${money(amount)}** would be paid into the common fund with a signed allowance. An account of a co-op cannot sign one, so it fails.`,
      ),
    setPolicy: (
      [{ machineBondsBps, machineReserveBps, otherBondsBps, otherReserveBps }],
      { percent },
    ) =>
      said(
        'Change how common income is divided',
        `of what machines earn beyond their own bonds, **${percent(machineBondsBps)}** repays bonds that the federation stands behind and **${percent(machineReserveBps)}** goes to the reserve; of all other income **${percent(otherBondsBps)}** and **${percent(otherReserveBps)}**. The rest is everybody's equal share.`,
      ),
    settle: ([person], { who }) =>
      said(
        `Book what ${who(person)} has earned`,
        `what **${who(person)}** has earned so far is booked. Nothing is paid.`,
      ),
    skim: () =>
      said(
        'Book stray money',
        'money that was sent to the common fund without a word is **booked as a gift**.',
      ),
  },
  bonds: {
    approve: ([spender, id, amount], { who, number }) =>
      said(
        `Let ${who(spender)} move bonds`,
        `**${who(spender)}** may hand on up to ${number(amount)} bonds of offer ${id} that the co-op holds.`,
      ),
    buy: ([id]) =>
      said(
        `Have the machine of bond offer ${id} bought`,
        `the machine of **bond offer ${id}** is bought, if enough came together.`,
      ),
    refund: ([id]) =>
      said(
        `Collect what was paid for bond offer ${id}`,
        `the co-op takes back all that it paid for **bond offer ${id}**.`,
      ),
    refundFor: ([id, holder], { who }) =>
      said(
        `Pay back ${who(holder)}`,
        `**${who(holder)}** gets back all that they paid for bond offer ${id}.`,
      ),
    refundTo: ([id, to], { who }) =>
      said(
        `Collect what was paid for bond offer ${id}`,
        `all that the co-op paid for **bond offer ${id}** goes to **${who(to)}**.`,
      ),
    setMostCap: ([bps], { percent }) =>
      said(
        'Change the most that bonds may pay back',
        `new bond offers may pay back at most **${percent(bps)}** of the price.`,
      ),
    setOperator: ([spender, approved], { who }) =>
      approved
        ? said(
            `Let ${who(spender)} move all bonds`,
            `**${who(spender)}** may hand on **all bonds** that the co-op holds.`,
          )
        : said(
            `Stop ${who(spender)} moving bonds`,
            `**${who(spender)}** may no longer hand on bonds that the co-op holds.`,
          ),
    subscribe: ([id, units], { number }) =>
      said(
        `Lend for bond offer ${id}`,
        `the co-op would lend **${number(units)}** for bond offer ${id}. Only people who are cooperators can, so it fails.`,
      ),
    subscribeWithPermit: ([id, units], { number }) =>
      said(
        `Lend for bond offer ${id}`,
        `the co-op would lend **${number(units)}** for bond offer ${id}. Only people who are cooperators can, so it fails.`,
      ),
    take: ([id]) =>
      said(
        `Collect on bond offer ${id}`,
        `the co-op collects what it is due on **bond offer ${id}**.`,
      ),
    takeFor: ([id, holder], { who }) =>
      said(
        `Collect for ${who(holder)}`,
        `**${who(holder)}** is paid what they are due on bond offer ${id}.`,
      ),
    takeTo: ([id, to], { who }) =>
      said(
        `Collect on bond offer ${id}`,
        `what the co-op is due on **bond offer ${id}** goes to **${who(to)}**.`,
      ),
    transfer: ([to, id, amount], { who, number }) =>
      said(
        `Hand bonds to ${who(to)}`,
        `the co-op hands **${number(amount)}** bonds of offer ${id} to **${who(to)}**.`,
      ),
    transferFrom: ([from, to, id, amount], { who, number }) =>
      said(
        `Move bonds to ${who(to)}`,
        `**${number(amount)}** bonds of offer ${id} move from **${who(from)}** to **${who(to)}**, if ${who(from)} allowed it.`,
      ),
    withdraw: ([id, units], { number }) =>
      said(
        `Change our mind on bond offer ${id}`,
        `the co-op takes back **${number(units)}** that it had reserved of bond offer ${id}.`,
      ),
    withdrawTo: ([id, units, to], { who, number }) =>
      said(
        `Change our mind on bond offer ${id}`,
        `the co-op takes back **${number(units)}** that it had reserved of bond offer ${id}; the money goes to **${who(to)}**.`,
      ),
  },
  machines: { enter: refused('enter', 'the bond contract') },
  works: {
    approveLicence: ([licence, approved]) =>
      approved
        ? said(
            `Approve the licence ${licence}`,
            `works under **${licence}** count as commons of the federation from now on.`,
          )
        : said(
            `Strike the licence ${licence}`,
            `works under **${licence}** no longer count as commons of the federation.`,
          ),
    bringForward: ([family, changeDate], { day }) =>
      said(
        `Free work ${family} sooner`,
        `work ${family} becomes **free for everybody on ${day(changeDate)}**. The day can be moved nearer, never away.`,
      ),
    register: ([{ title, version, licence }]) =>
      said(
        `Register ${title}`,
        `**${title}** (version ${version}) enters the commons, under the licence **${licence}**.`,
      ),
  },
  licences: {
    accredit: ([attester, until], { who, day }) =>
      said(
        `Accredit ${who(attester)}`,
        `**${who(attester)}** may say until ${day(until)} which bodies work for the common good.`,
      ),
    acquire: ([request], say) => acquire(request, say),
    acquireWithPermit: ([request], say) => acquire(request, say),
    attestCommonGood: ([body, until], { who, day }) =>
      said(
        `Attest that ${who(body)} works for the common good`,
        `the co-op attests until ${day(until)} that **${who(body)}** works for the common good, so that it may use works for free.`,
      ),
    claimFor: ([account], { who }) =>
      said(
        `Collect licence fees for ${who(account)}`,
        `**${who(account)}** is paid what it is due from licence fees.`,
      ),
    claimTo: ([to], { who }) =>
      said(
        'Collect licence fees',
        `all that the co-op is due from licence fees goes to **${who(to)}**.`,
      ),
    pourToFund: () =>
      said(
        "Pay the fund's part of licence fees",
        "the common fund's part of licence fees is **paid into it**.",
      ),
    refund: ([family, to], { who }) =>
      said(
        `Take back the licence for work ${family}`,
        `the co-op **gives back its permission** for work ${family} and its last payment goes to **${who(to)}**.`,
      ),
    release: ([family, licensee], { who }) =>
      said(
        `Release a licence fee for work ${family}`,
        `the fee that **${who(licensee)}** paid for work ${family} is released to be shared, if it can no longer be taken back.`,
      ),
    renew: ([family, , duration, maxFee, terms], { money, time }) =>
      said(
        `Renew the licence for work ${family}`,
        `the co-op's permission to use **work ${family}** is renewed for **${time(duration)}**${cost(maxFee, money)}${underTerms(terms)}.`,
      ),
    split: ([work]) =>
      said(
        `Share the licence fees of work ${work}`,
        `released licence fees of work ${work} are **shared** between its steward, its contributors, the works it builds on and the common fund.`,
      ),
    withdrawCommonGood: ([body], { who }) =>
      said(
        `Withdraw the attestation of ${who(body)}`,
        `it is no longer attested that **${who(body)}** works for the common good.`,
      ),
  },
  contributions: {
    attest: ([family, contributor, , points], { who, number }) =>
      said(
        `Credit ${who(contributor)}`,
        `**${who(contributor)}** is credited with **${number(points)}** points for work on work ${family}.`,
      ),
    mature: ([family]) =>
      said(
        `Book credit for work ${family}`,
        `credit for work ${family} that has waited its time is **booked**.`,
      ),
    nameAttester: ([attester, quota, until], { who, day, number }) =>
      said(
        `Let ${who(attester)} credit contributors`,
        `**${who(attester)}** may credit contributors to the co-op's works with up to **${number(quota)}** points a quarter, until ${day(until)}.`,
      ),
    withdraw: ([family]) =>
      said(
        `Take back credit for work ${family}`,
        `credit that the co-op gave for work ${family} is **taken back**.`,
      ),
  },
  registrar: {
    consent: () =>
      said(
        'Give our word as a founder',
        'the co-op **gives its word as a founder** of another co-op, under exactly the founding document that was agreed.',
      ),
    found: ([charter]) =>
      said(
        `Found ${charter.name}`,
        `**${charter.name}** is founded, if all its founders have given their word.`,
      ),
  },
}

function acquire(
  request: ContractFunctionArgs<typeof iLicencesAbi, Changing, 'acquire'>[0],
  { who, money, time }: Say,
): Said {
  const { licensee, work, claim, tier, duration, maxFee, terms } = request
  const ground = LICENCE_GROUNDS[claim]
  const because =
    ground === undefined || ground === 'PAID' || ground === 'FREE'
      ? tier === SIZE_UNDECLARED
        ? ''
        : `, for the size it declares`
      : `, as ${GROUND_WORDS[ground]}`
  return said(
    `Get a licence for work ${work}`,
    `**${who(licensee)}** may use **work ${work}** for **${time(duration)}**${because}${cost(maxFee, money)}${underTerms(terms)}.`,
  )
}

const cost = (maxFee: bigint, money: Say['money']) =>
  maxFee === 0n ? ', **for free**' : `, for **${money(maxFee)} at the most**`
const underTerms = (terms: bigint) => (terms === 0n ? '' : `, under version ${terms} of its terms`)

/** Where the co-op is a member of its federation's own co-op, what it may be asked to do there. */
const ROOT_WORDS = {
  membership: membershipWords('the federation'),
  assembly: assemblyWords('in the federation'),
} as const

type Table = Readonly<Record<string, ((args: readonly unknown[], say: Say) => Said) | undefined>>

export interface HouseCall {
  readonly act: 'house'
  readonly contract: HouseName
  /** Whether it is the federation's own membership or assembly, not the co-op's. */
  readonly root: boolean
  readonly name: string
  readonly args: readonly unknown[]
}

const tableOf = ({ contract, root }: Pick<HouseCall, 'contract' | 'root'>): Table =>
  (root && (contract === 'membership' || contract === 'assembly')
    ? ROOT_WORDS[contract]
    : HOUSE_WORDS[contract]) as unknown as Table

/** Reads a call of one of the house's contracts; null where it has no words here. */
export function houseCall(contract: HouseName, root: boolean, data: Hex): HouseCall | null {
  const call = decodeFunctionData({ abi: HOUSE_ABIS[contract] as Abi, data })
  const known = Object.hasOwn(tableOf({ contract, root }), call.functionName)
  return known
    ? { act: 'house', contract, root, name: call.functionName, args: call.args ?? [] }
    : null
}

export function sayCall(call: HouseCall, say: Say): Said {
  const words = tableOf(call)[call.name]
  if (!words) throw new Error(`${call.contract}.${call.name} has no words`)
  return words(call.args, say)
}

/** The arguments of a call by the names that its contract gives them. */
export function argumentsOf({
  contract,
  name,
  args,
}: HouseCall): Readonly<Record<string, unknown>> {
  const item = (HOUSE_ABIS[contract] as Abi).find(
    (one) => one.type === 'function' && one.name === name && one.inputs.length === args.length,
  )
  const inputs = item?.type === 'function' ? item.inputs : []
  return Object.fromEntries(args.map((arg, at) => [inputs[at]?.name || `${at + 1}`, arg]))
}

let signatures: Map<Hex, string> | undefined

/** The function that calldata seems to call, by the selectors known here; null for any other. */
export function functionNamed(data: Hex): string | null {
  if (size(data) < 4) return null
  if (!signatures) {
    signatures = new Map()
    for (const abi of [...Object.values(HOUSE_ABIS), erc20Abi] as readonly Abi[]) {
      for (const item of abi) {
        if (item.type === 'function') signatures.set(toFunctionSelector(item), item.name)
      }
    }
  }
  return signatures.get(slice(data, 0, 4)) ?? null
}
