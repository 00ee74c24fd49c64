import { Fragment } from 'react'

/** A sentence in which **this** is set bold; nothing else is read from it. */
export function Rich({ text }: { text: string }) {
  return (
    <>
      {text.split('**').map((part, at) =>
        at % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their order
          <b key={at}>{part}</b>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their order
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </>
  )
}
