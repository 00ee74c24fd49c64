// SPDX-License-Identifier: AGPL-3.0-or-later
/** What feeds say beside the words of members, in the language of the co-op. */
import type { ProposalState } from '@phyle/sdk/chapters/assembly/enums'
import type { Language } from '@phyle/sdk/language'

interface FeedWords {
  readonly states: Readonly<Record<ProposalState, string>>
  /** Before the title of what is voted on, in a calendar. */
  readonly closes: string
  /** Before the name of a co-op. */
  readonly decisions: string
}

export const FEED_WORDS: Readonly<Record<Language, FeedWords>> = {
  en: {
    states: {
      pending: 'Voting has not begun.',
      active: 'Voting is open.',
      cancelled: 'It was taken back.',
      defeated: 'It was lost.',
      succeeded: 'It passed.',
      queued: 'It passed, and waits to be carried out.',
      expired: 'It passed, and was not carried out in time.',
      executed: 'It passed, and was carried out.',
    },
    closes: 'Voting ends',
    decisions: 'Decisions',
  },
  fr: {
    states: {
      pending: 'Le vote n’a pas commencé.',
      active: 'Le vote est ouvert.',
      cancelled: 'Elle a été retirée.',
      defeated: 'Elle a été rejetée.',
      succeeded: 'Elle a été adoptée.',
      queued: 'Elle a été adoptée et attend d’être exécutée.',
      expired: 'Elle a été adoptée et n’a pas été exécutée à temps.',
      executed: 'Elle a été adoptée et exécutée.',
    },
    closes: 'Fin du vote',
    decisions: 'Décisions',
  },
  de: {
    states: {
      pending: 'Die Abstimmung hat noch nicht begonnen.',
      active: 'Die Abstimmung läuft.',
      cancelled: 'Der Antrag wurde zurückgenommen.',
      defeated: 'Der Antrag wurde abgelehnt.',
      succeeded: 'Der Antrag wurde angenommen.',
      queued: 'Der Antrag wurde angenommen und wartet auf die Ausführung.',
      expired: 'Der Antrag wurde angenommen und nicht rechtzeitig ausgeführt.',
      executed: 'Der Antrag wurde angenommen und ausgeführt.',
    },
    closes: 'Ende der Abstimmung',
    decisions: 'Entscheidungen',
  },
  es: {
    states: {
      pending: 'La votación no ha empezado.',
      active: 'La votación está abierta.',
      cancelled: 'Se retiró.',
      defeated: 'Se rechazó.',
      succeeded: 'Se aprobó.',
      queued: 'Se aprobó y espera a ser ejecutada.',
      expired: 'Se aprobó y no se ejecutó a tiempo.',
      executed: 'Se aprobó y se ejecutó.',
    },
    closes: 'Fin de la votación',
    decisions: 'Decisiones',
  },
  it: {
    states: {
      pending: 'Il voto non è iniziato.',
      active: 'Il voto è aperto.',
      cancelled: 'È stata ritirata.',
      defeated: 'È stata respinta.',
      succeeded: 'È stata approvata.',
      queued: 'È stata approvata e attende di essere eseguita.',
      expired: 'È stata approvata e non è stata eseguita in tempo.',
      executed: 'È stata approvata ed eseguita.',
    },
    closes: 'Fine del voto',
    decisions: 'Decisioni',
  },
  ca: {
    states: {
      pending: 'La votació no ha començat.',
      active: 'La votació és oberta.',
      cancelled: 'S’ha retirat.',
      defeated: 'S’ha rebutjat.',
      succeeded: 'S’ha aprovat.',
      queued: 'S’ha aprovat i espera ser executada.',
      expired: 'S’ha aprovat i no s’ha executat a temps.',
      executed: 'S’ha aprovat i s’ha executat.',
    },
    closes: 'Fi de la votació',
    decisions: 'Decisions',
  },
}
