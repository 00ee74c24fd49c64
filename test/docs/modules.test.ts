// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { moduleIn } from '../../scripts/docs/modules.ts'

const EMITTED = `/** About it. */
import { type Hex } from 'viem';
export declare const SIZE = 85;
/**
 * One thing.
 * In units.
 */
export type One = {
    /** Inside. */
    readonly a: Hex;
};
export declare function two(a: string): {
    readonly b: string;
};
export {};
`

describe('The reference of the sdk', () => {
  it('has the comment of a module, and each export with its own', () => {
    const source = `// SPDX\n/** About it. */\nimport { type Hex } from 'viem'\n`
    expect(moduleIn('@phyle/sdk/x', EMITTED, source)).to.deep.equal({
      name: '@phyle/sdk/x',
      comment: 'About it.',
      declarations: [
        { comment: '', text: 'const SIZE = 85;' },
        {
          comment: 'One thing.\nIn units.',
          text: 'type One = {\n    /** Inside. */\n    readonly a: Hex;\n};',
        },
        { comment: '', text: 'function two(a: string): {\n    readonly b: string;\n};' },
      ],
    })
  })

  it('takes a comment right above the first declaration for that declaration’s', () => {
    const text = '/** Its own. */\nexport declare const A = 1;\n'
    const source = '/** Its own. */\nexport const A = 1\n'
    const { comment, declarations } = moduleIn('x', text, source)
    expect(comment).to.equal('')
    expect(declarations).to.deep.equal([{ comment: 'Its own.', text: 'const A = 1;' }])
  })
})
