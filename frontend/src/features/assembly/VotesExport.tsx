import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { plainTime } from '@phyle/sdk/csv'
import { askEveryRow } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { useSettings } from '../../chain/settings.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { choices } from '../../words/choices/words.ts'
import { find } from '../../words/find/words.ts'

const { csv } = find

/** Who voted what and how, each with its transaction, as a table to take away. */
export function VotesExport({ proposal, slug }: { proposal: ProposalDetail; slug: string }) {
  const { indexerUrl } = useSettings()
  const nameOf = useNameOf()
  const { assembly, id, classes } = proposal
  const { heads } = csv
  return (
    <ExportButton
      label={csv.votes}
      name={`${slug}-decision-${id}-votes`}
      read={async (onProgress) => {
        const ballots = await askEveryRow(
          indexerUrl,
          '/api/proposals/:assembly/:id/votes',
          { assembly, id },
          {},
          onProgress,
        )
        return {
          heads: [
            heads.number,
            heads.name,
            heads.address,
            heads.group,
            heads.choice,
            heads.how,
            heads.reason,
            heads.time,
            heads.block,
            heads.transaction,
          ],
          rows: ballots.map((one) => [
            one.memberId,
            nameOf(one.voter) ?? '',
            one.voter,
            classes[one.class]?.name ?? '',
            choices[one.choice],
            csv.how[one.change === null ? one.how : 'changed'],
            one.reason ?? '',
            plainTime(one.time),
            `${one.block}`,
            one.tx,
          ]),
        }
      }}
    />
  )
}
