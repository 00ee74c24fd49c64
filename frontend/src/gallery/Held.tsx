import { type ReactNode, useState } from 'react'

interface HeldProps<T> {
  initial: T
  children: (value: T, set: (value: T) => void) => ReactNode
}

/** Keeps what is typed or chosen in a specimen. */
export function Held<T>({ initial, children }: HeldProps<T>) {
  const [value, set] = useState(initial)
  return children(value, set)
}
