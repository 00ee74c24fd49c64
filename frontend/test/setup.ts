import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { wordsCame } from '../src/words/chapter.ts'

beforeAll(wordsCame)
afterEach(cleanup)
