// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A federation of any size, written into the database of an index in a few statements: no chain is
 * needed. What the index counts as events come is summed here from the rows.
 */
import { packRule, ruleToChain } from '@phyle/sdk/rule'
import { sql } from 'ponder'
import { type Address, getAddress, type Hex } from 'viem'
import type { Opened } from './database.ts'

export interface Size {
  readonly coops: number
  readonly members: number
  readonly decisions: number
  readonly ballots: number
  readonly series: number
  readonly works: number
  readonly months: number
}

export const SMALL: Size = {
  coops: 12,
  members: 300,
  decisions: 60,
  ballots: 500,
  series: 9,
  works: 20,
  months: 5,
}

/** What the index is measured on. */
export const LARGE: Size = {
  coops: 500,
  members: 100_000,
  decisions: 2_000,
  ballots: 100_000,
  series: 200,
  works: 1_000,
  months: 48,
}

/** When all of it is true. */
export const NOW = 1_800_000_000
export const LAST_BLOCK = 1_000_000
/** In which the first co-op was founded. */
export const FIRST_BLOCK = 100

const DAY = 86_400
const CLASSES = ['Workers', 'Users', 'Lenders']
const SHARES = [4_000, 4_000, 2_000]
/** In parts of the whole: the first co-op has these many of all members and ballots. */
const LARGEST = 10

const KINDS = {
  coop: 'c0',
  statutes: 'c1',
  membership: 'c2',
  assembly: 'c3',
  person: 'e0',
  phyle: 'f0',
  token: 'd0',
  registrar: 'a1',
} as const
type Sort = keyof typeof KINDS

const BUSY = 1
/** Of one family in so many the last payment of each permission was given back. */
const GIVEN_BACK = 20
/** In so many co-ops the busiest person is a member. */
const BUSIEST = 50

const hexOf = (sort: Sort, n: number): Hex => `0x${KINDS[sort]}${n.toString(16).padStart(38, '0')}`

/** Addresses of what stands in the federation. */
export const addressOf = (sort: Sort, n: number): Address => getAddress(hexOf(sort, n))

/** An address of a sort with a number that a statement computes. */
const at = (sort: Sort, n: string) => `('0x${KINDS[sort]}' || lpad(to_hex((${n})::int), 38, '0'))`
const hash = (n: string) => `('0x' || md5((${n})::text) || md5('x' || (${n})::text))`
/** Block, time, transaction and log of the nth thing of so many. */
const place = (n: string, all: number) =>
  `(1 + ((${n})::bigint * ${LAST_BLOCK - 1} / ${all}))::int, (${NOW} - 4 * 365 * ${DAY} + ((${n})::bigint * ${4 * 365 * DAY} / ${all}))::int, ${hash(n)}, ((${n}) % 7)::int`

const RULE = packRule(
  ruleToChain(
    {
      count: 'HEADCOUNT',
      basis: 'CAST',
      of: 'CAST',
      threshold: 5_000,
      inclusive: false,
      quorumBps: 1_000,
      quorumMin: 2,
      nonUserCapBps: 2_500,
      classMajority: [],
      maxObjections: null,
      noticePeriod: 0,
      votingPeriod: 7 * DAY,
      timelock: 0,
      gracePeriod: 14 * DAY,
      objectionPeriod: 0,
    },
    CLASSES,
  ),
)
const CLASS_WORD = SHARES.reduce(
  (word, share, c) => word | (BigInt(share | ((c < 2 ? 3 : 0) << 16)) << BigInt(32 * c)),
  0n,
)

/** @returns statements in the order in which they are to be made */
function statements({ coops, members, decisions, ballots, series, works, months }: Size) {
  const first = Math.max(3, Math.floor(members / LARGEST))
  const each = Math.max(3, Math.floor((members - first) / (coops - 1)))
  const votes = Math.max(1, Math.floor((ballots - first) / (decisions - 1)))
  const inFirst = Math.max(2, Math.floor(decisions / LARGEST))
  const moves = coops * 100
  const phyle = `'${hexOf('phyle', 0)}'`
  const token = `'${hexOf('token', 0)}'`
  const own = (part: number) => `'${hexOf('phyle', part)}'`
  const class3 = (n: string) => `((${n}) % 3)`
  const counts = (size: number) =>
    [0, 1, 2].reduce((word, c) => word | (BigInt(Math.ceil((size - c) / 3)) << BigInt(26 * c)), 0n)
  const roll = (c: string) => `(case when ${c} = 1 then ${first} else ${each} end)`
  /** The person who has a place on the roll of a co-op. */
  const person = (c: string, id: string) =>
    `(case when ${id} = 1 and ${c} <= ${BUSIEST} then ${BUSY} when ${c} = 1 then 1 + ${id} else 1 + ${first} + (${c} - 2) * ${each} + ${id} end)`
  const ofDecision = `(case when n <= ${inFirst} then 1 else 2 + n % ${coops - 1} end)`
  const isLarge = 'n = 1'
  const sizeOf = `(case when ${ofDecision} = 1 then ${first} else ${each} end)`
  const voters = `least(${sizeOf}, case when ${isLarge} then ${first} else ${votes} end)`
  const days = Math.max(24, Math.floor(decisions / 25))
  const closes = `(${NOW} + (n % ${days} - ${days - 10}) * ${DAY})`
  const series_ = (n: string) => `(${n})::numeric`
  const holders = Math.max(3, Math.floor(members / 5 / series))

  return [
    `insert into coop (address, registrar, built_by, statutes, membership, assembly, name, slug, long_slug, words, purpose, language, "lock", admission, sponsors, max_share_bps, cooling_period, effects, body, founding_hash, founders, block, time, tx, log)
     select ${at('coop', 'n')}, '${hexOf('registrar', 0)}', '${hexOf('registrar', 0)}', ${at('statutes', 'n')}, ${at('membership', 'n')}, ${at('assembly', 'n')},
       'Co-op ' || n, 'co-op-' || n, 'co-op-' || n || '-c00000', 'co-op ' || n || ' ' || ${at('coop', 'n')}, ${hash('n')}, 'en', 1, 0, 2, 5000, ${180 * DAY}, null, ${at('person', '1')}, ${hash('n')},
       array[${at('person', 'n')}], n * ${FIRST_BLOCK}, ${NOW - 4 * 365 * DAY} + n, ${hash('n')}, 0 from generate_series(1, ${coops}) n`,
    `insert into organ (address, coop) select a, ${at('coop', 'n')} from generate_series(1, ${coops}) n, unnest(array[${at('statutes', 'n')}, ${at('membership', 'n')}, ${at('assembly', 'n')}]) a`,
    ...CLASSES.map(
      (name, c) =>
        `insert into member_class (coop, index, name, share, flags) select ${at('coop', 'n')}, ${c}, '${name}', ${SHARES[c]}, ${c < 2 ? 3 : 0} from generate_series(1, ${coops}) n`,
    ),
    `insert into rule (coop, kind, word) select ${at('coop', 'n')}, k, ${RULE} from generate_series(1, ${coops}) n, generate_series(0, 3) k`,
    `insert into member (membership, id, wallet, class, joined, "left", previous_class, class_changed, by_sponsors, previous_id)
     select ${at('membership', 'c')}, id, ${at('person', person('c', 'id'))}, ${class3('id')}, ${NOW} - 400 * ${DAY} + id, case when id % 20 = 19 then ${NOW} - ${DAY} end, null, null, id % 2 = 0, null
     from generate_series(1, ${coops}) c, lateral generate_series(1, ${roll('c')}) id`,
    `insert into roll (membership, class, members, gone) select membership, class, count(*) filter (where "left" is null), count(*) filter (where "left" is not null) from member group by 1, 2`,
    `insert into latest_member (membership, wallet, id) select membership, wallet, max(id) from member group by 1, 2`,
    `insert into application (id, membership, wallet, class, document, deadline, state, block, time, tx, log)
     select 'a' || n, ${at('membership', `1 + n % ${coops}`)}, ${at('person', 'n')}, 0, ${hash('n')}, ${NOW}, case when n % 4 = 0 then 'open' else 'admitted' end, ${place('n', coops * 6)} from generate_series(1, ${coops * 6}) n`,
    `insert into amendment (id, coop, what, args, block, time, tx, log)
     select 'm' || n, ${at('coop', `1 + n % ${coops}`)}, 'NameSet', '{"name":"Another name"}', ${place('n', coops * 4)} from generate_series(1, ${coops * 4}) n`,
    `insert into filing (id, phyle, coop, what, year, document, attester, block, time, tx, log)
     select 'f' || n, ${phyle}, ${at('coop', `1 + n % ${coops}`)}, case when n % 2 = 0 then 'books' else 'socialAccount' end, 2026, ${hash('n')}, null, ${place('n', coops * 4)} from generate_series(1, ${coops * 4}) n`,
    `insert into proposal (assembly, id, coop, proposer, title, description, actions, targets, "values", calldatas, kind, words, motion, cooperative, resolution, language, rule_word, class_word, counts, class_names, snapshot, vote_start, vote_end, eta, expiry, executed_block, executed_time, executed_tx, cancelled_block, cancelled_time, cancelled_tx, block, time, tx, log)
     select ${at('assembly', ofDecision)}, n, ${at('coop', ofDecision)}, ${at('person', 'n')}, 'Decision ' || n, '# Decision ' || n || E'\\n\\n' || repeat('Why it is put. ', 100), 1, array[${at('coop', ofDecision)}], array[0::numeric], array['0xaabbccdd'], n % 4, 'decision ' || n || ' #' || n, ${hash('n')}, 'Co-op', ${hash('n')}, 'en',
       ${RULE}, ${CLASS_WORD}, case when ${ofDecision} = 1 then ${counts(first)}::numeric else ${counts(each)} end, array['${CLASSES.join("','")}'],
       ${closes} - ${8 * DAY}, ${closes} - ${7 * DAY}, ${closes}, ${closes} + ${DAY}, ${closes} + ${14 * DAY},
       case when n % 3 = 0 and ${closes} < ${NOW} then 5 end, case when n % 3 = 0 and ${closes} < ${NOW} then ${closes} + ${DAY} end, case when n % 3 = 0 and ${closes} < ${NOW} then ${hash('n')} end, null, null, null, ${place('n', decisions)}
     from generate_series(1, ${decisions}) n`,
    `insert into ballot (assembly, proposal, voter, member_id, class, choice, how, reason, signature, change, block, time, tx, log)
     select ${at('assembly', ofDecision)}, n, ${at('person', person(ofDecision, 'id'))}, id, ${class3('id')}, case when id % 5 = 0 then 0 else 1 end, 'carried', null, '0x' || repeat('ab', 65), case when id % 7 = 0 then 1 end, ${place('n', decisions)}
     from generate_series(1, ${decisions}) n, lateral generate_series(1, ${voters}) id`,
    `insert into tally (assembly, proposal, votes, voted, quorum, passing)
     select assembly, proposal, array[f(0, 0), f(0, 1), 0, 0, f(1, 0), f(1, 1), 0, 0, f(2, 0), f(2, 1), 0, 0], voted, true, proposal % 5 <> 0
     from (select assembly, proposal, count(*)::int voted, array_agg(class * 4 + choice) as cast_ from ballot group by 1, 2) b`.replaceAll(
      /f\((\d), (\d)\)/g,
      (_, c, choice) =>
        `(select count(*) from unnest(cast_) one where one = ${Number(c) * 4 + Number(choice)})`,
    ),
    `insert into transfer (id, token, "from", "to", amount, block, time, tx, log)
     select 't' || n, ${token}, case when n % 2 = 0 then ${at('coop', 'c')} else ${at('person', 'n')} end, case when n % 2 = 1 then ${at('coop', 'c')} else ${at('person', 'n')} end, n, ${place('n', moves)}
     from (select n, case when n % ${LARGEST} = 0 then 1 else 1 + n % ${coops} end c from generate_series(1, ${moves}) n) t`,
    `insert into payment (id, coop, proposal, token, "to", amount, ground, document, line, block, time, tx, log)
     select 'p' || id, "from", 1, token, "to", amount, 1, ${hash('amount')}, 0, block, time, tx, log from transfer where "from" like '0xc0%'`,
    `insert into carried_out (id, coop, proposal, index, target, value, data, block, time, tx, log)
     select 'o' || id, "from", amount, 0, token, 0, '0xa9059cbb', block, time, tx, log from transfer where "from" like '0xc0%'`,
    `insert into account_size (coop, entries) select a, count(*) from (select "from" a from transfer union all select "to" from transfer) t where a like '0xc0%' group by 1`,

    `insert into phyle (address, root, fund, bonds, works, machines, licences, contributions, cash, start, epoch_length, notice_period, heads, block, time, tx, log)
     values (${phyle}, ${at('coop', '1')}, ${[1, 2, 3, 4, 5, 6].map(own).join(', ')}, ${token}, ${NOW - months * 30 * DAY}, ${30 * DAY}, 0, 0, ${place('1', 10)})`,
    `insert into home (chapter, phyle, name) values ${['fund', 'bonds', 'works', 'machines', 'licences', 'contributions'].map((name, at) => `(${own(at + 1)}, ${phyle}, '${name}')`).join(', ')}`,
    `insert into policy values (${phyle}, 0, 1000, 5000, 1000)`,
    `insert into phyle_coop (phyle, coop, entered, leaves, departed, seats)
     select ${phyle}, ${at('coop', 'n')}, ${NOW - 365 * DAY} + n, null, false, 0 from generate_series(2, ${coops}) n`,
    `insert into seat (phyle, coop, member_id, wallet, earns_from, "from", until)
     select ${phyle}, ${at('coop', 'c')}, id, ${at('person', person('c', 'id'))}, 1, ${NOW - 300 * DAY}, case when id % 20 = 19 then ${NOW - DAY} end
     from generate_series(2, ${coops}) c, lateral generate_series(1, ${roll('c')}) id where ${class3('id')} < 2`,
    `insert into head (phyle, wallet, seats) select phyle, wallet, count(*) filter (where until is null) from seat group by 1, 2`,
    `update phyle set heads = (select count(*) from head where seats > 0)`,
    `update phyle_coop set seats = (select count(*) from seat where seat.coop = phyle_coop.coop and until is null)`,
    `insert into closed_epoch (phyle, epoch, shared, poured, to_bonds, to_reserve, per_head, heads, carried, block, time, tx, log)
     select ${phyle}, n, n, 1000, 100, 100, 8, 100, 0, ${place('n', months)} from generate_series(0, ${months - 1}) n`,
    `insert into claim (id, phyle, person, "to", amount, block, time, tx, log)
     select 'c' || n, ${phyle}, ${at('person', `1 + n % ${members}`)}, ${at('person', 'n')}, 8, ${place('n', members)} from generate_series(1, ${members}) n`,

    `insert into series (phyle, id, coop, title, words, document, supplier, face, price, least_units, most_units, most_per_person, opens_at, subscribe_until, closes_at, buy_by, expected_by, cap_bps, rent_mode, rent, rent_period, endorsed, units, holders, refunds, machine, bought, left_over, paid, cap_due, redeemed, peak, failed, block, time, tx, log)
     select ${phyle}, ${series_('n')}, ${at('coop', `2 + n % ${coops - 1}`)}, 'Machine ' || n, 'machine ' || n, ${hash('n')}, ${at('person', '7')}, 1000000, 5000000000, 10, 100000, 1000,
       ${NOW} + (n % 9 - 8) * ${10 * DAY}, ${NOW} + (n % 9 - 6) * ${10 * DAY}, ${NOW} + (n % 9 - 5) * ${10 * DAY}, ${NOW} + (n % 9 - 3) * ${10 * DAY}, ${NOW + 900 * DAY}, 11000, 1, 1000000, ${30 * DAY}, n % 3 = 0, 0, 0, 0,
       case when n % 2 = 0 then n end, case when n % 2 = 0 then ${NOW - 90 * DAY} end, 0, 1000, null, n % 10 = 0, 0, false, ${place('n', series)} from generate_series(1, ${series}) n`,
    `insert into position (phyle, series, holder, units, subscribed, taken, refunded)
     select ${phyle}, s, ${at('person', `1 + (s * 31 + h) % ${members}`)}, h % 50, 50, 0, false from generate_series(1, ${series}) s, lateral generate_series(1, case when s = 1 then ${holders * 4} else ${holders} end) h on conflict do nothing`,
    `update series set units = t.units, peak = t.units, holders = t.holders from (select series id, sum(units) units, count(*) filter (where units > 0) holders from position group by 1) t where t.id = series.id`,
    `insert into series_event (id, phyle, series, what, who, amount, block, time, tx, log)
     select 'e' || row_number() over (), phyle, series, 'subscribed', holder, units * 1000000, (1 + row_number() over () * 7 % ${LAST_BLOCK})::int, ${NOW - 100 * DAY}, ${hash('units')}, (row_number() over () % 97)::int from position`,
    `insert into series_payment (id, phyle, series, amount, source, paid_after, block, time, tx, log)
     select 'y' || n, ${phyle}, 1 + n % ${series}, 10, 'machine', n, ${place('n', series * 40)} from generate_series(1, ${series * 40}) n`,
    `insert into machine (phyle, id, coop, series, document, supplier, price, rent_mode, rent, rent_period, income, block, time, tx, log)
     select ${phyle}, id, coop, id, document, supplier, price, rent_mode, rent, rent_period, 9000000, block, time, tx, log from series where machine is not null`,
    `insert into pour (id, phyle, "from", source, ref, amount, to_series, to_bonds, to_reserve, to_heads, block, time, tx, log)
     select 'o' || n, ${phyle}, ${at('coop', `2 + n % ${coops - 1}`)}, n % 4, 2 * (1 + n % ${Math.max(1, Math.floor(series / 2))}), 100, 40, 10, 10, 40, ${place('n', series * 50)} from generate_series(1, ${series * 50}) n`,
    `insert into flow (phyle, in_machines, in_licences, in_levies, in_gifts, to_bonds, to_reserve, to_heads, claimed, pours)
     select phyle, sum(amount) filter (where source = 0), sum(amount) filter (where source = 1), sum(amount) filter (where source = 2), sum(amount) filter (where source = 3), sum(to_series + to_bonds), sum(to_reserve), sum(to_heads), (select sum(amount) from claim), count(*) from pour group by phyle`,

    `insert into work (phyle, id, family, steward, "by", approved, title, version, licence, "right", licensor, purpose, words, links, digest, cid, parents, block, time, tx, log)
     select ${phyle}, n, case when n % 2 = 0 then n - 1 else n end, ${at('coop', `2 + n % ${coops - 1}`)}, ${at('person', 'n')}, true, 'Design ' || n, '1.' || n % 2, case when n % 3 = 0 then 'MIT' else 'LicenseRef-Phyle' end, case when n % 3 = 0 then 1 else 3 end, 'Somebody', 'To build with', 'design ' || n || ' somebody to build with', array['https://example.org/' || n], ${hash('n')}, 'bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy', case when n > 2 then array[(n - 2)::numeric] else array[]::numeric[] end, ${place('n', works)} from generate_series(1, ${works}) n`,
    `insert into origin (phyle, digest, work) select phyle, digest, id from work`,
    `insert into descent (phyle, parent, child) select ${phyle}, n - 2, n from generate_series(3, ${works}) n`,
    `insert into licence (phyle, name) values (${phyle}, 'MIT'), (${phyle}, 'LicenseRef-Phyle')`,
    `insert into terms (phyle, family, version, hash, "from", licensor, legal_text, price_per_year, tier_bps, tier_turnover, steward_bps, parents_bps, fund_bps, grace, cure, refund_window, notice, waive_points, min_attesters, change_date, block, time, tx, log)
     select ${phyle}, n, v, ${hash('n')}, ${NOW - 90 * DAY} + v, ${at('coop', '2')}, ${hash('n')}, 900000000, array[0, 10000], array[500000, 0]::numeric[], 6000, 1000, 500, 0, 0, 0, 0, 100, 2, 0, ${place('n', works * 2)} from generate_series(1, ${works}, 2) n, generate_series(1, 3) v`,
    `insert into receipt (phyle, fingerprint, licensee, family, number, payer, work, terms, ground, tier, issued, "from", "to", token, amount, purchase_order, statement, previous, block, time, tx, log)
     select ${phyle}, ${hash('n * 100 + k')}, ${at('person', 'n')}, 1 + 2 * (n % ${Math.floor(works / 2)}), k, ${at('person', 'n')}, 1, 1, 0, 1, ${NOW}, ${NOW} + k * 100, ${NOW} + (k + 1) * 100, ${token}, 900, ${hash('n')}, ${hash('n')}, ${hash('n')}, ${place('n * 3 + k', works * 40)} from generate_series(1, ${works * 10}) n, generate_series(1, 3) k`,
    `insert into refund (phyle, fingerprint, licensee, family, number, receipt, payer, amount, "from", "to", block, time, tx, log)
     select phyle, fingerprint, licensee, family, number + 1, number, payer, amount, "from", payer, block + 1, time, tx, log from receipt where number = 3 and family % ${GIVEN_BACK} = 1`,
    `insert into permission (phyle, family, licensee, refunds, block, time, tx, log) select distinct on (phyle, family, licensee) phyle, family, licensee, (select count(*) from refund r where (r.phyle, r.family, r.licensee) = (receipt.phyle, receipt.family, receipt.licensee)), block, time, tx, log from receipt order by phyle, family, licensee, number desc`,
    `insert into grant_count (phyle, permissions) select phyle, count(*) from permission group by 1`,
    `insert into contribution (phyle, family, artefact, contributor, attester, points, matures, link, withdrawn, counted, block, time, tx, log)
     select ${phyle}, 1 + 2 * (n % ${Math.floor(works / 2)}), ${hash('n')}, ${at('person', `1 + n % ${members}`)}, ${at('person', '3')}, 10, ${NOW}, 'https://example.org/' || n, false, n % 2 = 0, ${place('n', works * 10)} from generate_series(1, ${works * 10}) n`,
    `update _ponder_meta set value = jsonb_set(value, '{is_ready}', '1')`,
    `insert into _ponder_checkpoint values ('chain', 31337, '${checkpoint()}', '${checkpoint()}', '${checkpoint()}')`,
  ]
}

const checkpoint = () =>
  `${NOW}${'31337'.padStart(16, '0')}${`${LAST_BLOCK}`.padStart(16, '0')}${'0'.repeat(33)}`

/** Writes it all, then makes the indexes. */
export async function fill({ db, index }: Opened, size: Size): Promise<void> {
  for (const statement of statements(size)) {
    await db.execute(sql.raw(statement)).catch((error: Error) => {
      throw new Error(`${error.message}: ${statement.slice(0, 90)}`)
    })
  }
  await index()
}
