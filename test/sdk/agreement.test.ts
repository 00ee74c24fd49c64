// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the sdk has people sign is what the contracts check, byte for byte. */
import { expect } from 'chai'
import type { Address, Hex } from 'viem'
import { ballotDigest, motionOf, resolutionOf } from '../../sdk/src/ballot.ts'
import { CHOICES } from '../../sdk/src/chapters/assembly/enums.ts'
import { KINDS } from '../../sdk/src/chapters/statutes/enums.ts'
import { foundingHash } from '../../sdk/src/founding.ts'
import { LANGUAGES, languageCode } from '../../sdk/src/language.ts'
import { packRule, ruleFromChain, tallyFromChain, unpackMember } from '../../sdk/src/rule.ts'
import { descriptionOf, FORBIDDEN, titleFault } from '../../sdk/src/title.ts'
import { ethers, loadFixture, time } from '../kit/chain.ts'
import { charter, RULES, rule, rules } from '../kit/charter.ts'
import { founded, foundedAs } from '../kit/house.ts'

const CHAIN_ID = 31_337

describe('The sdk and the contracts', () => {
  it('hash a founding alike', async () => {
    const { registrar, it: founding, hash } = await loadFixture(founded)
    const own = foundingHash({
      chainId: CHAIN_ID,
      registrar: (await registrar.getAddress()) as Address,
      charter: founding.charter as unknown as Parameters<typeof foundingHash>[0]['charter'],
      founders: founding.founders as { wallet: Address; class: number }[],
      nonce: founding.nonce,
      deadline: founding.deadline,
    })
    expect(own).to.equal(hash)
  })

  it('hash a ballot alike in every language, kind and choice', async () => {
    for (const language of LANGUAGES) {
      const { assembly, who } = await foundedAs({
        language: languageCode(language),
        rules: rules({ consent: RULES.consent }),
      })
      await time.increase(1)
      for (const [kind, word] of KINDS.entries()) {
        const title = `Entscheidung ${kind} für alle`
        await assembly
          .connect(kind < 3 ? who.ada : who.bo)
          .proposeAs(kind, [], [], [], descriptionOf(title))
        const proposal = BigInt(kind + 1)
        const paper = {
          chainId: CHAIN_ID,
          assembly: (await assembly.getAddress()) as Address,
          cooperative: charter().name,
          resolution: resolutionOf(proposal, word, language, title),
          language,
          proposal,
          motion: motionOf([], descriptionOf(title)),
        }
        for (const [code, choice] of CHOICES.entries()) {
          const own = ballotDigest(paper, who.bo.address as Address, choice)
          expect(await assembly.ballotDigest(proposal, code, who.bo)).to.equal(own)
        }
      }
    }
  })

  it('read rules, tallies and members alike', async () => {
    const { assembly, membership, who } = await loadFixture(founded)
    await time.increase(1)
    await assembly.connect(who.ada).propose([], [], [], 'One')
    const names = ['workers', 'users', 'lenders']
    const { count, basis, whole } = await assembly.ruleOfProposal(1n)
    expect([Number(count), Number(basis), Number(whole)]).to.deep.equal([1, 0, 0])
    expect(ruleFromChain(rule(), names).count).to.equal('CLASS_SHARE')
    expect(packRule(rule())).to.equal(charter().rules[0])
    const tallies = await assembly.talliesOf(1n)
    const first = tallies[0]!
    const tally = tallyFromChain(
      {
        shareBps: Number(first.shareBps),
        user: first.user,
        members: Number(first.members),
        votesFor: Number(first.votesFor),
        votesAgainst: Number(first.votesAgainst),
        abstentions: Number(first.abstentions),
        objections: Number(first.objections),
      },
      'workers',
    )
    expect(tally).to.include({ share: 5000, user: true, members: 3, for: 0 })
    const [word] = await membership.wordsOf([who.bo])
    const member = await membership.memberOf(who.bo)
    expect(unpackMember(word!)).to.deep.include({
      id: Number(member.id),
      class: Number(member.class),
      joined: Number(member.joined),
      left: 0,
    })
  })

  it('refuse the same titles', async () => {
    const { assembly, who } = await loadFixture(founded)
    await time.increase(1)
    const points = FORBIDDEN.flatMap(([from, to]) => [from - 1, from, to, to + 1]).filter(
      (point) => point >= 0,
    )
    // Each as it is, and its neighbours, that are none.
    const spaces = [0x20, 0xa0, 0x1680, 0x2000, 0x200a, 0x202f, 0x205f, 0x3000].flatMap((point) => {
      return [point - 1, point, point + 1].map((one) => String.fromCodePoint(one))
    })
    const titles = [
      ...points.map((point) => `a${String.fromCodePoint(point)}b`),
      ...spaces.flatMap((space) => [space, `${space}a`, `a${space}`, `a${space}b`, `a${space} b`]),
      '',
      '   ',
      'x'.repeat(96),
      'x'.repeat(97),
      '🚲'.repeat(24),
    ]
    for (const [i, title] of titles.entries()) {
      // A line ends at U+000A; what follows is no longer title.
      if (title.includes('\n')) continue
      const description = title === '' ? `\n${i}` : `${title}\n${i}`
      const proposing = assembly.connect(who.ada).propose.staticCall([], [], [], description)
      const refused = await proposing.then(
        () => false,
        (error: { data?: Hex }) => {
          const name = assembly.interface.parseError(error.data ?? '0x')?.name
          expect(name).to.equal('TitleInvalid')
          return true
        },
      )
      expect(refused, ethers.hexlify(ethers.toUtf8Bytes(title))).to.equal(
        titleFault(title) !== null,
      )
    }
  })
})
