import { CHOICE } from '@phyle/sdk/chapters/assembly/enums'
import { contracts } from '@phyle/sdk/generated/chapters/acts'
import { encodeFunctionData, zeroHash } from 'viem'
import { afterAll, describe, expect, it } from 'vitest'
import { readAction } from '../src/features/assembly/readActions.ts'
import { speak } from '../src/words/chapter.ts'
import { address, coop, house, readerIn, says } from './kit/house.ts'

const ROOT = { membership: address(30), assembly: address(31) }
const reader = readerIn({ symbol: 'EUR', decimals: 2, iso: 'EUR' }, { root: ROOT })
const read = (target: `0x${string}`, data: `0x${string}`) =>
  readAction({ target, value: '0', data }, reader).sentence

describe('What can be done in a chapter', () => {
  afterAll(() => speak('en'))

  it.each(Object.entries(contracts))(
    'is said in the reader’s language for %s',
    (name, { words }) => {
      const said = says.flatMap(({ calls }) => {
        const here: Readonly<Record<string, object>> = { ...calls }
        return Object.keys(here[name] ?? {})
      })
      expect(said.toSorted()).toEqual(Object.keys(words).toSorted())
    },
  )

  const year = 365 * 86_400
  const renew = encodeFunctionData({
    abi: contracts.licences.abi,
    functionName: 'renew',
    args: [7n, 0, year, 9_000n, 2n, zeroHash, zeroHash],
  })
  it.each([
    [
      'en',
      'the co-op’s permission to use **work 7** is renewed for **1 year**. It costs **90 euros at the most**. Version 2 of its terms applies.',
    ],
    [
      'fr',
      'l’autorisation de la coopérative d’utiliser l’**œuvre 7** est renouvelée pour **1 an**. Le prix est de **90 euros au plus**. La version 2 de ses conditions s’applique.',
    ],
    [
      'es',
      'el permiso de la cooperativa para usar la **obra 7** se renueva por **1 año**. Cuesta **90 euros como máximo**. Se aplica la versión 2 de sus condiciones.',
    ],
    [
      'it',
      'il permesso della cooperativa di usare l’**opera 7** è rinnovato per **1 anno**. Costa **al massimo 90 euro**. Vale la versione 2 delle sue condizioni.',
    ],
  ] as const)('is a sentence with what it is about, in %s', async (language, sentence) => {
    await speak(language)
    expect(read(house.licences, renew).replaceAll('\u00a0', ' ')).toBe(sentence)
  })

  it('tells the assembly of the co-op from that of the federation', async () => {
    await speak('en')
    const vote = encodeFunctionData({
      abi: contracts.assembly.abi,
      functionName: 'castVote',
      args: [3n, CHOICE.object],
    })
    expect(read(coop.assembly, vote)).toBe('the co-op **objects to decision 3** in this co-op.')
    expect(read(ROOT.assembly, vote)).toBe('the co-op **objects to decision 3** in the federation.')
  })
})
