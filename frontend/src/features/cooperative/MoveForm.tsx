import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Address, Hex } from 'viem'
import { useBuildSuccessors } from '../../acts/successors.ts'
import { useNameOf } from '../../chain/names.ts'
import { useEnv } from '../../chain/settings.tsx'
import { isKnownRegistrar, type Successors, useSuccessors } from '../../chain/successors.ts'
import { typedAddress } from '../../chain/typedAddress.ts'
import { type Organs, saidAnew, useUncharted } from '../../chain/uncharted.ts'
import { encodeCooperativeAdoptOrgans, encodeRegistrarSucceed } from '../../generated/contracts.ts'
import type { Drafted, FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useKept } from '../../ui/useKept.ts'
import { list } from '../../words/format.ts'
import { organs as words } from '../../words/organs/words.ts'
import { write } from '../../words/written.ts'

const text = words.form

/**
 * The co-op moves to newer contracts, which a Registrar builds for it in the same decision. Everybody stays
 * who they are.
 *
 * @rule G14, COOP-9, REG-4, REG-5, STA-11 Make a proposal: move to newer contracts
 */
export function MoveForm({ coop, onDraft, keep }: FormProps) {
  const { deployments } = useEnv()
  const known = deployments?.registrars.Registrar?.address ?? ''
  const [typed, setTyped] = useKept<string>(`${keep}.registrar`, known)
  const registrar = typedAddress(typed)
  const { data, isError } = useSuccessors(coop.coop, coop.statutes, registrar)

  const uncharted = useUncharted(coop.statutes, coop.founding.block)
  const anew = data && uncharted.data && saidAnew(uncharted.data, coop, organsOf(data))

  // An assembly takes no motion to call what does not stand yet.
  const waits = anew !== undefined && anew.length > 0 && data?.isBuilt === false

  useDraft(
    registrar && data && anew && !waits
      ? {
          title: write(coop, () => text.title),
          actions: movingTo(coop, registrar, data, anew),
          documents: [],
        }
      : null,
    onDraft,
  )

  return (
    <>
      <p className="m-0 text-soft">{text.what}</p>
      <p className="m-0 text-soft">{text.ends}</p>
      <Anew uncharted={uncharted} />
      {registrar && data && waits && (
        <Build registrar={registrar} coop={coop.coop} charter={data.charter} />
      )}
      <Field
        label={text.registrar}
        help={text.registrarHelp}
        error={typed.trim() !== '' && registrar === null ? text.wrong : undefined}
      >
        <input
          className={inputClass}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {registrar && isError && <Notice>{text.refused}</Notice>}
      {registrar && !isKnownRegistrar(deployments, registrar) && (
        <Notice tone="danger">{words.check.unknown({ address: registrar })}</Notice>
      )}
    </>
  )
}

/** The new contracts are built, the co-op goes by them, and says anew what no charter holds. */
function movingTo(
  coop: CoopDetail,
  registrar: Address,
  successors: Successors,
  anew: readonly Hex[],
): Drafted['actions'] {
  const { statutes, membership, assembly } = organsOf(successors)
  return [
    {
      target: registrar,
      value: 0n,
      data: encodeRegistrarSucceed([coop.coop, successors.charter]),
    },
    {
      target: coop.coop,
      value: 0n,
      data: encodeCooperativeAdoptOrgans([registrar, statutes, membership, assembly]),
    },
    ...anew.map((data) => ({ target: statutes, value: 0n, data })),
  ]
}

const organsOf = ({ organs }: Successors): Organs => ({
  statutes: organs.statutes,
  membership: organs.membership,
  assembly: organs.assembly_,
})

function Build(input: { registrar: Address; coop: Address; charter: Successors['charter'] }) {
  const build = useBuildSuccessors()
  return (
    <>
      <p className="m-0">{text.again.buildHelp}</p>
      <Button
        look="main"
        className="self-start"
        disabled={build.busy}
        onClick={() => void build.run(input)}
      >
        {text.again.build}
      </Button>
      <Progress state={build.state} done={() => text.again.built} />
    </>
  )
}

/** What is decided anew in the same proposal, so that nothing is lost unseen. */
function Anew({ uncharted: { data, isError } }: { uncharted: ReturnType<typeof useUncharted> }) {
  const nameOf = useNameOf()
  const words = text.again
  if (isError) return <Notice tone="danger">{words.unread}</Notice>
  if (!data) return <p className="m-0 text-soft">{words.asking}</p>
  const parts = [
    data.chapters.length > 0 && words.chapters({ count: data.chapters.length }),
    data.coverage !== null && words.coverage,
    data.effects !== null && words.effects,
    data.kinds.length > 0 && words.kinds({ count: data.kinds.length }),
  ].filter((part) => part !== false)
  const lost = data.lost.map((chapter) => nameOf(chapter) ?? chapter)
  return (
    <>
      {parts.length === 0 ? (
        <p className="m-0 text-soft">{words.nothing}</p>
      ) : (
        <Notice>{words.carried({ list: list(parts) })}</Notice>
      )}
      {lost.length > 0 && <Notice tone="danger">{words.lost({ list: list(lost) })}</Notice>}
      <p className="m-0 text-soft">{words.later}</p>
    </>
  )
}
