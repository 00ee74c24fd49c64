/** The whole address of a page of this app, as it is opened here; `path` begins with a slash. */
export const linkTo = (path: string): string => `${location.href.split('#')[0]}#${path}`
