import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Refusal } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { shell } from '../words/shell/words.ts'

export function NotFound() {
  return (
    <Page title={shell.notFound.title} lead={shell.notFound.what}>
      <Link to="/" className={buttonClass('main')}>
        {shell.notFound.now}
      </Link>
    </Page>
  )
}

export function PageFailed({ error }: { error: unknown }) {
  return (
    <Page title={shell.failed.title}>
      <Failed error={error}>
        <Button className="self-start" onClick={() => location.reload()}>
          {shell.failed.now}
        </Button>
      </Failed>
    </Page>
  )
}

export function NoSettings({ error }: { error: unknown }) {
  return (
    <main className="mx-auto max-w-[70ch] px-4 py-10">
      <Page title={shell.noSettings.title}>
        <Refusal
          refusal={{
            why: shell.noSettings.what,
            now: shell.noSettings.now,
            details: String(error),
          }}
        />
      </Page>
    </main>
  )
}
