// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Address, getAddress, isAddress } from 'viem'
import { type Charter, CharterError } from '../../sdk/src/charter.ts'
import { readCharter } from '../../sdk/src/charter-file.ts'
import type { Founder } from '../../sdk/src/founding.ts'

export const USAGE = `npm run found -- <charter file> [options]
  --founder ADDRESS=CLASS   a founder and the name of their class; once for each
                            (without any, on the local chain: three example people)
  --network NAME            a network of hardhat.config.ts (default: localhost)
  --rpc URL                 where its chain answers (default on the local chain: $PHYLE_RPC_URL)
  --relay URL               where founders leave their signatures
  --app URL                 the app whose link founders are sent
                            (defaults of all three: where the npm start of this folder runs them,
                            else http://127.0.0.1:8545, http://localhost:8787 and :5173)
  --body ADDRESS            who gets what is left when nobody is a member any more, if the charter
                            names nobody (default: the federation of the deployment, if there is one)
  --days N                  how long the founders have to sign (default: 30)
  --check                   only judge the charter and say what it means`

export type Options = {
  readonly charter: Charter
  readonly founders: readonly Founder[]
  readonly network: string
  readonly rpc: string | undefined
  readonly relay: string | undefined
  readonly app: string | undefined
  /** Who gets what is left, where the charter names nobody; undefined: not said. */
  readonly body: Address | undefined
  readonly days: number
  readonly check: boolean
}

export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args)
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw new UsageError(USAGE)
  const charter = charterOf(file)
  const days = Number(values.days)
  if (!Number.isInteger(days) || days < 1 || days > 365) {
    throw new UsageError('--days takes a whole number from 1 to 365')
  }
  return {
    charter,
    founders: (values.founder ?? []).map((entry) => founderOf(entry, charter)),
    network: values.network,
    rpc: address('--rpc', values.rpc),
    relay: address('--relay', values.relay),
    app: address('--app', values.app),
    body: values.body === undefined ? undefined : accountOf('--body', values.body),
    days,
    check: values.check,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        founder: { type: 'string', multiple: true },
        network: { type: 'string', default: 'localhost' },
        rpc: { type: 'string' },
        relay: { type: 'string' },
        app: { type: 'string' },
        body: { type: 'string' },
        days: { type: 'string', default: '30' },
        check: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`)
  }
}

function address(option: string, url: string | undefined): string | undefined {
  if (url !== undefined && !URL.canParse(url)) {
    throw new UsageError(`${option} ${url} is no web address`)
  }
  return url?.replace(/\/$/, '')
}

function accountOf(option: string, account: string): Address {
  if (!isAddress(account, { strict: false })) {
    throw new UsageError(`${option} ${account} is no address`)
  }
  return getAddress(account)
}

function charterOf(file: string): Charter {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`${file} cannot be read: give the path of a charter file`)
  }
  try {
    return readCharter(text)
  } catch (error) {
    if (error instanceof CharterError) throw new UsageError(`${file}: ${error.message}`)
    throw error
  }
}

function founderOf(entry: string, charter: Charter): Founder {
  const [typed = '', className = ''] = entry.split('=')
  const wallet = accountOf(`--founder ${entry}:`, typed)
  const index = charter.classes.findIndex(({ name }) => name === className)
  if (index < 0) {
    const names = charter.classes.map(({ name }) => name).join(', ')
    throw new UsageError(`--founder ${entry}: the classes of this charter are ${names}`)
  }
  return { wallet, class: index }
}
