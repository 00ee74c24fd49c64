// SPDX-License-Identifier: AGPL-3.0-or-later
/** What is asked about the federation of `federation.ts`, by route: of every route that has rows there. */
import type { IndexRoute } from '@phyle/sdk/index-api'
import { addressOf } from './federation.ts'

const [coop, assembly] = [addressOf('coop', 1), addressOf('assembly', 1)]
const [phyle, person] = [addressOf('phyle', 0), addressOf('person', 1)]
const within = `phyle=${phyle}`

export const PATHS: Readonly<Partial<Record<IndexRoute, readonly string[]>>> = {
  '/api/status': ['/api/status'],
  '/api/names': ['/api/names', '/api/names?slug=co-op-7'],
  '/api/coops': [
    '/api/coops',
    `/api/coops?${within}`,
    `/api/coops?member=${person}`,
    '/api/coops?q=co-op%201',
  ],
  '/api/coops/:coop': [`/api/coops/${coop}`],
  '/api/coops/:coop/members': [
    `/api/coops/${coop}/members`,
    `/api/coops/${coop}/members?class=1`,
    `/api/coops/${coop}/members?left=true`,
    `/api/coops/${coop}/members?left=false&class=2`,
  ],
  '/api/coops/:coop/applications': [`/api/coops/${coop}/applications`],
  '/api/coops/:coop/amendments': [`/api/coops/${coop}/amendments`],
  '/api/coops/:coop/account': [`/api/coops/${coop}/account`],
  '/api/proposals': [
    '/api/proposals',
    `/api/proposals?coop=${coop}`,
    `/api/proposals?member=${person}`,
    `/api/proposals?voter=${person}&waiting=true`,
    '/api/proposals?open=true',
    '/api/proposals?state=lost',
    '/api/proposals?kind=SPECIAL&q=decision',
    '/api/proposals?order=standing',
  ],
  '/api/proposals/:assembly/:id': [
    `/api/proposals/${assembly}/1`,
    `/api/proposals/${assembly}/1?member=${person}`,
  ],
  '/api/proposals/:assembly/:id/ballots': [
    `/api/proposals/${assembly}/1/ballots`,
    `/api/proposals/${assembly}/1/ballots?from=20`,
  ],
  '/api/proposals/:assembly/:id/votes': [`/api/proposals/${assembly}/1/votes`],
  '/api/series': [
    '/api/series',
    `/api/series?${within}&order=standing`,
    '/api/series?state=running',
    '/api/series?q=machine%201',
  ],
  '/api/series/:phyle/:id': [`/api/series/${phyle}/1`],
  '/api/series/:phyle/:id/positions': [
    `/api/series/${phyle}/1/positions`,
    `/api/series/${phyle}/1/positions?holder=${addressOf('person', 40)}`,
  ],
  '/api/series/:phyle/:id/payments': [`/api/series/${phyle}/1/payments`],
  '/api/series/:phyle/:id/history': [`/api/series/${phyle}/1/history`],
  '/api/machines': ['/api/machines', `/api/machines?${within}&q=machine`],
  '/api/machines/:phyle/:id': [`/api/machines/${phyle}/2`],
  '/api/works': [
    '/api/works',
    '/api/works?licence=MIT',
    `/api/works?${within}&family=1`,
    '/api/works?q=design%20build',
  ],
  '/api/licences': ['/api/licences', `/api/licences?${within}`],
  '/api/works/:phyle/:id': [`/api/works/${phyle}/1`],
  '/api/grants': [
    '/api/grants',
    `/api/grants?licensee=${person}`,
    `/api/grants?${within}&family=3`,
  ],
  '/api/grants/:family/:licensee': [`/api/grants/3/${person}`],
  '/api/grants/:family/:licensee/receipts': [`/api/grants/3/${person}/receipts`],
  '/api/contributions': [`/api/contributions?${within}&family=1`],
  '/api/federations': ['/api/federations'],
  '/api/federations/:phyle': [`/api/federations/${phyle}`],
  '/api/federations/:phyle/coops': [`/api/federations/${phyle}/coops`],
  '/api/federations/:phyle/pours': [
    `/api/federations/${phyle}/pours`,
    `/api/federations/${phyle}/pours?machine=2`,
  ],
  '/api/people/:wallet': [`/api/people/${person}`],
  '/api/people/:wallet/money': [`/api/people/${person}/money?${within}`],
  '/api/people/:wallet/positions': [`/api/people/${person}/positions?${within}`],
  '/api/people/:wallet/movements': [`/api/people/${person}/movements?${within}`],
  '/api/people/:wallet/contributions': [`/api/people/${person}/contributions`],
}
