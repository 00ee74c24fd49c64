import { fittingTitle } from '@phyle/sdk/title'
import { isAddressEqual } from 'viem'
import { useIndex } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { useHouse } from '../../chain/settings.tsx'
import { typedAddress } from '../../chain/typedAddress.ts'
import { useIsMember } from '../../chain/useIsMember.ts'
import { encodeStatutesGiveWay, encodeStatutesSetBody } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Person } from '../../ui/Person.tsx'
import { useKept, useKeptChoice } from '../../ui/useKept.ts'
import { WhoField } from '../../ui/WhoField.tsx'
import { shortAddress } from '../../words/format.ts'
import { propose } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'

const text = propose.body
const WHATS = ['name', 'giveWay'] as const

/**
 * A co-op names who gets what is left of it, or gives way where another has promised it that.
 *
 * @rule STA-12 Make a proposal: who gets what is left
 */
export function BodyForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const nameOf = useNameOf()
  const coops = useIndex('/api/coops', {}).data?.data ?? []
  const [chosen, setChosen] = useKeptChoice(`${keep}.act`, undefined)
  const what = WHATS.find((one) => one === chosen) ?? 'name'
  const [typed, setTyped] = useKept(`${keep}.to`, '')
  const [of, setOf] = useKept(`${keep}.of`, '')
  const to = typedAddress(typed)
  const promising = typedAddress(of)
  const other = useIndex('/api/coops/:coop', promising ? { coop: promising } : null).data?.data
  const theirs = other?.body ?? null
  // Where none is named, the federation gets it.
  const isPromised =
    theirs !== null
      ? isAddressEqual(theirs, coop.coop)
      : coop.rootOf !== null && other?.phyles.includes(coop.rootOf) === true
  const isMember = useIsMember(coop.membership, to)
  const isOwn = to !== null && (isAddressEqual(to, coop.coop) || isMember === true)
  const others = coops.map((one) => one.coop).filter((one) => !isAddressEqual(one, coop.coop))
  const among = house && coop.rootOf === null ? [house.root, ...others] : others
  const name = to === null ? '' : (nameOf(to) ?? shortAddress(to))

  const action = () => {
    if (to === null) return null
    if (what === 'giveWay') {
      return other && isPromised
        ? { target: other.statutes, value: 0n, data: encodeStatutesGiveWay([to]) }
        : null
    }
    return isOwn || isMember !== false
      ? null
      : { target: coop.statutes, value: 0n, data: encodeStatutesSetBody([to]) }
  }
  const drafted = action()
  useDraft(
    drafted && {
      title: write(coop, () => fittingTitle(text.titles[what]({ name }), text.titles.short)),
      actions: [drafted],
      documents: [],
    },
    onDraft,
  )
  return (
    <>
      <Choices
        legend={text.what}
        value={what as string}
        onChange={setChosen}
        choices={WHATS.map((one) => ({
          value: one as string,
          label: text.acts[one].name,
          help: text.acts[one].help,
        }))}
      />
      {what === 'giveWay' ? (
        <>
          <WhoField label={text.of} among={others} value={of} onChange={setOf} />
          {other && !isPromised && <Notice>{text.notUs}</Notice>}
        </>
      ) : (
        <>
          {coop.body !== null && (
            <p className="m-0 flex flex-wrap items-center gap-x-2">
              {text.now} <Person address={coop.body} />
            </p>
          )}
          {coop.lock !== 'NONE' && <Notice>{text.locked({ statutes: coop.statutes })}</Notice>}
        </>
      )}
      <WhoField label={text.to} among={among} value={typed} onChange={setTyped} />
      {what === 'name' && isOwn && (
        <p className="m-0 text-sm font-semibold text-brick" role="alert">
          {text.own}
        </p>
      )}
    </>
  )
}
