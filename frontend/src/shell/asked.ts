/** What an address of a page may say beside its path; whatever else it says is left out. */
export type Asked = Record<string, unknown>

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? `${value}`.slice(0, 200) : ''

/** Of what was asked, the texts with these names. */
export const texts = <const Name extends string>(asked: Asked, ...names: Name[]) =>
  Object.fromEntries(
    names.flatMap((name) => (textOf(asked[name]) === '' ? [] : [[name, textOf(asked[name])]])),
  ) as { [name in Name]?: string }

/** What was asked at this name, where it is one of `all`. */
export const oneOf = <const Name extends string, const T extends string>(
  asked: Asked,
  name: Name,
  all: readonly T[],
) => {
  const one = all.find((each) => each === textOf(asked[name]))
  return (one === undefined ? {} : { [name]: one }) as { [name in Name]?: T }
}
