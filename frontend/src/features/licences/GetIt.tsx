import { groundCode } from '@phyle/sdk/licence'
import { useConnection } from 'wagmi'
import type { useAcquire } from '../../acts/licences.ts'
import { keepHere } from '../../chain/kept.ts'
import type { Quote } from '../../chain/permissions.ts'
import { useHouse } from '../../chain/settings.tsx'
import type { Offered } from '../../chain/works.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { date, duration } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { lengthOf, timeWords } from './Answer.tsx'
import { type Asking, type Declared, requestOf } from './asking.ts'
import { CoopVote } from './CoopVote.tsx'
import { PriceCard } from './Price.tsx'

const words = licences.quote

interface GetItProps {
  work: Offered
  asking: Asking
  answer: Quote
  declared: Declared | null
  setName: (name: string) => void
  setRegistration: (text: string) => void
  setOrder: (text: string) => void
  hold: (on: boolean) => void
  act: ReturnType<typeof useAcquire>
  done: boolean
  /** There is a permission already: this is for more time. */
  more: boolean
}

/** How the price comes about, what is declared, and the one act. */
export function GetIt(props: GetItProps) {
  const { work, asking, answer, declared, act, done, more } = props
  const { address } = useConnection()
  const signIn = useSignIn()
  const house = useHouse()
  const money = useMoney()
  const paid = answer.fee > 0n
  const missing =
    declared === null
      ? null
      : asking.name.trim() === ''
        ? ('name' as const)
        : asking.use === 'commonGood' && asking.registration.trim() === ''
          ? ('registration' as const)
          : null
  if (asking.use === 'memberCoop') {
    return <CoopVote work={work} asking={asking} time={() => timeWords(asking.seconds)} />
  }
  const get = async () => {
    if (!house) return
    keepHere(asking.order.trim())
    props.hold(true)
    const done = await act.run({
      house,
      request: requestOf(asking, work, declared, answer.fee),
      statement: declared?.document ?? null,
    })
    if (!done) props.hold(false)
  }
  return (
    <>
      {more && !done && (
        <p className="m-0">
          {paid
            ? words.more({ to: date(answer.to), amount: money(answer.fee) })
            : words.moreFree({ to: date(answer.to) })}
        </p>
      )}
      <PriceCard work={work} asking={asking} answer={answer} time={timeWords(lengthOf(answer))}>
        {address && declared && !done && (
          <form
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              void get()
            }}
          >
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label={words.name}
                help={words.nameHelp}
                error={missing === 'name' ? words.nameMissing : undefined}
              >
                <input
                  className={inputClass}
                  value={asking.name}
                  autoComplete="organization"
                  onChange={(event) => props.setName(event.target.value)}
                />
              </Field>
              {(asking.use === 'firm' || asking.use === 'commonGood') && (
                <Field
                  label={words.registration}
                  optional={asking.use === 'firm'}
                  help={asking.use === 'commonGood' ? words.registrationMissing : undefined}
                >
                  <input
                    className={inputClass}
                    value={asking.registration}
                    onChange={(event) => props.setRegistration(event.target.value)}
                  />
                </Field>
              )}
              {asking.use === 'firm' && (
                <Field label={words.order} help={words.orderHelp} optional>
                  <input
                    className={inputClass}
                    value={asking.order}
                    onChange={(event) => props.setOrder(event.target.value)}
                  />
                </Field>
              )}
            </div>
            {asking.use === 'commonGood' && !(answer.provedGrounds & GOOD_BIT) && (
              <Notice>{words.pendingBody}</Notice>
            )}
            <div className="flex flex-col gap-1">
              <h3>{words.declareTitle}</h3>
              <p className="m-0 border-l-4 border-accent pl-4">{declared.statement.use}</p>
              <p className="m-0 text-sm text-soft">{words.declared}</p>
            </div>
            <div className="flex flex-col items-start gap-2">
              <Button type="submit" look="main" disabled={act.busy || missing !== null}>
                {paid ? words.pay({ amount: money(answer.fee) }) : words.get}
              </Button>
              <p className="m-0 text-sm text-soft">
                {!paid
                  ? words.noteFree
                  : work.terms && work.terms.refundWindow > 0
                    ? words.note({ days: duration(work.terms.refundWindow) })
                    : words.noteNoWindow}
              </p>
            </div>
          </form>
        )}
        {!address && (
          <div className="flex flex-col items-start gap-2">
            <Button look="main" onClick={signIn.open}>
              {words.signIn}
            </Button>
            {asking.use === 'firm' && <p className="m-0 text-sm text-soft">{words.signInNote}</p>}
          </div>
        )}
        {act.state.step !== 'done' && (
          <Progress state={act.state} words={paid ? { signing: words.signing } : undefined} />
        )}
      </PriceCard>
    </>
  )
}

const GOOD_BIT = 1 << groundCode('COMMON_GOOD')
