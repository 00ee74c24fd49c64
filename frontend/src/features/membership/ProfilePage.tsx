import type { Belonging } from '@phyle/sdk/chapters/membership/api'
import { tidyName } from '@phyle/sdk/profile'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { toast } from 'sonner'
import type { Address } from 'viem'
import { useChooseName, useEraseProfile } from '../../acts/profile.ts'
import { useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { useMyProfile } from '../../chain/myProfile.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { profile } from '../../words/profile/words.ts'
import { shell } from '../../words/shell/words.ts'
import { type ChosenName, NameFields, nameFaultWords } from './NameFields.tsx'

const words = profile.page

/** What others see in place of the reader's address. */
export function ProfilePage() {
  const { address } = useMe()
  const signIn = useSignIn()
  return (
    <Page title={words.title} lead={words.lead}>
      {address ? (
        <Mine key={address} address={address} />
      ) : (
        <>
          <p className="m-0">{words.signIn}</p>
          <Button look="main" className="self-start" onClick={signIn.open}>
            {shell.signIn.button}
          </Button>
        </>
      )}
    </Page>
  )
}

function Mine({ address }: { address: Address }) {
  const query = useMyProfile(address)
  return (
    <>
      <Loaded query={query}>{(kept) => <Edit address={address} kept={kept} />}</Loaded>
      <Card title={profile.kept.title} className="max-w-[44rem]">
        <p className="m-0">{profile.kept.what}</p>
      </Card>
    </>
  )
}

const EMPTY: ChosenName = { name: '', image: null }

function Edit({ address, kept }: { address: Address; kept: ChosenName | null }) {
  const [typed, setTyped] = useState<ChosenName | null>(null)
  const belongs = useBelonging()
  const choose = useChooseName()
  const value = typed ?? kept ?? EMPTY
  const name = tidyName(value.name)
  const isKept = kept !== null && kept.name === name && sameBytes(kept.image, value.image)
  return (
    <Card className="max-w-[44rem]">
      <NameFields
        value={value}
        onChange={(next) => {
          choose.reset()
          setTyped(next)
        }}
      />
      {belongs === null && (
        <p className="m-0">
          {words.notKnown}{' '}
          <Link to="/coops" className="link">
            {words.coops}
          </Link>
        </p>
      )}
      {choose.state.step !== 'done' && (
        <>
          <Button
            look="main"
            wide
            disabled={!belongs || choose.busy || isKept || nameFaultWords(name) !== undefined}
            onClick={() => belongs && void choose.run({ name, image: value.image, belongs })}
          >
            {words.save}
          </Button>
          <p className="m-0 text-sm text-soft">{isKept ? words.unchanged : words.saveHelp}</p>
        </>
      )}
      <Progress state={choose.state} words={profile.steps} done={() => words.saved} />
      {kept !== null && (
        <Erase
          address={address}
          onErased={() => {
            choose.reset()
            setTyped(EMPTY)
          }}
        />
      )}
    </Card>
  )
}

function Erase({ address, onErased }: { address: Address; onErased: () => void }) {
  const [open, setOpen] = useState(false)
  const act = useEraseProfile()
  return (
    <>
      <Button look="link" className="self-start" onClick={() => setOpen(true)}>
        {profile.erase.button}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={profile.erase.title}
        lead={profile.erase.what}
      >
        <Progress state={act.state} words={profile.steps} />
        <div className="flex flex-wrap gap-3">
          <Button
            look="danger"
            disabled={act.busy}
            onClick={async () => {
              if (!(await act.run(address))) return
              setOpen(false)
              onErased()
              toast(profile.erase.done)
            }}
          >
            {profile.erase.now}
          </Button>
          <Button onClick={() => setOpen(false)}>{profile.erase.not}</Button>
        </div>
      </Dialog>
    </>
  )
}

/**
 * Why the postbox may keep a name of the reader: a co-op that they belong to or have applied to, or
 * the founding whose link led here. Null for none, undefined while unknown.
 */
function useBelonging(): Belonging | null | undefined {
  const { founding } = useSearch({ from: '/your-name' })
  const { memberships, applications, known } = useMe()
  const coops = useIndex('/api/coops', {})
  const mine = [
    ...memberships.filter(({ left }) => left === null),
    ...applications.filter(({ state }) => state === 'open'),
  ].map(({ coop }) => coop)
  if (!known || !coops.data) return undefined
  const assembly = coops.data.data.find(({ coop }) => mine.includes(coop))?.assembly
  if (assembly) return { assembly }
  return founding ? { founding } : null
}

const sameBytes = (a: Uint8Array | null, b: Uint8Array | null) =>
  a === b ||
  (a !== null && b !== null && a.length === b.length && a.every((byte, at) => byte === b[at]))
