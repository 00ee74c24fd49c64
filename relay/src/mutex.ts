// SPDX-License-Identifier: AGPL-3.0-or-later
/** One after the other: a task begins when those before it have ended, well or badly. */
export type Mutex = <T>(task: () => Promise<T>) => Promise<T>

export function mutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const next = last.then(task, task)
    last = next.catch(() => undefined)
    return next
  }
}
