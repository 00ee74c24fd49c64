import type { Machine } from '@phyle/sdk/chapters/commons/api'
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import { iCommonsBondsAbi, iCommonsFundAbi } from '@phyle/sdk/generated/abi'
import { useQuery } from '@tanstack/react-query'
import { type Address, isAddressEqual } from 'viem'
import { type Config, useConfig } from 'wagmi'
import { getContractEvents } from 'wagmi/actions'
import { readMachinesCount, readMachinesMachineOf } from '../generated/contracts.ts'
import { useIndex } from './indexClient.ts'
import { inStretches } from './logs.ts'
import { useHouse } from './settings.tsx'

/** A machine and what was paid for its use. */
export type UsedMachine = Pick<Machine, 'id' | 'name' | 'rent' | 'rentPeriod' | 'income'> & {
  readonly bought: { readonly time: number }
}

async function nameOf(config: Config, house: PhyleHouse, series: bigint): Promise<string> {
  const [floated] = await inStretches(config, BigInt(house.block), (fromBlock, toBlock) =>
    getContractEvents(config, {
      address: house.bonds,
      abi: iCommonsBondsAbi,
      eventName: 'Floated',
      args: { seriesId: series },
      fromBlock,
      toBlock,
      strict: true,
    }),
  )
  return floated?.args.terms.title ?? ''
}

async function incomeOf(config: Config, house: PhyleHouse, machine: bigint): Promise<bigint> {
  const poured = await inStretches(config, BigInt(house.block), (fromBlock, toBlock) =>
    getContractEvents(config, {
      address: house.fund,
      abi: iCommonsFundAbi,
      eventName: 'Poured',
      args: { source: SOURCE.machine, ref: machine },
      fromBlock,
      toBlock,
      strict: true,
    }),
  )
  return poured.reduce((sum, { args }) => sum + args.amount, 0n)
}

/** The machines lent to a co-op, from the register itself. */
async function readUsed(
  config: Config,
  house: PhyleHouse,
  coop: Address,
): Promise<readonly UsedMachine[]> {
  const address = house.machines
  const count = Number(await readMachinesCount(config, { address }))
  const all = await Promise.all(
    Array.from({ length: count }, async (_, before) => {
      const id = BigInt(before + 1)
      return { id, entry: await readMachinesMachineOf(config, { address, args: [id] }) }
    }),
  )
  return Promise.all(
    all
      .filter(({ entry }) => isAddressEqual(entry.coop, coop))
      .map(async ({ id, entry }) => {
        const [name, income] = await Promise.all([
          nameOf(config, house, entry.seriesId),
          incomeOf(config, house, id),
        ])
        return {
          id: `${id}`,
          name,
          rent: `${entry.rent}`,
          rentPeriod: entry.rentPeriod,
          income: `${income}`,
          bought: { time: entry.boughtAt },
        }
      }),
  )
}

/** The machines that a co-op uses: from the index, or from the chain where that does not answer. */
export function useMachinesOf(coop: Address) {
  const house = useHouse()
  const config = useConfig()
  const indexed = useIndex(
    '/api/machines',
    house ? {} : null,
    house ? { coop, phyle: house.phyle } : {},
  )
  const missing = indexed.isError && indexed.data === undefined
  const chain = useQuery({
    queryKey: ['machines-of', house?.phyle, coop],
    enabled: missing && house !== null,
    queryFn: () => {
      if (!house) throw new Error('not enabled')
      return readUsed(config, house, coop)
    },
  })
  const machines: readonly UsedMachine[] | undefined = indexed.data?.data ?? chain.data
  return { machines, failed: missing && chain.isError, error: chain.error }
}
