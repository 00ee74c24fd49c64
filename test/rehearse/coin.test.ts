// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { NETWORKS } from '../../scripts/rehearse/networks.ts'
import { permitTypedData, splitSignature } from '../../sdk/src/permit.ts'
import { RehearsalCoin__factory } from '../../types/ethers-contracts/index.ts'
import { DAY, ethers, type Signer, time } from '../kit/chain.ts'

const { gnosis, base } = NETWORKS

describe('The coin of a rehearsal', () => {
  async function coinOf({ currency }: typeof gnosis) {
    const [issuer, owner, spender] = (await ethers.getSigners()) as [Signer, Signer, Signer]
    const { name, symbol, version, decimals, tellsDomain } = currency
    const coin = await new RehearsalCoin__factory(issuer).deploy(
      ...([name, symbol, version, decimals, tellsDomain, issuer.address] as const),
    )
    return { coin, issuer, owner, spender, currency }
  }

  it('has the decimals of the real one', async () => {
    expect(await (await coinOf(gnosis)).coin.decimals()).to.equal(18n)
    expect(await (await coinOf(base)).coin.decimals()).to.equal(6n)
  })

  it('is made by its issuer alone', async () => {
    const { coin, owner } = await coinOf(base)
    await coin.mint(owner.address, 5n)
    expect(await coin.balanceOf(owner.address)).to.equal(5n)
    await expect(coin.connect(owner).mint(owner.address, 5n))
      .to.be.revertedWithCustomError(coin, 'OnlyTheIssuer')
      .withArgs(owner.address)
  })

  it('tells its domain only where the real one does', async () => {
    expect((await (await coinOf(gnosis)).coin.eip712Domain())[2]).to.equal('1')
    const { coin } = await coinOf(base)
    await expect(coin.eip712Domain()).to.be.revertedWithCustomError(coin, 'DomainUntold')
    expect(await coin.version()).to.equal('2')
  })

  it('takes a permit of its own version, once and in time', async () => {
    const { coin, owner, spender, currency } = await coinOf(base)
    const verifyingContract = (await coin.getAddress()) as `0x${string}`
    const deadline = BigInt((await time.latest()) + DAY)
    const sign = async (version: string) => {
      const { domain, types, message } = permitTypedData(
        { name: currency.name, version, chainId: 31_337, verifyingContract },
        {
          owner: owner.address as `0x${string}`,
          spender: spender.address as `0x${string}`,
          value: 7n,
          nonce: await coin.nonces(owner.address),
          deadline,
        },
      )
      const signature = await owner.signTypedData(domain, { Permit: [...types.Permit] }, message)
      return splitSignature(signature as `0x${string}`)
    }
    const give = ({ v, r, s }: Awaited<ReturnType<typeof sign>>, until = deadline) =>
      coin.permit(owner.address, spender.address, 7n, until, v, r, s)

    const wrong = await sign('1')
    await expect(give(wrong)).to.be.revertedWithCustomError(coin, 'ERC2612InvalidSigner')
    const right = await sign('2')
    await expect(give(right, 1n)).to.be.revertedWithCustomError(coin, 'ERC2612ExpiredSignature')
    await give(right)
    expect(await coin.allowance(owner.address, spender.address)).to.equal(7n)
    await expect(give(right)).to.be.revertedWithCustomError(coin, 'ERC2612InvalidSigner')
  })
})
