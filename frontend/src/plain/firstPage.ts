import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { First } from './First.tsx'

/** What stands in the page until the app has started, as HTML. */
export const firstPage = (): string => renderToStaticMarkup(createElement(First))
