import { fittingTitle } from '@phyle/sdk/title'
import { Link } from '@tanstack/react-router'
import { isAddressEqual } from 'viem'
import { useIndex } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { typedAddress } from '../../chain/typedAddress.ts'
import { useIsMember } from '../../chain/useIsMember.ts'
import { encodeTokenTransfer } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Rich } from '../../ui/Rich.tsx'
import { useKept } from '../../ui/useKept.ts'
import { WhoField } from '../../ui/WhoField.tsx'
import { money, shortAddress } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { statutes } from '../../words/statutes/words.ts'
import { write } from '../../words/written.ts'

const text = words.windUp

/**
 * Winding up with what there is: the federation is left by its own form, the rest of the money goes
 * to another body by this one. No contract dissolves a co-op, and the form says so.
 */
export function WindUpForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const { currency } = useSettings()
  const nameOf = useNameOf()
  const coops = useIndex('/api/coops', {})
  const [typed, setTyped] = useKept(`${keep}.to`, '')
  const to = typedAddress(typed)
  const rest = BigInt(coop.cash)
  const isIn = house !== null && coop.phyles.includes(house.phyle)
  const isMember = useIsMember(coop.membership, to)
  const isItself = to !== null && isAddressEqual(to, coop.coop)
  const wrong = isItself ? text.itself : isMember === true ? text.member : undefined
  const ready = house && !isIn && to !== null && wrong === undefined && isMember === false
  const name = to === null ? '' : (nameOf(to) ?? shortAddress(to))

  useDraft(
    ready && rest > 0n
      ? {
          title: write(coop, () => fittingTitle(text.titles.long({ name }), text.titles.short)),
          actions: [{ target: house.cash, value: 0n, data: encodeTokenTransfer([to, rest]) }],
          documents: [],
        }
      : null,
    onDraft,
  )
  return (
    <>
      <Notice>{text.cannot}</Notice>
      <ol className="m-0 flex max-w-[68ch] list-decimal flex-col gap-2 pl-5">
        {text.steps.map((step) => (
          <li key={step}>
            <Rich text={step} />
          </li>
        ))}
      </ol>
      <p className="m-0">{statutes.lock[coop.lock]}</p>
      {isIn ? (
        <Notice>
          {text.leaveFirst}{' '}
          <Link
            to="/propose/$coop"
            params={{ coop: coop.coop }}
            search={{ what: 'leave' }}
            className="link"
          >
            {words.kinds.leave.name}
          </Link>
        </Notice>
      ) : rest === 0n || !house ? (
        <Notice>{text.nothing}</Notice>
      ) : (
        <>
          <p className="m-0">{text.rest({ amount: money(rest, currency) })}</p>
          <WhoField
            label={text.to}
            among={(coops.data?.data ?? [])
              .map((one) => one.coop)
              .filter((one) => !isAddressEqual(one, coop.coop))}
            value={typed}
            onChange={setTyped}
          />
          {wrong !== undefined && (
            <p className="m-0 text-sm font-semibold text-brick" role="alert">
              {wrong}
            </p>
          )}
        </>
      )}
    </>
  )
}
