// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseArgs } from 'node:util'
import { getAddress, isAddress } from 'viem'

const USAGE = `npm run works:import -- [options] FILE…
  --dry-run         only read the files and say what they hold
  --json            one object a line
  --coop ADDRESS    the co-op that looks after the works; your key is one that it let register works
                    (default on the local chain: the co-op that named an example person last)
  --network NAME    a network of hardhat.config.ts (default: localhost)
  --rpc URL         where its chain answers (default on the local chain: $PHYLE_RPC_URL, else where
                    the npm start of this folder runs it, else http://127.0.0.1:8545)`

export interface Options {
  readonly files: readonly string[]
  readonly dryRun: boolean
  readonly json: boolean
  readonly coop: string | undefined
  readonly network: string
  readonly rpc: string | undefined
}

export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args)
  if (positionals.length === 0) throw new UsageError(USAGE)
  const { coop, rpc } = values
  if (coop !== undefined && !isAddress(coop, { strict: false })) {
    throw new UsageError(`--coop ${coop} is no address`)
  }
  if (rpc !== undefined && !URL.canParse(rpc))
    throw new UsageError(`--rpc ${rpc} is no web address`)
  return {
    files: positionals,
    dryRun: values['dry-run'],
    json: values.json,
    coop: coop === undefined ? undefined : getAddress(coop),
    network: values.network,
    rpc,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        coop: { type: 'string' },
        network: { type: 'string', default: 'localhost' },
        rpc: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`)
  }
}
