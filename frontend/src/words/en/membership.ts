export const membership = {
  roll: {
    title: 'People',
    since: 'Since',
    name: 'Name',
    group: 'Group',
    left: 'Left',
  },
  mine: {
    title: 'You and this co-op',
    member: (group: string) => `You are a member, in the group **${group}**.`,
    since: (when: string) => `Since ${when}.`,
    apply: 'Apply for membership',
    applied: 'You have applied.',
    appliedUntil: (when: string) => `Your application is valid until ${when}.`,
    decide: 'The members decide about it.',
    sponsors: (count: number) =>
      count === 1 ? 'One member must sponsor you.' : `${count} members must sponsor you.`,
    sponsorLink: 'Ask members to sponsor you: send them this link.',
    withdraw: 'Withdraw my application',
    withdrawn: 'Your application is withdrawn.',
    resign: 'Leave the co-op',
    resignTitle: (coop: string) => `Leave ${coop}?`,
    resignWhat:
      'You leave at once, and nobody has to agree. Your vote still counts in the decisions that are open now. What you are owed stays yours.',
    resignBack: 'To come back you apply again, once the decisions that are open now are long over.',
    resignNow: 'Leave now',
    stay: 'Stay',
    resigned: 'You have left.',
    left: (when: string) => `You left on ${when}.`,
    signIn: 'Sign in to see whether you are a member, or to apply.',
  },
  joinPage: {
    title: 'Apply for membership',
    over: (coop: string) => coop,
    lead: 'Choose your group, and introduce yourself if you like.',
    group: 'My group',
    about: 'About me',
    aboutHelp:
      'Anybody can read it. The postbox keeps the text; its fingerprint is recorded with your application and stays.',
    control: (share: string) => `This group has ${share} of the votes.`,
    heads: 'Every member has one vote, in whatever group.',
    days: 'Your application is valid for 90 days.',
    send: 'Apply',
    sendHelp: 'Costs a small network fee. Nobody can enrol you without it.',
    storing: 'Keeping your words at the postbox…',
    done: 'You have applied. This page and “For you” show what becomes of it.',
    already: 'You are already a member.',
    back: 'Back to the co-op',
  },
  applications: {
    title: 'Who wants to join',
    none: 'Nobody wants to join at the moment.',
    as: (group: string) => `as ${group}`,
    until: (when: string) => `valid until ${when}`,
    words: 'What they say',
    propose: 'Propose to admit',
    sponsor: 'Sponsor',
    sponsored: (have: number, needed: number) =>
      have >= needed
        ? 'Enough members have sponsored them. Anyone can admit them now.'
        : `${have} of ${needed} sponsors. ${
            needed - have === 1 ? '1 more is needed.' : `${needed - have} more are needed.`
          }`,
  },
  sponsorPage: {
    title: (name: string) => `Sponsor ${name}`,
    untitled: 'Sponsor somebody',
    coop: (name: string) => `Go to ${name}`,
    lead: (name: string, group: string, coop: string) =>
      `${name} wants to join ${coop}, in the group ${group}.`,
    asking: 'Asking the postbox who has signed…',
    have: (have: number, needed: number) =>
      needed === 1
        ? `${have} of 1 sponsor has signed.`
        : `${have} of ${needed} sponsors have signed.`,
    down: 'The postbox does not answer. Signatures travel in the link until it does.',
    sign: 'Sign as a sponsor',
    signHelp: 'It is free. You vouch for this person with your name, and everybody can see it.',
    signing: { sending: 'Leaving your signature at the postbox…' },
    signed: (missing: number) =>
      missing === 1
        ? 'You have signed. 1 more sponsor is needed.'
        : `You have signed. ${missing} more sponsors are needed.`,
    next: 'Ask another member to sponsor them, with this link:',
    nextByHand:
      'The postbox does not have your signature. Send this link, which holds it, to the next sponsor:',
    admit: 'Admit now',
    admitHelp: 'Anyone may send it. Costs a small network fee.',
    admitted: (name: string) => `${name} is now a member.`,
    notMember: 'Only members can sponsor somebody.',
    noApplication: {
      why: 'This person has no open application.',
      now: 'They can apply on the page of the co-op.',
    },
    broken: { why: 'The link is not whole.', now: 'Ask for it again.' },
    copy: 'link',
    steps: { preparing: 'Checking the signatures…' },
  },
} as const
