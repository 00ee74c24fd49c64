import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { ReceiptProof } from '../src/chain/receiptProof.ts'
import { ReceiptCheck, Shown } from '../src/features/licences/ReceiptCheck.tsx'
import { licences } from '../src/words/licences/words.ts'
import { genuine, standing, written } from './kit/receipt.ts'

const region = (name: string) => within(screen.getByRole('region', { name }))
const said = () => screen.getByRole('region', { name: 'What the network says' }).textContent ?? ''

function show(
  change: (file: Record<string, Record<string, unknown>>) => void,
  proof: ReceiptProof = genuine,
) {
  const file = JSON.parse(written)
  change(file)
  render(<Shown assessment={standing(JSON.stringify(file), proof)} />)
}

it('prints what the network says as fact, and a forgery only as what the file says', () => {
  show((file) => {
    Object.assign(file.work ?? {}, { title: 'Evil Loom', licence: 'Evil-1.0' })
    Object.assign(file.invoice ?? {}, { gross: '1.23', currency: 'XAU', number: 'EVIL-1' })
    Object.assign(file.supplier ?? {}, { name: 'Evil Ltd' })
    Object.assign(file.customer ?? {}, { name: 'Evil Buyer' })
  })
  expect(screen.getByText('This receipt does not hold')).toBeTruthy()
  expect(said()).toContain('Mill')
  expect(said()).toContain('240 EUR (token EURd)')
  expect(said()).toContain('A co-op')
  expect(said()).not.toMatch(/evil|1\.23|XAU/i)
  expect(
    screen.getByText('work.title: the file says “Evil Loom”, the network “Mill”.'),
  ).toBeTruthy()
})

it('shows what was added in its own place, whatever it is called and however it is written', () => {
  show((file) => {
    Object.assign(file, {
      constructor: 'Evil 1',
      verdict: '\u202eevil\u202c\n✓ This receipt holds',
      ...Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`key${at}`, 'x'.repeat(900)])),
    })
  })
  const added = region('Added by whoever holds this file')
  expect(added.getByText('Evil 1')).toBeTruthy()
  expect(added.getByText('\ufffdevil\ufffd\ufffd✓ This receipt holds')).toBeTruthy()
  expect(added.getByText(/^And \d+ more\.$/)).toBeTruthy()
  expect(said()).not.toMatch(/evil/i)
})

it('says what could not be read where the network answered only in part', () => {
  const facts = { ...genuine.facts, work: null, token: null, steward: null }
  show(() => {}, { ...genuine, facts })
  expect(screen.getByText('Not everything could be checked')).toBeTruthy()
  expect(said()).toContain('could not be read just now')
  expect(said()).not.toContain('Mill,')
  expect(said()).not.toContain('240')
})

it('shows nothing as fact where the network was silent', () => {
  show(() => {}, { found: 'silent' })
  expect(screen.getByText('Not everything could be checked')).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'What the network says' })).toBeNull()
})

it('lets no name turn the words around it, however it was declared or registered', () => {
  const work = genuine.facts.work && {
    ...genuine.facts.work,
    title: 'Mill\u202e',
    licensor: 'A\u2067',
  }
  const facts = { ...genuine.facts, work, steward: { now: 'Co\u200fop', atIssue: null } }
  show(() => {}, { ...genuine, facts })
  expect(said()).not.toMatch(/\p{Cf}/u)
  expect(screen.getByText('A firm').tagName, 'its direction ends with it').toBe('BDI')
})

/** A file that is read when it is told to be. */
function slow(text: string) {
  const reading = Promise.withResolvers<ArrayBuffer>()
  const file = { slice: () => ({ arrayBuffer: () => reading.promise }) }
  const bytes = new TextEncoder().encode(text).buffer
  return { file, read: () => act(async () => reading.resolve(bytes)), reading }
}
const choose = (file: object) =>
  fireEvent.change(screen.getByLabelText(/./), { target: { files: [file] } })

it('says nothing of the last file while another one is read, cannot be, or is read too late', async () => {
  const { fileFaults } = licences.check
  render(<ReceiptCheck />)
  const [older, newer, broken] = [
    slow('{"format":"phyle-licence-receipt/1"}'),
    slow('{}'),
    slow(''),
  ]
  choose(older.file)
  choose(newer.file)
  await newer.read()
  await older.read()
  expect(screen.getByText(fileFaults.foreign.why)).toBeTruthy()
  expect(screen.queryByText(fileFaults.version.why)).toBeNull()
  choose(broken.file)
  expect(screen.queryByText(fileFaults.foreign.why)).toBeNull()
  await act(async () => broken.reading.reject(new Error('it is on a disk that is gone')))
  expect(screen.getByText('it cannot be read', { exact: false })).toBeTruthy()
})
