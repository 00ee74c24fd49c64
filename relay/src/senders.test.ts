// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { addressOf, proxiesOf, senderKey } from './senders.ts'

const proxies = proxiesOf('127.0.0.1, ::1, 10.0.0.0/8, fd00::/8')

it('counts one IPv4 address, and one /64 of IPv6, as one sender', () => {
  assert.equal(senderKey('203.0.113.9'), '203.0.113.9')
  assert.equal(senderKey('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
  assert.equal(senderKey('2001:0DB8:1:2::9'), '2001:db8:1:2::/64')
  assert.equal(senderKey('2001:db8::9'), '2001:db8:0:0::/64')
  assert.equal(senderKey('::1'), '0:0:0:0::/64')
  assert.equal(senderKey('fe80::1%eth0'), 'fe80:0:0:0::/64')
  assert.equal(senderKey('64:ff9b::192.0.2.1'), '64:ff9b:0:0::/64')
})

it('has one sender for all 2^64 addresses of a network, and others for others', () => {
  const group = fc.nat(0xffff).map((n) => n.toString(16))
  const four = fc.tuple(group, group, group, group).map((groups) => groups.join(':'))
  fc.assert(
    fc.property(four, four, four, four, (network, other, host, guest) => {
      assert.equal(senderKey(`${network}:${host}`), senderKey(`${network}:${guest}`))
      fc.pre(network !== other)
      assert.notEqual(senderKey(`${network}:${host}`), senderKey(`${other}:${host}`))
    }),
  )
})

it('takes the word of its own proxies only, and of those before them none', () => {
  const from = (connection: string, forwarded?: string) => addressOf(connection, forwarded, proxies)
  assert.equal(from('203.0.113.9', '198.51.100.1'), '203.0.113.9', 'no proxy of ours')
  assert.equal(from('127.0.0.1', '198.51.100.1'), '198.51.100.1')
  assert.equal(from('::ffff:127.0.0.1', '198.51.100.1'), '198.51.100.1')
  assert.equal(from('127.0.0.1', '9.9.9.9, 198.51.100.1'), '198.51.100.1', 'forged before it')
  assert.equal(from('127.0.0.1', '198.51.100.1, 10.1.2.3'), '198.51.100.1', 'two of ours')
  assert.equal(from('fd00::2', '[2001:db8::1]:4711'), '2001:db8::1')
  assert.equal(from('127.0.0.1', 'anything at all'), '127.0.0.1')
  assert.equal(from('127.0.0.1'), '127.0.0.1')
})

it('refuses what is no network', () => {
  for (const wrong of ['nowhere', '10.0.0.0/33', '::1/129', '10.0.0.0/x']) {
    assert.throws(() => proxiesOf(wrong), RangeError)
  }
})
