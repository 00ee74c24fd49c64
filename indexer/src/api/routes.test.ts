// SPDX-License-Identifier: AGPL-3.0-or-later
import { answers } from '../../test/answers.ts'
import { IN_MEMORY } from '../../test/database.ts'

answers(async () => IN_MEMORY)
