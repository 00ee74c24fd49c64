/** A message for a key that comes from outside; undefined where there is none for it. */
export const wordFor = <Words extends object>(
  words: Words,
  key: string,
): Words[keyof Words] | undefined =>
  Object.hasOwn(words, key) ? words[key as keyof Words] : undefined

/** Says one of several messages, of which some have values and some have none. */
export const sayWith = <Values>(
  message: string | ((values: Values) => string),
  values: Values,
): string => (typeof message === 'function' ? message(values) : message)
