import { LICENCE_GROUNDS } from '@phyle/sdk/chapters/licences/enums'
import type { iContributionsAbi, iLicencesAbi } from '@phyle/sdk/generated/abi'
import { UNDECLARED } from '@phyle/sdk/licence'
import type { ContractFunctionArgs } from 'viem'
import type { CallSentences, Saying, Telling } from '../../shell/saying.ts'
import { date, duration, number } from '../../words/format.ts'
import { acts } from '../../words/licences/acts/words.ts'

const words = acts.calls

/** What a permission costs at the most, and under which terms. */
const cost = (maxFee: bigint, terms: bigint, { money }: Telling): readonly string[] => [
  maxFee === 0n ? words.licences.cost.free : words.licences.cost.most({ amount: money(maxFee) }),
  ...(terms === 0n ? [] : [words.licences.cost.terms({ version: `${terms}` })]),
]

function ground(claim: number, tier: number): readonly string[] {
  const { grounds, size } = words.licences.acquire
  const name = LICENCE_GROUNDS[claim]
  if (name === undefined || name === 'PAID' || name === 'FREE') {
    return tier === UNDECLARED ? [] : [size]
  }
  return [grounds[name]]
}

function acquire(
  [{ licensee, work, claim, tier, duration: seconds, maxFee, terms }]: Readonly<
    ContractFunctionArgs<typeof iLicencesAbi, 'nonpayable', 'acquire' | 'acquireWithPermit'>
  >,
  tell: Telling,
): string {
  const may = { who: tell.who(licensee), work: `${work}`, time: duration(seconds) }
  return [
    words.licences.acquire.may(may),
    ...ground(claim, tier),
    ...cost(maxFee, terms, tell),
  ].join(' ')
}

const licences: CallSentences<typeof iLicencesAbi> = {
  accredit: ([attester, until], { who }) =>
    words.licences.accredit({ who: who(attester), when: date(until) }),
  acquire,
  acquireWithPermit: acquire,
  attestCommonGood: ([body, until], { who }) =>
    words.licences.attestCommonGood({ who: who(body), when: date(until) }),
  claimFor: ([account], { who }) => words.licences.claimFor({ who: who(account) }),
  claimTo: ([to], { who }) => words.licences.claimTo({ to: who(to) }),
  pourToFund: () => words.licences.pourToFund,
  refund: ([family, receipt, to], { who }) =>
    words.licences.refund({ work: `${family}`, receipt: `${receipt}`, to: who(to) }),
  release: ([family, licensee], { who }) =>
    words.licences.release({ work: `${family}`, who: who(licensee) }),
  renew: ([family, , seconds, maxFee, terms], tell) =>
    [
      words.licences.renew({ work: `${family}`, time: duration(seconds) }),
      ...cost(maxFee, terms, tell),
    ].join(' '),
  split: ([work]) => words.licences.split({ work: `${work}` }),
  withdrawCommonGood: ([body], { who }) => words.licences.withdrawCommonGood({ who: who(body) }),
}

const contributions: CallSentences<typeof iContributionsAbi> = {
  attest: ([family, contributor, , points], { who }) =>
    words.contributions.attest({
      who: who(contributor),
      work: `${family}`,
      points: number(points),
    }),
  mature: ([family]) => words.contributions.mature({ work: `${family}` }),
  nameAttester: ([attester, quota, until], { who }) =>
    words.contributions.nameAttester({
      who: who(attester),
      quota: number(quota),
      when: date(until),
    }),
  withdraw: ([family]) => words.contributions.withdraw({ work: `${family}` }),
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ calls: { contributions, licences } }]
