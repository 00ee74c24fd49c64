import type { Paper } from '@phyle/sdk/ballot'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import { choiceWord, kindWord } from '@phyle/sdk/language'
import { Fragment } from 'react'
import { Explained } from '../../ui/Explained.tsx'
import { Foreign } from '../../ui/Foreign.tsx'
import { assembly as words } from '../../words/assembly/words.ts'
import { choices } from '../../words/choices/words.ts'
import { languageName, shortAddress } from '../../words/format.ts'
import { kinds } from '../../words/kinds/words.ts'
import { language } from '../../words/language.ts'

const { yourVote } = words

interface SignedWordsProps {
  paper: Paper
  kind: Kind
  choice: Choice
  /** Of an objection. */
  reason: string
  /** A vote that was counted is changed. */
  isChange: boolean
}

/** The words that the wallet will show, and what else it shows, before anybody signs. */
export function SignedWords({ paper, kind, choice, reason, isChange }: SignedWordsProps) {
  const objects = choice === 'object'
  const said = [choiceWord(paper.language, choice), choices[choice].toLowerCase()] as const
  const meant = [
    ...(objects ? [] : [said]),
    [kindWord(paper.language, kind), kinds[kind].a] as const,
  ]
  return (
    <p className="m-0 text-sm text-soft">
      {yourVote.free}{' '}
      <b>
        <Foreign lang={paper.language} className="text-ink">
          {objects && 'Objection · '}
          {paper.cooperative} · {paper.resolution} ·{' '}
          {objects ? reason.trim() : choiceWord(paper.language, choice)}.
        </Foreign>
      </b>{' '}
      {yourVote.bound({ motion: shortAddress(paper.motion) })}{' '}
      {isChange && `${yourVote.changeNumber} `}
      <Explained text={yourVote.public} terms={['postbox']} />
      {paper.language !== language() && (
        <span className="mt-1 block">
          {yourVote.otherLanguage({ language: languageName(paper.language) })}{' '}
          {meant.map(([there, here]) => (
            <Fragment key={there}>
              <Foreign lang={paper.language}>{`“${there}”`}</Foreign>{' '}
              {yourVote.means({
                here,
              })}{' '}
            </Fragment>
          ))}
        </span>
      )}
    </p>
  )
}
