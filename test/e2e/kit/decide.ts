// SPDX-License-Identifier: AGPL-3.0-or-later
/** Decisions that a story is not about: they are proposed, pass, and are carried out. */
import type { Page } from '@playwright/test'
import { type Address, createTestClient, createWalletClient, http } from 'viem'
import type { ProposalSummary } from '../../../sdk/src/chapters/assembly/api.ts'
import { CHOICES } from '../../../sdk/src/chapters/assembly/enums.ts'
import type { Deployments } from '../../../sdk/src/deployments.ts'
import { iAssemblyAbi } from '../../../sdk/src/generated/abi.ts'
import { chainNow, client, house, passTo, RPC_URL } from './chain.ts'
import { caughtUp, othersVote, told } from './overview.ts'
import { expect } from './story.ts'

/** The contract with which co-ops post notices. */
export async function board(): Promise<string> {
  const answer = await fetch(`${process.env.PHYLE_URL}/deployments.json`)
  const { implementations } = (await answer.json()) as Deployments
  return implementations.NoticeBoard?.address ?? ''
}

/** Proposes what is drafted, and waits until the index knows it. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByRole('link', { name: 'Go to the decision' }).click()
  await caughtUp()
}

type Decision = Pick<
  ProposalSummary,
  'assembly' | 'id' | 'snapshot' | 'votingStarts' | 'executableFrom'
>

/** Lets time pass, and somebody presses the button. */
async function carryOut(page: Page, { assembly, id, executableFrom }: Decision): Promise<void> {
  await passTo(executableFrom + 1)
  await caughtUp()
  await page.goto(`#/decisions/${assembly}/${id}`)
  await page.getByRole('button', { name: 'Carry it out' }).click()
  await expect(page.getByText('Carried out: ')).toBeVisible()
  await caughtUp()
}

async function toOpen({ votingStarts }: Decision): Promise<void> {
  if ((await chainNow()) <= votingStarts) await passTo(votingStarts + 1)
}

/** Everybody votes for it, and somebody presses the button. */
export async function pass(page: Page, decision: Decision): Promise<void> {
  await toOpen(decision)
  await othersVote(decision, 'for')
  await carryOut(page, decision)
}

/** Every co-op votes for it as its own members decided, beside the story, and somebody presses the button. */
export async function passInFederation(page: Page, decision: Decision): Promise<void> {
  await toOpen(decision)
  const { phyle } = await house()
  const { data: coops } = await told(
    '/api/federations/:phyle/coops',
    `/api/federations/${phyle}/coops`,
  )
  for (const { coop } of coops) await voteAs(coop, decision)
  await carryOut(page, decision)
}

async function voteAs(account: Address, { assembly, id }: Decision): Promise<void> {
  const transport = http(RPC_URL)
  const bank = createTestClient({ mode: 'hardhat', transport })
  await bank.impersonateAccount({ address: account })
  await bank.setBalance({ address: account, value: 10n ** 18n })
  const hash = await createWalletClient({ account, transport }).writeContract({
    address: assembly,
    abi: iAssemblyAbi,
    functionName: 'castVote',
    args: [BigInt(id), CHOICES.indexOf('for')],
    chain: null,
  })
  await client.waitForTransactionReceipt({ hash, pollingInterval: 50 })
  await bank.stopImpersonatingAccount({ address: account })
}
