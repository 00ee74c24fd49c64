// SPDX-License-Identifier: AGPL-3.0-or-later
/** The words that members sign are the same in the contracts and in the app, in every language. */
import { ballotTypedData, resolutionOf } from '@phyle/sdk/ballot'
import { CHOICES } from '@phyle/sdk/chapters/assembly/enums'
import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import { LANGUAGES } from '@phyle/sdk/language'
import { expect } from 'chai'
import { type Hex, hashTypedData } from 'viem'
import { ethers, loadFixture } from '../kit/chain.ts'
import { language, RULES, rules } from '../kit/charter.ts'
import { foundedAs, motionOf, propose } from '../kit/house.ts'

const TITLE = 'Buy flour from the valley'

for (const code of LANGUAGES) {
  describe(`Ballots in ${code}`, () => {
    async function speaking() {
      return foundedAs({ language: language(code), rules: rules({ consent: RULES.consent }) })
    }

    for (const [kind, kindName] of KINDS.entries()) {
      it(`G10 say what is signed, for ${kindName}`, async () => {
        const house = await loadFixture(speaking)
        const { assembly, statutes, who, it: founding } = house
        const motion = await motionOf([], `# ${TITLE}\n\nIt is good flour.`)
        const id = await propose(house, motion, kind)
        const resolution = resolutionOf(id, kindName, code, TITLE)
        expect((await assembly.proposalOf(id)).resolutionHash).to.equal(ethers.id(resolution))
        expect(await statutes.language()).to.equal(language(code))
        const { chainId } = await ethers.provider.getNetwork()
        const paper = {
          chainId: Number(chainId),
          assembly: (await assembly.getAddress()) as Hex,
          cooperative: founding.charter.name,
          resolution,
          language: code,
          proposal: id,
          motion: (await assembly.proposalOf(id)).motion as Hex,
        }
        for (const [choice, choiceName] of CHOICES.entries()) {
          const signed = hashTypedData(
            ballotTypedData(paper, who.ada.address as Hex, choiceName) as never,
          )
          expect(await assembly.ballotDigest(id, choice, who.ada.address), choiceName).to.equal(
            signed,
          )
        }
      })
    }
  })
}
