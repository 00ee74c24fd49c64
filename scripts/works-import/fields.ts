// SPDX-License-Identifier: AGPL-3.0-or-later
/** What both dialects are read into: texts with the places where they stand. */

export interface Place {
  /** From 1. */
  readonly line: number
  readonly column: number
}

/** A value: a text, or what it holds by name, or a list. */
export interface Field {
  readonly text: string
  readonly children: ReadonlyMap<string, Field>
  readonly items: readonly Field[]
  readonly place: Place | undefined
}

/** The top of a manifest. A name may stand there twice: the last counts, unless all are asked for. */
export class Fields {
  readonly #entries: readonly (readonly [name: string, field: Field])[]
  readonly place: Place | undefined
  readonly warnings: readonly string[]

  constructor(
    entries: readonly (readonly [string, Field])[],
    warnings: readonly string[],
    place?: Place,
  ) {
    this.#entries = entries
    this.warnings = warnings
    this.place = place
  }

  has(name: string): boolean {
    return this.get(name) !== undefined
  }

  get(name: string): Field | undefined {
    return this.all(name).at(-1)
  }

  all(name: string): readonly Field[] {
    return this.#entries.filter(([key]) => key === name).map(([, field]) => field)
  }
}

/** A file that is no manifest: why, and where that shows. */
export class NotAManifest extends Error {
  override readonly name = 'NotAManifest'
  readonly place: Place | undefined

  constructor(cause: string, place?: Place) {
    super(cause)
    this.place = place
  }
}
