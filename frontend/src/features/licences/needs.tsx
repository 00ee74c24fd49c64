import { Link } from '@tanstack/react-router'
import { useIndex } from '../../chain/indexClient.ts'
import type { Need, Needing, Waiting } from '../../shell/feature.ts'
import { waitsIn } from '../../shell/waits.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { date } from '../../words/format.ts'
import { needs as words } from '../../words/licences/needs/words.ts'

const MONTH = 30 * 86_400

/** Permissions of the reader that end within a month. */
function useEnding({ address, now }: Needing): Waiting {
  const { data, isError } = useIndex('/api/grants', {}, { licensee: address })
  const ending = data?.data.filter(({ to }) => to > now && to < now + MONTH)
  return {
    waits: waitsIn(ending?.length, isError),
    show: () =>
      ending &&
      ending.length > 0 && (
        <div data-chapter="commons">
          <Card title={words.permissions}>
            <Rows>
              {ending.map((grant) => (
                <Row
                  key={grant.family}
                  what={words.ends({ work: grant.workTitle, when: date(grant.to, 'day', now) })}
                >
                  <Link
                    to="/permissions/$family/$licensee"
                    params={{ family: grant.family, licensee: grant.licensee }}
                    className={buttonClass()}
                  >
                    {words.renew}
                  </Link>
                </Row>
              ))}
            </Rows>
          </Card>
        </div>
      ),
  }
}

/** What needs the reader. */
export const needs: readonly Need[] = [{ order: 50, name: 'permissions', useWaiting: useEnding }]
