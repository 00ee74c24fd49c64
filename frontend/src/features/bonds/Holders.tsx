import type { SeriesDetail } from '@phyle/sdk/chapters/bonds/api'
import { useState } from 'react'
import { useIndex } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Money, useMoney } from '../../ui/Money.tsx'
import { Person } from '../../ui/Person.tsx'
import { Table } from '../../ui/Table.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { bonds } from '../../words/bonds/words.ts'
import { sayWith } from '../../words/choose.ts'
import { shortAddress } from '../../words/format.ts'
import type { Phase } from './series.ts'

const FIRST = 10

/**
 * Who lent how much, and what they have had back.
 *
 * @rule I6 Bond offer: who lent
 */
export function Holders({ series, phase }: { series: SeriesDetail; phase: Phase }) {
  const words = bonds.holders
  const [all, setAll] = useState(false)
  const face = BigInt(series.face)
  const whole = useIndex(
    '/api/series/:phyle/:id/positions',
    all ? { phyle: series.phyle, id: series.id } : null,
  )
  const known = whole.data?.data ?? series.positions
  const held = known.filter((one) => one.units !== '0' || one.refunded)
  const total = Math.max(held.length, series.holders + series.refunds)
  const rows = all ? held : held.slice(0, FIRST)
  const repaying = phase === 'bought' || phase === 'redeemed' || phase === 'writtenDown'
  return (
    <Card title={words.title}>
      {held.length === 0 ? (
        <p className="m-0 text-soft">{words.none}</p>
      ) : (
        <Table
          caption={words.title}
          hideCaption
          rows={rows}
          keyOf={(one) => one.holder}
          columns={[
            { name: words.who, of: (one) => <Person address={one.holder} /> },
            {
              name: words.lent,
              right: true,
              of: (one) => (
                <Money
                  amount={
                    BigInt(one.refunded && one.units === '0' ? one.subscribed : one.units) * face
                  }
                />
              ),
            },
            ...(repaying
              ? [
                  {
                    name: words.taken,
                    right: true,
                    of: (one: (typeof rows)[number]) => <Money amount={one.taken} />,
                  },
                  {
                    name: words.due,
                    right: true,
                    of: (one: (typeof rows)[number]) => <Money amount={one.due} />,
                  },
                ]
              : []),
          ]}
        />
      )}
      {!all && total > rows.length && (
        <Button look="link" className="self-start" onClick={() => setAll(true)}>
          {words.rest({ count: total - rows.length })}
        </Button>
      )}
    </Card>
  )
}

/** All that happened to an offer, newest first. */
export function History({ series }: { series: SeriesDetail }) {
  const words = bonds.history
  const money = useMoney()
  const nameOf = useNameOf()
  const [all, setAll] = useState(false)
  const who = (address: string | null) =>
    address === null ? '' : (nameOf(address) ?? shortAddress(address))
  const whole = useIndex(
    '/api/series/:phyle/:id/history',
    all ? { phyle: series.phyle, id: series.id } : null,
  )
  const known = whole.data?.data ?? series.history
  const events = all ? known : known.slice(0, FIRST)
  return (
    <Card title={words.title}>
      <Timeline
        label={words.title}
        entries={events.map((event, at) => ({
          key: `${event.tx}:${event.what}:${at}`,
          at: event.time,
          what: sayWith(words.events[event.what], {
            who: who(event.what === 'floated' ? series.coop : event.who),
            amount: money(event.amount),
          }),
        }))}
      />
      {!all && series.events > events.length && (
        <Button look="link" className="self-start" onClick={() => setAll(true)}>
          {words.older({ count: series.events - events.length })}
        </Button>
      )}
    </Card>
  )
}
