/** The Chromium or Chrome of this machine that pages are printed with. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { env } from '@/lib/env'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Null if there is none: the setting says which, else the places are looked at where packages put it. */
export function findChromium(): string | null {
  if (env.chromiumPath !== undefined) return isProgram(env.chromiumPath) ? env.chromiumPath : null
  const folders = [...new Set([...env.programFolders.split(delimiter), ...FOLDERS])].filter(Boolean)
  const files = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC]
  return files.find(isProgram) ?? null
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
