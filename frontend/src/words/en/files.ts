/** Files that belong to a proposal. */
export const files = {
  attach: 'Attach files',
  optional: 'optional',
  help: (most: number, size: string) =>
    `A quote, an invoice, a picture: PDF, PNG, JPEG, WebP, text or CSV, up to ${most} files of ${size}. Everybody can read them, and they cannot be taken back.`,
  choose: 'Choose files',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  note: 'You sign once for the files, then you send the proposal.',
  title: 'Attached files',
  mind: 'They come from whoever made the proposal. Open them with the same care as files in a mail.',
  missing: 'Missing at the postbox. Ask whoever made the proposal for it.',
  unknown: 'The postbox does not answer, so it is not known whether it has this file.',
  asking: 'Asking the postbox…',
  save: 'Save',
  saveNamed: (name: string) => `Save ${name}`,
  show: 'Show',
  showNamed: (name: string) => `Show ${name}`,
  changed: {
    why: 'The postbox gave another file than the proposal names.',
    now: 'Do not trust it. Ask whoever made the proposal for the file.',
  },
  kinds: {
    'image/png': 'PNG picture',
    'image/jpeg': 'JPEG picture',
    'image/webp': 'WebP picture',
    'application/pdf': 'PDF',
    'text/plain': 'Text',
    'text/csv': 'Table (CSV)',
  },
  faults: {
    large: (name: string, size: string) =>
      `${name} is larger than ${size}. Make it smaller, for example scanned in grey.`,
    kind: (name: string) =>
      `${name} is of a kind that is not kept. Save it as PDF, picture, text or CSV.`,
    many: (most: number) => `${most} files can go along. The others were left out.`,
  },
} as const
