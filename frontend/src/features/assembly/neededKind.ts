import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import { useQuery } from '@tanstack/react-query'
import { useConfig } from 'wagmi'
import { useHeld } from '../../chain/held.ts'
import { readStatutesKindOf } from '../../generated/contracts.ts'
import type { Drafted } from '../../shell/draft.ts'
import { outflowsOf, overAThird } from './outflow.ts'
import { placeOf, type Reader } from './readActions.ts'

const NOTHING: Drafted['actions'] = []

/**
 * The least kind that it needs: the highest that the form or the statutes ask for one of its actions, or a
 * major one where it would move more than lesser decisions may today.
 */
export function useNeededKind(coop: CoopDetail, draft: Drafted | null, reader: Reader | undefined) {
  const config = useConfig()
  const actions = draft?.actions ?? NOTHING
  const outflows = reader ? outflowsOf(actions, placeOf(reader)) : []
  const asked = useQuery({
    queryKey: ['kind', coop.statutes, actions.map(({ target, data }) => `${target}${data}`)],
    enabled: draft !== null,
    retry: false,
    queryFn: () =>
      Promise.all(
        actions.map(({ target, value, data }) =>
          readStatutesKindOf(config, { address: coop.statutes, args: [target, value, data] }),
        ),
      ),
  })
  const held = useHeld(
    coop.coop,
    outflows.map(({ token }) => token),
  )
  const error = asked.error ?? held.error
  if (error) return { error, data: undefined }
  if (!asked.data || (outflows.length > 0 && !held.data)) return { error: null, data: undefined }
  const byStatutes = Math.max(KINDS.indexOf(draft?.least ?? 'ORDINARY'), ...asked.data)
  const special = KINDS.indexOf('SPECIAL')
  const over = byStatutes < special ? overAThird(outflows, held.data ?? []) : undefined
  const least = over ? special : byStatutes
  const kind = KINDS.find((one, at) => at >= least && coop.rules[one] !== null) ?? 'ENTRENCHED'
  return { error: null, data: { kind, over } }
}
