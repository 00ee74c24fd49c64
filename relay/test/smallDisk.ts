// SPDX-License-Identifier: AGPL-3.0-or-later
/** A disk of two megabytes, in memory; only root may make one, and not everywhere. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SIZE = '2m'
const PIECE = Buffer.alloc(4_096, 1)

export class SmallDisk implements Disposable {
  readonly folder: string
  readonly #ballast: string

  private constructor(folder: string) {
    this.folder = folder
    this.#ballast = join(folder, 'ballast')
  }

  /** @returns why there can be none here, as a sentence, where that is so */
  static make(): SmallDisk | string {
    const folder = mkdtempSync(join(tmpdir(), 'phyle-disk-'))
    try {
      const options = ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'phyle-test', folder]
      execFileSync('mount', options, { stdio: 'ignore' })
      return new SmallDisk(folder)
    } catch {
      rmdirSync(folder)
      return 'A small disk can be mounted only by root, on a machine that lets it.'
    }
  }

  /** Until nothing more fits. */
  fill(): void {
    try {
      for (;;) appendFileSync(this.#ballast, PIECE)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }

  makeRoom(): void {
    rmSync(this.#ballast)
  }

  [Symbol.dispose](): void {
    execFileSync('umount', ['--lazy', this.folder])
    rmdirSync(this.folder)
  }
}
