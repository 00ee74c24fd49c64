import { pages, top } from '../shell/pages.ts'
import { buttonClass } from '../ui/Button.tsx'
import { cx } from '../ui/cx.ts'
import { Page } from '../ui/Page.tsx'
import { foryou } from '../words/foryou/words.ts'
import { shell } from '../words/shell/words.ts'

const words = foryou.forYouPage.signedOut
/** What can be pressed as soon as the app runs; it keeps the place. */
const COMING = 'opacity-55'

/**
 * Shows, while the app starts, the top of every page, and for who comes to the first one
 * without having signed in, what this is. It is made when the app is built, looks as what the app
 * shows then, and its links work before.
 */
export function First() {
  return (
    <div data-chapter="decisions" className={top.page}>
      <header className={top.header}>
        <div className={top.line}>
          <a href="#/" className={top.home}>
            {shell.name}
          </a>
          <nav aria-label={shell.pages} className={top.nav}>
            <ul className={top.list}>
              {pages.map((page) => (
                <li key={page.to}>
                  <a href={`#${page.to}`} className={top.link}>
                    {page.name()}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className={top.corner}>
            <span aria-hidden="true" className={cx(buttonClass(), COMING, 'whitespace-nowrap')}>
              {shell.signIn.button}
            </span>
            <span aria-hidden="true" className={cx(top.menu, COMING)}>
              {shell.menu}
            </span>
          </div>
        </div>
      </header>
      <main className={top.main}>
        <div data-first="welcome">
          <Page title={words.title} lead={words.lead}>
            <div className="flex flex-wrap gap-3">
              <span aria-hidden="true" className={cx(buttonClass('main'), COMING)}>
                {words.signIn}
              </span>
              <a href="#/decisions" className={buttonClass()}>
                {words.vote}
              </a>
              <a href="#/bonds" className={buttonClass()}>
                {words.bond}
              </a>
            </div>
            <ul className="m-0 flex list-none flex-wrap gap-x-6 gap-y-1 p-0">
              <li data-chapter="commons">
                <a href="#/may-i-use" className="link inline-flex min-h-11 items-center">
                  {words.use}
                </a>
              </li>
              <li>
                <a href="#/found" className="link inline-flex min-h-11 items-center">
                  {words.found}
                </a>
              </li>
              <li>
                <a href="#/help" className="link inline-flex min-h-11 items-center">
                  {words.help}
                </a>
              </li>
            </ul>
          </Page>
        </div>
        <p data-first="page" className="m-0 text-soft">
          {shell.loading}
        </p>
      </main>
    </div>
  )
}
