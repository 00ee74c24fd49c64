import { fireEvent, render, screen } from '@testing-library/react'
import { Toaster, toast } from 'sonner'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CopyButton, copy } from '../src/ui/Copy.tsx'
import { shell } from '../src/words/shell/words.ts'

const LINK = 'https://example.org/#/la-louve/decisions/7'

function clipboard(writeText: (text: string) => Promise<void>) {
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }))
}

afterEach(() => {
  vi.unstubAllGlobals()
  for (const { id } of toast.getToasts()) toast.dismiss(id)
})

const show = () =>
  render(
    <>
      <CopyButton text={LINK}>Copy link</CopyButton>
      <Toaster />
    </>,
  )

describe('copying', () => {
  it('says that it copied when the clipboard took it, and not before', async () => {
    let take = () => {}
    const written: string[] = []
    clipboard((text) => {
      written.push(text)
      return new Promise((resolve) => {
        take = resolve
      })
    })
    show()
    fireEvent.click(screen.getByRole('button', { name: 'Copy link' }))
    expect(written).toEqual([LINK])
    expect(screen.queryByText(shell.copied)).toBeNull()
    take()
    expect(await screen.findByText(shell.copied)).toBeTruthy()
  })

  it('says that it was refused, and gives the text selected to be copied by hand', async () => {
    clipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')))
    show()
    fireEvent.click(screen.getByRole('button', { name: 'Copy link' }))
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox')
    expect(screen.getByRole('alert').textContent).toBe(shell.notCopied)
    expect(field.value).toBe(LINK)
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, LINK.length])
    expect(document.activeElement).toBe(field)
    expect(screen.queryByText(shell.copied)).toBeNull()
  })

  it('says so as well where the browser has no clipboard at all', async () => {
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: undefined }))
    render(<Toaster />)
    await copy(LINK)
    expect(await screen.findByText(shell.notCopied)).toBeTruthy()
    expect(screen.getByText(LINK)).toBeTruthy()
  })
})
