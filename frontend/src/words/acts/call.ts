import { wordFor } from '../choose.ts'
import { acts } from './words.ts'

/** What a wallet was asked to send, by the function that is called there. */
export const callWords = (call: string): string => wordFor(acts.calls, call) ?? acts.somethingSent
