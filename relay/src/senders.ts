// SPDX-License-Identifier: AGPL-3.0-or-later
/** Whom a request comes from, as far as limits go: one IPv4 address, or one /64 of IPv6. */
import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Networks whose word is taken for whom they pass on, such as `127.0.0.1` or `10.0.0.0/8`. */
export type Proxies = BlockList

/** @throws RangeError naming what is no address and no network */
export function proxiesOf(text: string): Proxies {
  const list = new BlockList()
  for (const entry of text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [address = '', bits] = entry.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    const most = family === 'ipv4' ? 32 : 128
    const prefix = bits === undefined ? most : Number(bits)
    const fits = Number.isInteger(prefix) && prefix >= 0 && prefix <= most
    if (!fits || (family === 'ipv6' && !isIPv6(address))) {
      throw new RangeError(`${entry} is no address and no network`)
    }
    list.addSubnet(address, prefix, family)
  }
  return list
}

/**
 * The address that a request comes from: of the connection, or, where that is a proxy of one's own,
 * the last in `X-Forwarded-For` that is not. What stands before that, anybody may have written.
 */
export function addressOf(
  connection: string,
  forwarded: string | undefined,
  proxies: Proxies,
): string {
  const isProxy = (address: string) =>
    (isIPv4(address) && proxies.check(address, 'ipv4')) ||
    (isIPv6(address) && proxies.check(address, 'ipv6'))
  let from = plain(connection)
  for (const next of (forwarded ?? '').split(',').toReversed().map(plain)) {
    if (!isProxy(from) || !(isIPv4(next) || isIPv6(next))) return from
    from = next
  }
  return from
}

/** What one household or one server has: an IPv4 address, or a /64. */
export function senderKey(address: string): string {
  if (!isIPv6(address)) return address
  const [before = '', after = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const front = before.split(':').filter(Boolean)
  const back = after.split(':').filter(Boolean)
  // an IPv4 address at the end stands for two groups
  const written = [...front, ...back].reduce((sum, part) => sum + (part.includes('.') ? 2 : 1), 0)
  const groups = [...front, ...Array<string>(Math.max(0, 8 - written)).fill('0'), ...back]
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}

/** Without the brackets and ports that some proxies write; IPv4 as such where it comes as IPv6. */
function plain(written: string): string {
  const text = written.trim()
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  return /^::ffff:([\d.]+)$/i.exec(bare)?.[1] ?? bare
}
