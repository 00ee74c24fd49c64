// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BytesLike } from 'ethers'
import {
  CommonsBonds__factory,
  CommonsFund__factory,
  Licences__factory,
  Phyle__factory,
  Works__factory,
} from '../../types/ethers-contracts/index.ts'

const SINGLETON = { PHYLE: 0, FUND: 1, BONDS: 2, WORKS: 3, MACHINES: 4, LICENCES: 5 } as const
const KIND = { ORDINARY: 0, SPECIAL: 2 } as const

export type RootAct = { singleton: number; selector: BytesLike; kind: number }

/** What the root of a phyle may do by less than a founding decision. */
export function rootActs(): RootAct[] {
  const phyle = Phyle__factory.createInterface()
  const fund = CommonsFund__factory.createInterface()
  const bonds = CommonsBonds__factory.createInterface()
  const works = Works__factory.createInterface()
  const licences = Licences__factory.createInterface()
  const act = (singleton: number, selector: string, kind: number): RootAct => ({
    singleton,
    selector,
    kind,
  })
  return [
    act(SINGLETON.PHYLE, phyle.getFunction('setLeastLevy').selector, KIND.ORDINARY),
    act(SINGLETON.PHYLE, phyle.getFunction('setEarningLimit').selector, KIND.SPECIAL),
    act(SINGLETON.PHYLE, phyle.getFunction('setNoticePeriod').selector, KIND.SPECIAL),
    act(SINGLETON.FUND, fund.getFunction('setPolicy').selector, KIND.SPECIAL),
    act(SINGLETON.FUND, fund.getFunction('spendReserve').selector, KIND.SPECIAL),
    act(SINGLETON.BONDS, bonds.getFunction('endorse').selector, KIND.ORDINARY),
    act(SINGLETON.BONDS, bonds.getFunction('setMostCap').selector, KIND.SPECIAL),
    act(SINGLETON.WORKS, works.getFunction('approveLicence').selector, KIND.ORDINARY),
    act(SINGLETON.LICENCES, licences.getFunction('accredit').selector, KIND.ORDINARY),
    act(SINGLETON.LICENCES, licences.getFunction('withdrawCommonGood').selector, KIND.SPECIAL),
  ]
}
