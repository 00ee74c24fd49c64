import { useEnv } from '../../chain/settings.tsx'
import { isKnownRegistrar, useSuccessors } from '../../chain/successors.ts'
import { typedAddress } from '../../chain/typedAddress.ts'
import { encodeCooperativeAdoptOrgans, encodeRegistrarSucceed } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKept } from '../../ui/useKept.ts'
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

  useDraft(
    registrar && data
      ? {
          title: write(coop, () => text.title),
          actions: [
            {
              target: registrar,
              value: 0n,
              data: encodeRegistrarSucceed([coop.coop, data.charter]),
            },
            {
              target: coop.coop,
              value: 0n,
              data: encodeCooperativeAdoptOrgans([
                registrar,
                data.organs.statutes,
                data.organs.membership,
                data.organs.assembly_,
              ]),
            },
          ],
          documents: [],
        }
      : null,
    onDraft,
  )

  return (
    <>
      <p className="m-0 text-soft">{text.what}</p>
      <p className="m-0 text-soft">{text.ends}</p>
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
