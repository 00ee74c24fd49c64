import type { Charter } from '@phyle/sdk/charter'

/** The sentences of a founding document that its founders wrote themselves, and in which language. */
export const ownWords = ({ purpose, language }: Pick<Charter, 'purpose' | 'language'>) => ({
  lines: [purpose],
  lang: language,
})
