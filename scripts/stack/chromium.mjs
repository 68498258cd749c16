// A browser for the journeys: the machine's own Chromium or Chrome if there is one, else Debian's, else Playwright's.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** @returns {string | undefined} */
function systemChromium() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...onPath, ...MAC].find((file) => existsSync(file) && spawnSync(file, ['--version']).status === 0)
}

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0

/**
 * @param {(line: string) => void} report
 * @returns {string | undefined} the program, or undefined for the one Playwright finds by itself
 */
export function ensureChromium(report) {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const found = systemChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    report('Installing Chromium from Debian…')
    if (
      run('apt-get', ['update', '-q']) &&
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'])
    ) {
      const installed = systemChromium()
      if (installed) return installed
    }
  }
  const require = createRequire(import.meta.url)
  report('Installing the Chromium of Playwright…')
  if (run(process.execPath, [require.resolve('@playwright/test/cli'), 'install', 'chromium'])) return undefined
  throw new Error('No Chromium could be installed. Install one and set CHROMIUM_PATH to its program.')
}
