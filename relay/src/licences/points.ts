// SPDX-License-Identifier: AGPL-3.0-or-later
/** Contributions that nobody took back in time. */
import { iContributionsAbi } from '@phyle/sdk/generated/abi'
import { encodeFunctionData, getAbiItem, type Hex } from 'viem'
import { inFederation, type Look, type Task } from '../chores/chore.ts'

const abi = iContributionsAbi

interface Contribution {
  readonly family: bigint
  readonly artefact: Hex
  readonly maturesAt: number
}

export const pointChores = inFederation((book, { contributions: target }) => {
  const contributions = new Map<string, Contribution>()
  book.believe(target)
  book.on(getAbiItem({ abi, name: 'ContributionAttested' }), ({ args }) => {
    const { family, artefact, maturesAt } = args
    contributions.set(`${family}/${artefact}`, { family, artefact, maturesAt })
  })
  const forget = ({ args }: { args: Pick<Contribution, 'family' | 'artefact'> }) => {
    contributions.delete(`${args.family}/${args.artefact}`)
  }
  book.on(getAbiItem({ abi, name: 'ContributionWithdrawn' }), forget)
  book.on(getAbiItem({ abi, name: 'ContributionCounted' }), forget)

  const find = async ({ head: { time } }: Look): Promise<readonly Task[]> => {
    const tasks: Task[] = []
    for (const [key, { family, artefact, maturesAt }] of contributions) {
      if (time < maturesAt) continue
      const data = encodeFunctionData({
        abi,
        functionName: 'mature',
        args: [family, artefact],
      })
      tasks.push({ name: `mature ${key}`, target, data })
    }
    return tasks
  }
  return [{ find }]
})
