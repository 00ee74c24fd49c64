import { Link } from '@tanstack/react-router'
import { useIndex } from '../../chain/indexClient.ts'
import { useCurrentCoop, useMe } from '../../chain/me.ts'
import type { Need, Needing, Waiting } from '../../shell/feature.ts'
import { waitsIn } from '../../shell/waits.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { needs as words } from '../../words/membership/needs/words.ts'

/** Who asks to join the co-op that the reader looks at. */
function useApplicants({ now }: Needing): Waiting {
  const { coop, membership } = useCurrentCoop()
  const { data, isError } = useIndex('/api/coops/:coop/applications', coop ? { coop } : null)
  const open = data?.data.filter(({ state, deadline }) => state === 'open' && deadline > now)
  return {
    waits: coop ? waitsIn(open?.length, isError) : 'no',
    show: () =>
      coop &&
      open &&
      open.length > 0 && (
        <Card title={words.applications}>
          <Rows>
            <Row what={words.applicants({ count: open.length, coop: membership?.coopName ?? '' })}>
              <Link to="/coops/$coop" params={{ coop }} className={buttonClass()}>
                {words.see}
              </Link>
            </Row>
          </Rows>
        </Card>
      ),
  }
}

function useApplied({ now }: Needing) {
  const { applications } = useMe()
  return applications.filter(({ state, deadline }) => state === 'open' && deadline > now)
}

/** Where the reader has asked to join. */
function useOwnApplications(needing: Needing): Waiting {
  const { known } = useMe()
  const applied = useApplied(needing)
  return {
    waits: waitsIn(known ? applied.length : undefined, false),
    show: () =>
      applied.map((one) => (
        <Card key={one.coop}>
          <p className="m-0">{words.applied({ coop: one.coopName })}</p>
        </Card>
      )),
  }
}

/** An invitation for who is in no co-op; a firm that only uses works needs none. */
function useInvitation(needing: Needing): Waiting {
  const { known, memberships } = useMe()
  const applied = useApplied(needing)
  const grants = useIndex('/api/grants', {}, { licensee: needing.address })
  const isOutside =
    known &&
    memberships.every(({ left }) => left !== null) &&
    applied.length === 0 &&
    grants.data?.data.length === 0
  return {
    waits: 'no',
    show: (nothing) =>
      isOutside && (
        <Card>
          <p className="m-0">{words.noCoop}</p>
          <Link to="/coops" className={buttonClass(nothing ? 'main' : 'quiet')}>
            {words.join}
          </Link>
        </Card>
      ),
  }
}

/** What needs the reader. */
export const needs: readonly Need[] = [
  { order: 40, name: 'applicants', useWaiting: useApplicants },
  { order: 60, name: 'applied', useWaiting: useOwnApplications },
  { order: 70, name: 'invitation', useWaiting: useInvitation },
]
