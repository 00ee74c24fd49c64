// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Address, encodeEventTopics, getAddress, type Log, pad, parseAbiItem } from 'viem'
import { type Book, openBook } from './book.ts'

const settings = {
  deployment: { chainId: 1, block: 0, registrars: [], house: null },
  executes: false,
}
const one = (n: number): Address => getAddress(pad(`0x${n.toString(16)}`, { size: 20 }))
const [OFFICE, CLONE, STRANGER] = [one(1), one(2), one(3)] as const

const Made = parseAbiItem('event Made(address indexed clone)')
const Said = parseAbiItem('event Said(address indexed who)')

const Counted = parseAbiItem('event Said(uint256 indexed times)')

const log = (
  address: Address,
  event: typeof Made | typeof Said | typeof Counted,
  who: Address | bigint,
): Log => ({
  ...{ address, data: '0x', blockHash: null, blockNumber: 1n, logIndex: 0, removed: false },
  topics: encodeEventTopics({ abi: [event], args: [who] as never }) as [`0x${string}`],
  transactionHash: null,
  transactionIndex: 0,
})

function told() {
  const heard: string[] = []
  const reading = openBook(settings, (book) => {
    book.believe(OFFICE)
    book.on(Said, ({ address, args }) => heard.push(`${address} said ${args.who}`))
    book.on(Made, ({ args }) => book.believe(args.clone), { first: true })
  })
  return { heard, reading }
}

it('tells nothing of strangers, and keeps none of their logs', () => {
  const { heard, reading } = told()
  const logs = [log(STRANGER, Said, OFFICE), log(OFFICE, Said, CLONE)]
  assert.deepEqual(reading.take(logs), logs.slice(1))
  assert.deepEqual(heard, [`${OFFICE} said ${CLONE}`])
})

it('hears what makes others known before what they say, whatever stood first', () => {
  const { heard, reading } = told()
  reading.take([log(CLONE, Said, OFFICE), log(OFFICE, Made, CLONE)])
  assert.deepEqual(heard, [`${CLONE} said ${OFFICE}`])
})

it('tells events of one name apart by what they carry', () => {
  const heard: string[] = []
  const reading = openBook(settings, (book) => {
    book.believe(OFFICE)
    book.on(Said, ({ args }) => heard.push(`by ${args.who}`))
    book.on(Counted, ({ args }) => heard.push(`${args.times} times`))
  })
  reading.take([log(OFFICE, Said, CLONE), log(OFFICE, Counted, 3n)])
  assert.deepEqual(heard, [`by ${CLONE}`, '3 times'])
})

it('names those whose past is to be read once, and none that was believed already', () => {
  const reading = openBook(settings, (book) => {
    book.believe(OFFICE)
    book.on(Made, ({ args }) => book.adopt(args.clone))
  })
  reading.take([log(OFFICE, Made, CLONE), log(OFFICE, Made, OFFICE), log(OFFICE, Made, CLONE)])
  assert.deepEqual(reading.adopted(), [CLONE])
  assert.deepEqual(reading.adopted(), [])
})

it('opens what several chapters use only once', () => {
  let opened = 0
  const open = (_: Book) => {
    opened += 1
    return opened
  }
  openBook(settings, (book) => assert.equal(book.use(open), book.use(open)))
  assert.equal(opened, 1)
})
