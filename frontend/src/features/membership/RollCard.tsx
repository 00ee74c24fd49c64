import type { CoopDetail } from '@phyle/sdk/index-api'
import { useIndex } from '../../chain/indexClient.ts'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Person } from '../../ui/Person.tsx'
import { Table } from '../../ui/Table.tsx'
import { When } from '../../ui/When.tsx'
import { membership } from '../../words/en/membership.ts'

const words = membership.roll

/** Who belongs, by group. */
export function RollCard({ coop }: { coop: CoopDetail }) {
  const query = useIndex('/api/coops/:coop/members', { coop: coop.coop })
  return (
    <Card id="people" title={words.title}>
      <Loaded query={query}>
        {({ data }) => {
          const former = data.filter((member) => member.left !== null)
          return (
            <>
              {coop.classes.map((group) => {
                const here = data.filter(
                  (member) => member.class === group.index && member.left === null,
                )
                return (
                  <section key={group.index} className="flex flex-col gap-2">
                    <h3>
                      {group.name}{' '}
                      <span className="num font-sans text-base font-normal text-soft">
                        {here.length}
                      </span>
                    </h3>
                    {here.length === 0 && <p className="m-0 text-soft">{words.none}</p>}
                    <ul className="m-0 grid list-none grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-4 gap-y-2 p-0">
                      {here.map((member) => (
                        <li key={member.id} className="min-w-0">
                          <Person address={member.wallet} />
                        </li>
                      ))}
                    </ul>
                  </section>
                )
              })}
              {former.length > 0 && (
                <Disclosure summary={words.former(former.length)}>
                  <Table
                    caption={words.former(former.length)}
                    hideCaption
                    rows={former}
                    keyOf={(member) => member.id}
                    columns={[
                      {
                        name: words.name,
                        of: (member) => <Person address={member.wallet} face={false} />,
                      },
                      { name: words.since, of: (member) => <When at={member.joined} /> },
                      {
                        name: words.left,
                        of: (member) => member.left !== null && <When at={member.left} />,
                      },
                    ]}
                  />
                </Disclosure>
              )}
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}
