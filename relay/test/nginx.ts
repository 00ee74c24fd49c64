// SPDX-License-Identifier: AGPL-3.0-or-later
/** The nginx of the system, with the servers that a test gives it. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export const NGINX_WHY_NOT = 'nginx is not installed here: apt-get install nginx-light'

export const hasNginx = spawnSync('nginx', ['-v']).error === undefined

/**
 * Runs it until it is disposed of; when it answers is for the test to see.
 *
 * @param folder is made, and holds all that it writes
 * @param servers as they would stand in /etc/nginx/conf.d
 */
export async function startNginx(folder: string, servers: string): Promise<AsyncDisposable> {
  await mkdir(folder)
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  const [file, errors] = [join(folder, 'nginx.conf'), join(folder, 'error.log')]
  await writeFile(
    file,
    `daemon off; pid ${folder}/pid; error_log ${errors}; events {}
     http { access_log off; ${paths.join(' ')} ${servers} }`,
  )
  const nginx = spawn('nginx', ['-p', folder, '-e', errors, '-c', file], { stdio: 'ignore' })
  const ended = once(nginx, 'close')
  return {
    async [Symbol.asyncDispose]() {
      nginx.kill('SIGTERM')
      await ended
    },
  }
}
