import { Outlet, RouterProvider } from '@tanstack/react-router'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { router } from '../src/routes.tsx'

vi.mock('../src/shell/Layout.tsx', () => ({ Layout: () => <Outlet /> }))
vi.mock('../src/features/assembly/DecisionPage.tsx', () => ({
  DecisionPage: () => <input aria-label="Your reason" defaultValue="" />,
}))

const assembly = '0x00000000000000000000000000000000000000a1'
const decision = (id: string) =>
  router.navigate({ to: '/decisions/$assembly/$id', params: { assembly, id } })

it('takes nothing that was typed or chosen for one decision over to another', async () => {
  await decision('7')
  render(<RouterProvider router={router} />)
  const reason = await screen.findByLabelText<HTMLInputElement>('Your reason')
  fireEvent.change(reason, { target: { value: 'Too dear' } })
  await decision('8')
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Your reason').value).toBe(''))
})
