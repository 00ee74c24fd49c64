// SPDX-License-Identifier: AGPL-3.0-or-later
/** The services of this chapter, each put together once by `Frame.use`. */
import type { Frame } from '../chapter.ts'
import { openAssemblies } from './assemblies.ts'
import { openBallots } from './ballotStore.ts'
import { openCarrier } from './carrier.ts'
import { openDepartures } from './departures.ts'
import { openFileStore } from './fileStore.ts'
import { openFiles } from './files.ts'
import { openIntake } from './intake.ts'
import { openReasonStore } from './reasonStore.ts'
import { openReasons } from './reasons.ts'

export const assembliesOf = ({ chain, env }: Frame) => openAssemblies(chain, env)

export const ballotsOf = ({ database }: Frame) => openBallots(database)

export const departuresOf = ({ clock, env, use }: Frame) =>
  openDepartures({ clock, ballots: use(ballotsOf), env })

export const intakeOf = ({ chain, clock, env, use }: Frame) =>
  openIntake({
    ...{ chain, clock, env },
    assemblies: use(assembliesOf),
    ballots: use(ballotsOf),
    departures: use(departuresOf),
  })

export const carrierOf = ({ use, ...frame }: Frame) =>
  openCarrier({
    ...frame,
    assemblies: use(assembliesOf),
    ballots: use(ballotsOf),
    departures: use(departuresOf),
  })

export const reasonsOf = ({ chain, database, use }: Frame) =>
  openReasons({ chain, assemblies: use(assembliesOf), store: openReasonStore(database) })

export const filesOf = ({ chain, database, env, roomFor, use }: Frame) =>
  openFiles({
    ...{ chain, env },
    assemblies: use(assembliesOf),
    store: openFileStore(database, roomFor('files', { entries: 200_000, share: 0.6 })),
  })
