import { Menu } from '@base-ui/react/menu'
import { Link } from '@tanstack/react-router'
import type { Address } from 'viem'
import { useDisconnect } from 'wagmi'
import { useCurrentCoop, useMe } from '../chain/me.ts'
import { copy } from '../ui/Copy.tsx'
import { cx } from '../ui/cx.ts'
import { Face } from '../ui/Face.tsx'
import { shortAddress } from '../words/format.ts'
import { profile } from '../words/profile/words.ts'
import { shell } from '../words/shell/words.ts'
import { CORNER, useSignIn } from './SignIn.tsx'

const item =
  'flex min-h-11 w-full cursor-pointer items-center gap-2 rounded-lg px-3 text-left outline-none data-highlighted:bg-wash'

/** Who is signed in, with the co-ops they act for and the ways to change both. */
export function AccountMenu({ address }: { address: Address }) {
  const { name, memberships } = useMe()
  const { membership, choose } = useCurrentCoop()
  const disconnect = useDisconnect()
  const signIn = useSignIn()
  const called = name ?? shortAddress(address)
  const mine = memberships.filter((member) => member.left === null)
  return (
    <Menu.Root>
      <Menu.Trigger
        id={CORNER}
        className="flex min-h-11 min-w-0 items-center gap-2.5 rounded-full pl-2 hover:bg-wash"
      >
        <span className="sr-only">{shell.signIn.me}</span>
        <span className="min-w-0 truncate text-right text-sm leading-tight text-soft max-[359px]:sr-only lg:max-w-[13rem]">
          {called}
          {membership && (
            <span
              className={cx('block truncate text-[0.76rem]', mine.length < 2 && 'max-lg:hidden')}
            >
              {membership.coopName}
            </span>
          )}
        </span>
        <Face address={address} name={name} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={8} align="end" collisionPadding={12} className="z-40">
          <Menu.Popup className="flex w-[min(20rem,calc(100vw-24px))] flex-col gap-0.5 rounded-[14px] border border-line bg-card p-2 text-[0.94rem] shadow-lg outline-none">
            <div className="px-3 py-2">
              <b>{called}</b>
              <br />
              <span className="num text-sm text-soft">{shortAddress(address)}</span>
            </div>
            {mine.length > 1 && <p className="m-0 px-3 text-sm text-soft">{shell.signIn.coops}</p>}
            {mine.map((member) => (
              <Menu.Item key={member.coop} className={item} onClick={() => choose(member.coop)}>
                <span aria-hidden="true" className="w-4">
                  {member.coop === membership?.coop ? '✓' : ''}
                </span>
                {member.coopName}, {member.className}
                {member.coop === membership?.coop && (
                  <span className="sr-only"> ({shell.signIn.shown})</span>
                )}
              </Menu.Item>
            ))}
            <Menu.Separator className="my-1 h-px bg-line" />
            <Menu.Item className={item} onClick={() => void copy(address)}>
              {shell.copy({ what: shell.address })}
            </Menu.Item>
            <Menu.Item className={item} render={<Link to="/your-name" />}>
              {profile.page.menu}
            </Menu.Item>
            <Menu.Item className={item} onClick={signIn.open}>
              {shell.signIn.change}
            </Menu.Item>
            <Menu.Item className={item} onClick={() => disconnect.mutate({})}>
              {shell.signIn.out}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
