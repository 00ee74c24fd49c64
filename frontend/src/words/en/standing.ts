/** How a vote or an offer stands, in a line: in lists and on the first page. */
export const standing = {
  voted: (voted: number, members: number) =>
    `${voted} of ${members} ${voted === 1 ? 'has' : 'have'} voted`,
  closes: (when: string) => `closes ${when}`,
  raised: (raised: string, most: string) => `${raised} of at most ${most} reserved`,
} as const
