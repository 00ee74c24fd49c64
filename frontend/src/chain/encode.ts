import {
  type Abi,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type EncodeFunctionDataParameters,
  encodeFunctionData,
  type Hex,
} from 'viem'

type Writing = 'nonpayable' | 'payable'

/** Writes a call down as bytes, for a proposal to carry out; the generated `encode…` are made of it. */
export const createEncode =
  <const A extends Abi, F extends ContractFunctionName<A, Writing>>(call: {
    readonly abi: A
    readonly functionName: F
  }) =>
  (args: ContractFunctionArgs<A, Writing, F>): Hex =>
    // The arguments are checked where they are given; viem's own type cannot follow them here.
    encodeFunctionData({ ...call, args } as EncodeFunctionDataParameters)
