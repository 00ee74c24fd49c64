// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly 'co-op': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly account: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'founding document': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly lock: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly group: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'share of control': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'voter list': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly sponsor: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly decision: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly object: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly quorum: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'support needed': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly notice: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'waiting time': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'carry out': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly postbox: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'stand-in': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly recount: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly federation: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'open co-op check': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'equal share': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'everyone’s fund': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly reserve: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'bond offer': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'stand behind': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'use fee': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly machine: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly work: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'looked after by': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly 'permission to use': {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly ground: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly points: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly receipt: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
  readonly chapter: {
    readonly name: string
    readonly forms: string
    readonly what: string
  }
}

export const glossary = chapter<Words>('glossary', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
