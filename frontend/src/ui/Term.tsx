import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import type { GlossaryTerm } from '../words/glossary/terms.ts'
import { glossary } from '../words/glossary/words.ts'
import { help } from '../words/help/words.ts'

/** A word that opens its meaning, by tap, click or key; `children` is the word as the sentence has it. */
export function Term({ of, children }: { of: GlossaryTerm; children?: ReactNode }) {
  const { name, what } = glossary[of]
  const called = children ?? name
  return (
    <Popover.Root>
      {/* The area to tap is 44 px high without moving the lines of the sentence apart. */}
      <Popover.Trigger className="relative inline cursor-help rounded underline decoration-dotted decoration-1 underline-offset-4 after:absolute after:inset-x-[-4px] after:top-1/2 after:h-11 after:-translate-y-1/2 print:no-underline">
        {called}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} collisionPadding={12} className="z-50">
          <Popover.Popup className="flex w-[min(22rem,calc(100vw-24px))] flex-col gap-2 rounded-[14px] border border-line bg-card p-4 text-[0.94rem] font-normal text-ink shadow-lg">
            <Popover.Title className="m-0 text-[1.06rem]">{name}</Popover.Title>
            <Popover.Description className="m-0">{what}</Popover.Description>
            <a href="#/help" className="link self-start py-2">
              {help.all}
            </a>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
