// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { oneHandProblems } from '../../scripts/check/oneHand.ts'

const problems = (text: string) => oneHandProblems('contracts/hall/Hall.sol', text)

const IMPORTS = `import {A} from "@x/a.sol";

import {B} from "../libraries/B.sol";
import {
    C
} from "../types/C.sol";

import {D} from "./D.sol";
`

describe('one hand in Solidity', () => {
  it('lets a file pass that is written as docs/style.md says', () => {
    const loop = 'contract Hall {\n    function a() {\n        for (uint256 i = 0;;) {}\n    }\n}\n'
    expect(problems(`${IMPORTS}\n${loop}`)).to.deep.equal([])
  })

  it('refuses a function of more than 60 lines', () => {
    const body = (lines: number) => `    function a() {\n${'\n'.repeat(lines - 2)}    }\n`
    expect(problems(body(60))).to.deep.equal([])
    expect(problems(body(61))[0]).to.match(/a has 61 lines, more than 60/)
  })

  it('refuses imports out of order, and groups that run into each other', () => {
    expect(problems(IMPORTS.replace('@x/a.sol', './E.sol'))).to.have.length(1)
    expect(problems(IMPORTS.replaceAll('\n\n', '\n'))).to.have.length(1)
    expect(problems(IMPORTS.replace('B.sol', 'Z.sol').replace('../types', '../a'))).to.have.length(
      1,
    )
  })

  it('refuses a loop that does not say where it begins, and the whole as a number', () => {
    expect(problems('for (uint256 i; i < 2; ++i) {}\n')).to.have.length(1)
    expect(problems('x = y / 10_000; // of 10_000\n')).to.have.length(1)
    expect(oneHandProblems('contracts/types/Bps.sol', 'BPS = 10_000;\n')).to.deep.equal([])
  })
})
