// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { NotAManifest } from '../../scripts/works-import/fields.ts'
import { readManifest } from '../../scripts/works-import/manifest.ts'
import { licenceOf } from '../../scripts/works-import/spdx.ts'
import { fits, isPlaceholder } from '../../scripts/works-import/text.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const yaml = (text: string) => readManifest('okh.yml', bytes(text))
const toml = (text: string) => readManifest('okh.toml', bytes(text))

const YAML = `title: Grain mill
version: 1.10
license:
  hardware: CERN-OHL-S-2.0
  documentation: Creative Commons Attribution-ShareAlike 4.0 International License
licensor:
  name: Ada Moreau
  email: ada@example.org
description: |
  Mills
  grain.
project-link: https://mill.example
documentation-home: https://mill.example/docs
`

const TOML = `okhv = "2.4"
name = "Grain mill"
version = "1.0"
license = "CERN-OHL-S-2.0"
licensor = "Ada Moreau (The mill) <ada@example.org>"
function = "Mills grain."
repo = "https://git.example/mill"
`

function refusal(read: () => unknown): NotAManifest {
  try {
    read()
  } catch (error) {
    if (error instanceof NotAManifest) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('Reading Open Know-How manifests', () => {
  it('takes title, version, licences, licensor, purpose and links from YAML 1.0', () => {
    const manifest = yaml(YAML)
    expect(manifest).to.deep.include({
      title: 'Grain mill',
      version: '1.10',
      licence: 'CERN-OHL-S-2.0 AND CC-BY-SA-4.0',
      licensor: 'Ada Moreau',
      purpose: 'Mills grain.',
      links: ['https://mill.example', 'https://mill.example/docs'],
      warnings: [],
    })
  })

  it('takes the same from TOML 2.x, without e-mail addresses', () => {
    expect(toml(TOML)).to.deep.include({
      title: 'Grain mill',
      version: '1.0',
      licence: 'CERN-OHL-S-2.0',
      licensor: 'Ada Moreau (The mill)',
      purpose: 'Mills grain.',
      links: ['https://git.example/mill'],
      warnings: [],
    })
  })

  it('names the file by its sha-256, also as CIDv1 of raw bytes', () => {
    const manifest = readManifest('empty.toml', bytes(TOML))
    expect(manifest.sha256).to.equal(createHash('sha256').update(TOML).digest('hex'))
    expect(manifest.cid).to.match(/^bafkrei[a-z2-7]{52}$/)
  })

  it('reads TOML that is called otherwise', () => {
    expect(readManifest('manifest', bytes(TOML)).title).to.equal('Grain mill')
  })

  it('takes several licensors, as a list, as tables, or one as a table', () => {
    const named = (value: string) =>
      toml(TOML.replace(/^licensor.*$/m, `licensor = ${value}`)).licensor
    expect(named('["Ada <ada@example.org>", "Bo"]')).to.equal('Ada, Bo')
    expect(named('{ name = "Ada", email = "ada@example.org" }')).to.equal('Ada')
    expect(named('[{ name = "Ada" }, { name = "Bo" }]')).to.equal('Ada, Bo')
  })

  describe('warns, with the place,', () => {
    const warnings = (text: string) => yaml(text).warnings

    it('of a name that stands twice, and keeps every link', () => {
      const manifest = yaml(`${YAML}project-link: https://other.example\n`)
      expect(manifest.warnings).to.deep.equal(['14:1: project-link stands here again'])
      expect(manifest.links).to.include.members(['https://mill.example', 'https://other.example'])
    })

    it('of fields that are missing or empty', () => {
      expect(warnings('title: Mill\nlicensor:\nversion: ""\n')).to.deep.equal([
        '3:10: version is empty',
        'there is no license',
        '2:1: licensor is empty',
        'there is no intended-use and no description',
        'there is no link',
      ])
      expect(yaml('title: Mill\nlicensor: Ada\n').licence).to.equal('NOASSERTION')
    })

    it('of placeholders, and of addresses that are none', () => {
      const left = YAML.replace('Grain mill', 'FIXME title').replace(
        'https://mill.example/docs',
        '[value]',
      )
      expect(warnings(left)).to.deep.equal([
        '1:8: title looks like a placeholder: "FIXME title"',
        '13:22: documentation-home looks like a placeholder: "value"',
        '13:22: documentation-home is no web address: "value"',
      ])
    })

    it('of a repository that is no web address', () => {
      const manifest = toml(
        TOML.replace('https://git.example/mill', 'https://git.example/FIXME-<name>'),
      )
      expect(manifest.links).to.deep.equal([])
      expect(manifest.warnings).to.deep.equal([
        '7:1: repo looks like a placeholder: "https://git.example/FIXME-<name>"',
        '7:1: repo is no web address: "https://git.example/FIXME-<name>"',
        'there is no link',
      ])
    })

    it('of a licence that is not sure', () => {
      const manifest = yaml(YAML.replace('CERN-OHL-S-2.0', 'CERN OHL'))
      expect(manifest.licence).to.equal('CERN OHL AND CC-BY-SA-4.0')
      expect(manifest.warnings).to.deep.equal([
        '4:13: "CERN OHL" is no SPDX licence; kept as written',
      ])
    })

    it('of characters that do not show, and of texts that are too long', () => {
      const manifest = yaml(YAML.replace('Grain mill', `Grain\u202e mill ${'x'.repeat(200)}`))
      expect(Buffer.byteLength(manifest.title)).to.be.at.most(200)
      expect(manifest.title).to.match(/^Grain mill x+…$/)
      expect(manifest.warnings).to.deep.equal([
        '1:8: title had characters that do not show; left out',
        '1:8: title is longer than 200 bytes; cut',
      ])
    })

    it('of a directive of its own', () => {
      const manifest = yaml(`%Open know-how manifest 0.1\n---\n${YAML}`)
      expect(manifest.warnings).to.deep.equal(['1:1: Unknown directive %Open'])
    })
  })

  describe('refuses, with the place,', () => {
    const cases: readonly [string, () => unknown, string, string | undefined][] = [
      ['a text', () => yaml('hello'), 'is no Open Know-How manifest: it is a text', '1:1'],
      ['a list', () => yaml('- a\n- b\n'), 'is no Open Know-How manifest: it is a list', '1:1'],
      ['nothing', () => yaml(''), 'is no Open Know-How manifest: it is empty', '1:1'],
      [
        'another YAML file',
        () => yaml('name: x\n'),
        'is no Open Know-How manifest: it has no title',
        '1:1',
      ],
      [
        'a blog post',
        () => yaml('title: x\nlayout: post\n'),
        'is no Open Know-How manifest: it has none of okh-manifest-version, ',
        '1:1',
      ],
      ['broken YAML', () => yaml('title: Mill\nlicense: [a\n'), 'is no YAML', '3:1'],
      ['an empty title', () => yaml('title: ""\nlicensor: Ada\n'), 'the title is empty', '1:8'],
      ['broken TOML', () => toml('okhv = "2.4"\nname = \n'), 'is no TOML', '2:8'],
      [
        'another TOML file',
        () => toml('[package]\nname = "x"\n'),
        'is no Open Know-How manifest: it has no name',
        '1:1',
      ],
      [
        'bytes that are no text',
        () => readManifest('okh.yml', Uint8Array.of(0xff, 0xfe)),
        'is not a text in UTF-8',
        '1:1',
      ],
      [
        'one letter in another code',
        () => readManifest('okh.yml', Buffer.from('version: 1\ntitle: M\xfchle\n', 'latin1')),
        'is not a text in UTF-8',
        '2:9',
      ],
      [
        'a text that is not closed',
        () => toml('okhv = "2.4"\nname = "x\n'),
        'quotation mark',
        '2:10',
      ],
      [
        'a few lines that stand for millions',
        () =>
          yaml(
            ['a', 'b', 'c', 'd', 'e', 'f', 'g']
              .map(
                (name, i, all) =>
                  `${name}: &${name} [${Array(9).fill(i ? `*${all[i - 1]}` : 'x')}]`,
              )
              .join('\n')
              .concat('\ntitle: Bomb\nlicensor: *g\n'),
          ),
        'holds more than 10000 values',
        '5:1',
      ],
      [
        'a file that is too large',
        () => readManifest('okh.yml', new Uint8Array(1 << 21)),
        'has 2097152 bytes',
        undefined,
      ],
    ]
    for (const [name, read, cause, place] of cases) {
      it(name, () => {
        const { message, place: at } = refusal(read)
        expect(message).to.include(cause)
        expect(message).not.to.include('\n')
        expect(at ? `${at.line}:${at.column}` : undefined).to.equal(place)
      })
    }
  })

  it('follows aliases, and does not follow a list that holds itself', () => {
    expect(yaml('title: &t Mill\nlicensor: *t\n').licensor).to.equal('Mill')
    expect(yaml('title: Mill\nlicensor: &l [*l]\n').licensor).to.equal('')
  })

  it('normalises licences where it is sure which one is meant', () => {
    const sure = {
      'cern-ohl-s-2.0': 'CERN-OHL-S-2.0',
      'CC-BY-SA 4.0': 'CC-BY-SA-4.0',
      'CC BY 4.0': 'CC-BY-4.0',
      'Creative Commons Attribution 4.0 International': 'CC-BY-4.0',
      'Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International License':
        'CC-BY-NC-SA-4.0',
      'Apache License 2.0': 'Apache-2.0',
      'MIT License': 'MIT',
      'LicenseRef-Own-1.0': 'LicenseRef-Own-1.0',
      'mit OR apache-2.0': 'MIT OR Apache-2.0',
      '(MIT OR CC0-1.0) AND OFL-1.1': '(MIT OR CC0-1.0) AND OFL-1.1',
    }
    for (const [written, licence] of Object.entries(sure)) {
      expect(licenceOf(written), written).to.deep.equal({ licence, sure: true })
    }
    for (const unsure of [
      'CERN OHL',
      'GPL',
      'GPL-3.0',
      'Creative Commons',
      'free',
      'MIT AND mine',
      'Creative Commons Zebra 4.0',
    ]) {
      expect(licenceOf(unsure), unsure).to.deep.equal({ licence: unsure, sure: false })
    }
  })

  it('knows placeholders from words', () => {
    for (const left of [
      'FIXME',
      '[value]',
      'value',
      'Reihe-<name>',
      'TBD',
      'https://x/YOUR-project',
    ]) {
      expect(isPlaceholder(left), left).to.equal(true)
    }
    for (const word of ['build your own robot', 'Metodo', 'values', 'a [small] mill']) {
      expect(isPlaceholder(word), word).to.equal(false)
    }
  })

  it('cuts between characters', () => {
    expect(fits('ääääää', 9)).to.equal('äää…')
    expect(fits('äää', 6)).to.equal('äää')
  })

  it('reads the real manifests, where they are at hand', function () {
    const folder = join(import.meta.dirname, '../../../shared/data/okh')
    if (!existsSync(folder)) return this.skip()
    const files = readdirSync(folder)
    expect(files).to.have.length(12)
    for (const file of files) {
      const manifest = readManifest(file, readFileSync(join(folder, file)))
      expect(manifest.title, file).not.to.equal('')
      expect(manifest.licence, file).to.match(/CERN|CC-BY-SA-4\.0/)
      expect(manifest.licensor, file).not.to.equal('')
      expect(manifest.licensor, file).not.to.include('@')
    }
  })
})
