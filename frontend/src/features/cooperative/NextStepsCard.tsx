import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { isAddressEqual } from 'viem'
import { useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { useHouse } from '../../chain/settings.tsx'
import { device } from '../../device/storage.ts'
import type { CardProps } from '../../shell/feature.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CopyButton } from '../../ui/Copy.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { linkTo } from '../../ui/linkTo.ts'
import { Qr } from '../../ui/Qr.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { shell } from '../../words/shell/words.ts'
import { type NextStep, nextSteps } from './nextSteps.ts'
import { Receive } from './Receive.tsx'

const words = cooperative.nextSteps

/** What a new co-op does next, for its members. */
export function NextStepsCard({ coop }: CardProps) {
  const { memberships } = useMe()
  const member = memberships.some((one) => one.coop === coop.coop && one.left === null)
  return member && <NextSteps coop={coop} />
}

/** It ticks itself, and goes when all is done or nobody wants it. */
function NextSteps({ coop }: CardProps) {
  const hidden = `phyle.steps.${coop.coop.toLowerCase()}`
  const [isHidden, setHidden] = useState(() => device.get(hidden) !== null)
  const house = useHouse()
  const proposals = useIndex('/api/proposals', isHidden ? null : {}, { coop: coop.coop })
  const account = useIndex('/api/coops/:coop/account', isHidden ? null : { coop: coop.coop })
  const applications = useIndex(
    '/api/coops/:coop/applications',
    isHidden ? null : { coop: coop.coop },
  )
  const own = useIndex('/api/people/:wallet', isHidden || !house ? null : { wallet: coop.coop })
  const known = proposals.data && account.data && applications.data && (own.data || !house)
  if (isHidden || !known) return null
  const steps = nextSteps({
    coop,
    proposals: proposals.data.data.length,
    moves: account.data.data,
    applications: applications.data.data,
    hasApplied: (own.data?.data.applications ?? []).some(
      (one) => one.state === 'open' && house !== null && isAddressEqual(one.coop, house.root),
    ),
  })
  if (steps.every(({ state }) => state === 'done')) return null
  return (
    <Card id="next" title={words.title}>
      <ol className="m-0 flex list-none flex-col p-0">
        {steps.map(({ step, state }) => (
          <li
            key={step}
            className="flex flex-col gap-2 border-t border-line py-3.5 first:border-0 first:pt-0 last:pb-0"
          >
            <h3 className={state === 'done' ? 'text-soft' : undefined}>
              <span aria-hidden="true">{state === 'done' ? '✓ ' : '○ '}</span>
              {words.steps[step].name}{' '}
              {state !== 'open' && (
                <span className="font-sans text-sm font-normal text-soft">
                  ({state === 'done' ? words.done : words.steps[step].begun})
                </span>
              )}
            </h3>
            {state !== 'done' && (
              <>
                <p className="m-0 text-soft">{words.steps[step].what}</p>
                <Way coop={coop} step={step} />
              </>
            )}
          </li>
        ))}
      </ol>
      <Button
        look="link"
        className="self-start"
        onClick={() => {
          device.set(hidden, '1')
          setHidden(true)
        }}
      >
        {words.hide}
      </Button>
    </Card>
  )
}

/** How the step is taken from here. */
function Way({ coop, step }: { coop: CoopDetail; step: NextStep }): ReactNode {
  if (step === 'money') {
    return (
      <Disclosure summary={words.receive}>
        <Receive coop={coop} />
      </Disclosure>
    )
  }
  if (step === 'invite') {
    const link = linkTo(`/coops/${coop.coop}/join`)
    return (
      <div className="flex flex-col items-start gap-3">
        <CopyButton text={link}>{shell.copy({ what: words.link })}</CopyButton>
        <Disclosure summary={words.code}>
          <Qr text={link} label={words.codeName({ coop: coop.name })} />
          <p className="m-0 max-w-[44ch] text-sm break-all text-soft">{link}</p>
        </Disclosure>
      </div>
    )
  }
  return (
    <Link
      to="/propose/$coop"
      params={{ coop: coop.coop }}
      search={step === 'federation' ? { what: 'join' } : {}}
      className={`self-start ${buttonClass()}`}
    >
      {words.steps[step].act}
    </Link>
  )
}
