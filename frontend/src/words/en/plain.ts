/** What stands in the page itself, for when the app does not start. */
export const plain = {
  what: 'Phyle is where members of open co-operatives vote, lend and share.',
  noScripts: {
    why: 'This page needs JavaScript, and it is switched off here.',
    now: 'Votes are checked and signed on your own device, which takes scripts. Allow them for this page, then load it again.',
  },
  slow: {
    why: 'It is taking longer than usual to start.',
    now: 'On a slow connection, wait a little more. If nothing changes, load the page again.',
  },
  failed: {
    why: 'The app could not start in this browser.',
    now: 'Here is what usually helps:',
  },
  helps: (browsers: string) => [
    'Load the page again.',
    `Bring the browser up to date, or open the page in another one. The oldest that work are ${browsers}.`,
    'Switch off extensions that block parts of pages, or allow this page in them.',
    'If it still does not start, send the details below to whoever gave you the link.',
  ],
  safe: 'Your votes, your money and your membership are recorded on the network. Nothing is lost when this page does not open.',
  again: 'Load the page again',
  details: 'Technical details',
} as const
