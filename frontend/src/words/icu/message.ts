import {
  type MessageFormatElement,
  type PluralElement,
  parse,
  TYPE,
} from '@formatjs/icu-messageformat-parser'

/** What a message asks for: a text, a number, or which of two cases it is. */
export type Kind = 'text' | 'number' | 'boolean'

export interface Message {
  readonly elements: readonly MessageFormatElement[]
  /** Its values by name. */
  readonly values: ReadonlyMap<string, Kind>
  /** For plurals and selects: the value, and the cases that are told apart. */
  readonly cases: ReadonlyMap<string, readonly string[]>
}

const isYesOrNo = (names: readonly string[]) => names.every((name) => /^(true|other)$/.test(name))

/**
 * Reads an ICU message. Of ICU the catalogues use `{name}`, `{name, number}`, `plural` with exact
 * cases, and `select` of `true` and `other`; everything else, and rich text, is refused.
 */
export function readMessage(text: string): Message {
  const elements = parse(text, { ignoreTag: true, requiresOtherClause: true })
  const values = new Map<string, Kind>()
  const cases = new Map<string, readonly string[]>()
  const take = (name: string, kind: Kind) => {
    const before = values.get(name)
    if (before === 'number' && kind === 'text') return
    if (before !== undefined && before !== kind && !(before === 'text' && kind === 'number')) {
      throw new Error(`{${name}} is a ${before} and a ${kind}`)
    }
    values.set(name, kind)
  }
  const walk = (some: readonly MessageFormatElement[]) => {
    for (const one of some) {
      switch (one.type) {
        case TYPE.literal:
        case TYPE.pound:
          break
        case TYPE.argument:
          take(one.value, 'text')
          break
        case TYPE.number:
          if (one.style) throw new Error(`{${one.value}} has a style: numbers have one form here`)
          take(one.value, 'number')
          break
        case TYPE.plural:
        case TYPE.select: {
          const names = Object.keys(one.options)
          if (one.type === TYPE.select && !isYesOrNo(names)) {
            throw new Error(`{${one.value}} is selected by ${names.join(', ')}`)
          }
          if (one.type === TYPE.plural && (one.pluralType !== 'cardinal' || one.offset)) {
            throw new Error(`{${one.value}} is no plain plural`)
          }
          take(one.value, one.type === TYPE.plural ? 'number' : 'boolean')
          cases.set(`${one.value}, ${one.type === TYPE.plural ? 'plural' : 'select'}`, names)
          for (const { value } of Object.values(one.options)) walk(value)
          break
        }
        default:
          throw new Error('only texts, numbers, plurals and selects are used here')
      }
    }
  }
  walk(elements)
  return { elements, values, cases }
}

const quoted = (text: string) => JSON.stringify(text)

const joined = (parts: readonly string[]) =>
  parts.length === 0
    ? '""'
    : parts[0]?.startsWith('"')
      ? parts.join('+')
      : ['""', ...parts].join('+')

function pluralCode({ value, options }: PluralElement): string {
  const cases = Object.entries(options)
    .filter(([name]) => name !== 'other')
    .map(([name, option]) => `${quoted(name)}:${code(option.value, value)}`)
  return `p(v.${value},{${cases.join()}},${code(options.other?.value ?? [], value)})`
}

/** An expression that gives the text; `counted` is the value that # stands for. */
function code(elements: readonly MessageFormatElement[], counted = ''): string {
  return joined(
    elements.map((one) => {
      switch (one.type) {
        case TYPE.literal:
          return quoted(one.value)
        case TYPE.pound:
          return `n(v.${counted})`
        case TYPE.number:
          return `n(v.${one.value})`
        case TYPE.plural:
          return pluralCode(one)
        case TYPE.select:
          return `(v.${one.value}?${code(one.options.true?.value ?? [], counted)}:${code(one.options.other?.value ?? [], counted)})`
        case TYPE.argument:
          return `v.${one.value}`
        default:
          throw new Error('not a part of a message')
      }
    }),
  )
}

/** A message as JavaScript: its text, or a function of its values. */
export function compileMessage(text: string): string {
  const { elements, values } = readMessage(text)
  return values.size === 0 ? code(elements) : `v=>${code(elements)}`
}
