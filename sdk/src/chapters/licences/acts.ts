// SPDX-License-Identifier: MIT
import type { ContractFunctionArgs } from 'viem'
import { iContributionsAbi, iLicencesAbi } from '../../generated/abi.ts'
import { GROUND_WORDS, UNDECLARED } from '../../licence.ts'
import { type Changing, type Said, type Say, type Spoken, said, type WordsOf } from '../acting.ts'
import { LICENCE_GROUNDS } from './enums.ts'

function acquire(
  request: ContractFunctionArgs<typeof iLicencesAbi, Changing, 'acquire'>[0],
  { who, money, time }: Say,
): Said {
  const { licensee, work, claim, tier, duration, maxFee, terms } = request
  const ground = LICENCE_GROUNDS[claim]
  const because =
    ground === undefined || ground === 'PAID' || ground === 'FREE'
      ? tier === UNDECLARED
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

const licences: WordsOf<typeof iLicencesAbi> = {
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
  refund: ([family, receipt, to], { who }) =>
    said(
      `Take back the licence for work ${family}`,
      `the co-op **gives back what it bought** for work ${family} with receipt ${receipt}, and the payment goes to **${who(to)}**.`,
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
}

const contributions: WordsOf<typeof iContributionsAbi> = {
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
}

export const contracts = {
  licences: { told: 'chapter', name: 'Licences', abi: iLicencesAbi, words: licences },
  contributions: {
    told: 'chapter',
    name: 'Contributions',
    abi: iContributionsAbi,
    words: contributions,
  },
} as const satisfies Record<string, Spoken>
