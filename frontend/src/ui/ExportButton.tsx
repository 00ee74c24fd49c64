import { type CsvTable, csvOf } from '@phyle/sdk/csv'
import { useState } from 'react'
import { refusalOf } from '../chain/refusal.ts'
import type { Refusal as RefusalWords } from '../chain/refused.ts'
import { find } from '../words/find/words.ts'
import { Button } from './Button.tsx'
import { Refusal } from './Notice.tsx'

const words = find.csv

function save(name: string, table: CsvTable) {
  const url = URL.createObjectURL(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

type State =
  | { readonly step: 'rest' }
  | { readonly step: 'reading'; readonly read: number; readonly all: number }
  | { readonly step: 'done'; readonly rows: number }
  | { readonly step: 'failed'; readonly refusal: RefusalWords }

interface ExportButtonProps {
  label: string
  /** Of the file, without its ending. */
  name: string
  /** Reads everything, or fails: a table with gaps is worse than none. */
  read: (onProgress: (read: number, all: number) => void) => Promise<CsvTable>
}

/** Saves a whole table as a file, and says how far it is and why it failed. */
export function ExportButton({ label, name, read }: ExportButtonProps) {
  const [state, setState] = useState<State>({ step: 'rest' })
  const run = async () => {
    setState({ step: 'reading', read: 0, all: 0 })
    try {
      const table = await read((done, all) => setState({ step: 'reading', read: done, all }))
      save(`${name}.csv`, table)
      setState({ step: 'done', rows: table.rows.length })
    } catch (error) {
      setState({ step: 'failed', refusal: refusalOf(error) })
    }
  }
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <Button className="self-start" disabled={state.step === 'reading'} onClick={() => void run()}>
        {label}
      </Button>
      <p role="status" className="m-0 text-sm text-soft empty:hidden">
        {state.step === 'reading' && words.reading({ read: state.read, all: state.all })}
        {state.step === 'done' && words.done({ rows: state.rows })}
      </p>
      {state.step === 'failed' && (
        <Refusal refusal={state.refusal}>
          <p className="m-0">{words.failed}</p>
        </Refusal>
      )}
    </div>
  )
}
