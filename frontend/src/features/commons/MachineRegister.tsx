import type { Machine } from '@phyle/sdk/chapters/commons/api'
import { Link } from '@tanstack/react-router'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { OfCoop } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Table } from '../../ui/Table.tsx'
import { percent } from '../../words/format.ts'
import { machines } from '../../words/machines/words.ts'
import { rentStanding } from './rent.ts'

const words = machines.register

/**
 * All machines of a federation: who uses each, whether its fees are paid, how far it is repaid.
 *
 * @rule I14, MCH-1 Commons: machines
 */
export function MachineRegister({ phyle }: { phyle: string }) {
  const query = useIndex('/api/machines', {}, { phyle: phyle as `0x${string}` })
  const series = useIndex('/api/series', {}, { phyle: phyle as `0x${string}` })
  const now = useChainNow()
  const money = useMoney()
  const fees = (machine: Machine) => {
    if (machine.rent === '0') return words.free
    const { behind } = rentStanding(machine, now ?? machine.bought.time)
    return behind > 0n ? (
      <span className="font-semibold text-brick">! {words.behind({ amount: money(behind) })}</span>
    ) : (
      `✓ ${words.upToDate}`
    )
  }
  const repaid = (machine: Machine) => {
    const of = series.data?.data.find((one) => one.id === machine.series)
    if (!of || of.capDue === '0') return '–'
    return percent(Number((BigInt(of.paid) * 10_000n) / BigInt(of.capDue)))
  }
  return (
    <Loaded query={query}>
      {({ data }) =>
        data.length === 0 ? (
          <Empty what={words.none}>
            <Link to="/bonds" className={buttonClass()}>
              {words.see}
            </Link>
          </Empty>
        ) : (
          <Table
            caption={words.title}
            hideCaption
            rows={data}
            keyOf={(machine) => machine.id}
            columns={[
              {
                name: words.name,
                of: (machine) => (
                  <Link
                    to="/commons/machines/$phyle/$id"
                    params={{ phyle, id: machine.id }}
                    className="link"
                  >
                    <OfCoop coop={machine.user}>{machine.name}</OfCoop>
                  </Link>
                ),
              },
              { name: words.user, of: (machine) => machine.userName },
              { name: words.fees, of: fees },
              { name: words.repaid, right: true, of: repaid },
            ]}
          />
        )
      }
    </Loaded>
  )
}
