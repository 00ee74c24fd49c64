import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { tidyName } from '@phyle/sdk/profile'
import { Link, useParams } from '@tanstack/react-router'
import { useApply } from '../../acts/membership.ts'
import { useChooseName } from '../../acts/profile.ts'
import { useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { useMyProfile } from '../../chain/myProfile.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Foreign } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { forgetKept, ownDrafts, useKept } from '../../ui/useKept.ts'
import { percent } from '../../words/format.ts'
import { membership } from '../../words/membership/words.ts'
import { profile } from '../../words/profile/words.ts'
import { shell } from '../../words/shell/words.ts'
import { admissionWords } from '../../words/statutes/admission.ts'
import { type ChosenName, NameFields, nameFaultWords } from './NameFields.tsx'
import { useKeptName } from './useKeptName.ts'

const words = membership.joinPage
const NOBODY: ChosenName = { name: '', image: null }

/**
 * Somebody applies to become a member.
 *
 * @rule MEM-2, MEM-6 Join
 */
export function JoinPage() {
  const { coop } = useParams({ from: '/coops/$coop/join' })
  const query = useIndex('/api/coops/:coop', { coop })
  return <Loaded query={query}>{(answer) => <Join coop={answer.data} />}</Loaded>
}

function Join({ coop }: { coop: CoopDetail }) {
  const { address, memberships } = useMe()
  const signIn = useSignIn()
  const act = useApply()
  const keep = `${ownDrafts(address)}join.${coop.coop.toLowerCase()}.`
  const [group, setGroup] = useKept<string | null>(`${keep}group`, null)
  const [about, setAbout] = useKept(`${keep}about`, '')
  const kept = useMyProfile(address)
  const naming = useChooseName()
  const [typed, setTyped] = useKeptName(`${keep}called`)
  const called = typed ?? kept.data ?? NOBODY
  const name = tidyName(called.name)
  const fault = name === '' ? undefined : nameFaultWords(name)
  const sign = () => naming.run({ name, image: called.image, belongs: { assembly: coop.assembly } })
  const apply = async () => {
    const applied = await act.run({ membership: coop.membership, class: Number(group), about })
    if (applied) forgetKept(keep)
    if (applied && typed !== null && name !== '') await sign()
  }
  const member = memberships.some((one) => one.coop === coop.coop && one.left === null)
  const byShare = coop.rules.ORDINARY?.count === 'CLASS_SHARE'
  const back = (
    <Link to="/coops/$coop" params={{ coop: coop.coop }} className={buttonClass()}>
      {words.back}
    </Link>
  )
  return (
    <Page
      over={words.over({ coop: coop.name })}
      title={words.title}
      lead={member ? words.already : words.lead}
    >
      {member ? (
        <div>{back}</div>
      ) : (
        <Card className="max-w-[44rem]">
          <Choices
            legend={words.group}
            value={group}
            onChange={setGroup}
            choices={coop.classes.map((one) => ({
              value: `${one.index}`,
              label: <Foreign lang={coop.language}>{one.name}</Foreign>,
              help: byShare ? words.control({ share: percent(one.share, 1) }) : undefined,
            }))}
          />
          {!byShare && <p className="m-0 text-sm text-soft">{words.heads}</p>}
          <p className="m-0 text-soft">{profile.joining.lead}</p>
          <NameFields value={called} onChange={setTyped} />
          <Field label={words.about} optional help={words.aboutHelp}>
            <textarea
              className={inputClass}
              rows={4}
              value={about}
              onChange={(event) => setAbout(event.target.value)}
            />
          </Field>
          <p className="m-0 text-soft">
            {admissionWords(coop.admission, coop.sponsorsNeeded)} {words.days}
          </p>
          {act.state.step !== 'done' && (
            <>
              <Button
                look="main"
                wide
                disabled={
                  act.busy || (address !== undefined && (group === null || fault !== undefined))
                }
                onClick={() => (address ? void apply() : signIn.open())}
              >
                {address ? words.send : shell.signIn.needed}
              </Button>
              <p className="m-0 text-sm text-soft">{words.sendHelp}</p>
            </>
          )}
          <Progress
            state={act.state}
            words={{ preparing: words.storing }}
            done={() => (
              <span className="flex flex-col items-start gap-3">
                {words.done}
                <Naming act={naming} again={() => void sign()} />
                {back}
              </span>
            )}
          />
        </Card>
      )}
    </Page>
  )
}

/** The name is signed after the application, when the postbox may take it. */
function Naming({ act, again }: { act: ReturnType<typeof useChooseName>; again: () => void }) {
  const { state } = act
  if (state.step === 'idle') return null
  if (state.step !== 'refused') {
    return <Progress state={state} words={profile.steps} done={() => profile.joining.saved} />
  }
  return (
    <>
      <p className="m-0">{profile.joining.failed}</p>
      <Progress state={state} />
      <Button onClick={again}>{profile.joining.again}</Button>
    </>
  )
}
