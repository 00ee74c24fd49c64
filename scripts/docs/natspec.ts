// SPDX-License-Identifier: AGPL-3.0-or-later
/** Reads from the compiler's own trees how contracts are described: their NatSpec and their declarations. */
import { buildsBelow, type Node } from '../builds.ts'

const KINDS = {
  FunctionDefinition: 'function',
  EventDefinition: 'event',
  ErrorDefinition: 'error',
  StructDefinition: 'struct',
  EnumDefinition: 'enum',
} as const

type Kind = (typeof KINDS)[keyof typeof KINDS]

/** A comment, by tags. A comment without a tag is a notice. */
export interface Notes {
  readonly notice: string
  readonly dev: string
  readonly params: readonly Named[]
  readonly returns: readonly Named[]
  /** The contract whose comment this declaration has. */
  readonly inherited?: string
}

interface Named {
  readonly name: string
  readonly text: string
}

export interface Declaration {
  readonly kind: Kind
  readonly name: string
  readonly notes: Notes
  /** As it stands in the source, without its comment. */
  readonly text: string
  readonly line: number
}

/** An interface, contract or library, or (with an empty name) what a file declares outside of them. */
export interface Described {
  readonly name: string
  readonly kind: string
  /** From the repository's root. */
  readonly file: string
  readonly notes: Notes
  readonly declarations: readonly Declaration[]
}

/** Everything that is declared below a folder of the repository, in the order of files. */
export async function describedBelow(folder: string): Promise<readonly Described[]> {
  const found = new Map<string, readonly Described[]>()
  for await (const { files, output } of buildsBelow(folder)) {
    for (const { file, source, content } of files) {
      const nodes = output.sources[source]?.ast.nodes ?? []
      found.set(file, inFile(file, Buffer.from(content), nodes))
    }
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, described]) => described)
}

function inFile(file: string, content: Buffer, nodes: readonly Node[]): readonly Described[] {
  const declared = (within: readonly Node[]) =>
    within.map((node) => declaration(content, node)).filter((one) => one !== undefined)
  const outside: Described = {
    name: '',
    kind: 'file',
    file,
    notes: notesOf(undefined),
    declarations: declared(nodes),
  }
  const contracts = nodes
    .filter(({ nodeType }) => nodeType === 'ContractDefinition')
    .map(
      (node): Described => ({
        name: node.name ?? '',
        kind: node.contractKind ?? '',
        file,
        notes: notesOf(node.documentation?.text),
        declarations: declared(node.nodes ?? []),
      }),
    )
  return outside.declarations.length === 0 ? contracts : [outside, ...contracts]
}

function declaration(content: Buffer, node: Node): Declaration | undefined {
  const kind = kindOf(node.nodeType)
  if (kind === undefined) return undefined
  const [start = 0, length = 0] = node.src.split(':').map(Number)
  const before = content.subarray(0, start).toString('utf8')
  return {
    kind,
    name: node.name ?? '',
    notes: notesOf(node.documentation?.text),
    text: outdented(content.subarray(start, start + length).toString('utf8')),
    line: before.split('\n').length,
  }
}

const kindOf = (nodeType: string): Kind | undefined =>
  Object.hasOwn(KINDS, nodeType) ? KINDS[nodeType as keyof typeof KINDS] : undefined

/** A declaration of several lines without the indentation that its contract gives it. */
function outdented(text: string): string {
  const indent = text.split('\n').at(-1)?.match(/^ */)?.[0] ?? ''
  return text.replaceAll(`\n${indent}`, '\n')
}

/** Reads the text of a comment; every tag goes on until the next. */
export function notesOf(text = ''): Notes {
  const parts = text.split(/^\s*@(?=[a-z])/m)
  const untagged = parts.shift()?.trim() ?? ''
  const tagged = parts.map((part) => {
    const [, tag = '', rest = ''] = part.match(/^([\w:]+)\s*([\s\S]*)$/) ?? []
    return { tag, text: rest.trim() }
  })
  const all = (wanted: string) => tagged.filter(({ tag }) => tag === wanted).map((one) => one.text)
  const inherited = all('inheritdoc')[0]
  return {
    notice: [untagged, ...all('notice')].filter(Boolean).join('\n'),
    dev: all('dev').join('\n'),
    params: all('param').map(named),
    returns: all('return').map(named),
    ...(inherited === undefined ? {} : { inherited }),
  }
}

function named(text: string): Named {
  const [, name = '', rest = ''] = text.match(/^(\S+)\s*([\s\S]*)$/) ?? []
  return { name, text: rest }
}
