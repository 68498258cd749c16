/**
 * Files that were handed in and wait to be read: personal data, for the eyes of the market's own account only, and gone as soon
 * as they have been read. A file is written after its row and never without one, so one without a row is left over.
 */
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { TooManyBytes } from './measured-bytes'

const OWNER_MAY_ENTER = 0o700
const OWNER_MAY_READ = 0o600
/** Nothing else in the folder is ours to delete. */
const NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.upload$/

const pathOf = (id: string) => join(/* turbopackIgnore: true */ env.uploadDir, `${id}.upload`)

export interface Spooling {
  bytes: AsyncIterable<Uint8Array>
  /** One byte more breaks off with TooManyBytes. */
  most: number
  /** So many have been written. */
  passed: (count: number) => Promise<void>
}

/** Writes a new file, piece by piece as it comes. @returns its size. It is on the disk then, whatever happens. */
export async function spoolFile(id: string, { bytes, most, passed }: Spooling): Promise<number> {
  await mkdir(env.uploadDir, { recursive: true, mode: OWNER_MAY_ENTER })
  const file = await open(pathOf(id), 'wx', OWNER_MAY_READ)
  try {
    let size = 0
    for await (const piece of bytes) {
      size += piece.byteLength
      if (size > most) throw new TooManyBytes(`more than ${most} bytes`)
      await file.writeFile(piece)
      await passed(size)
    }
    await file.datasync()
    return size
  } finally {
    await file.close()
  }
}

/** Null if it is not there. */
export async function spooledSize(id: string): Promise<number | null> {
  try {
    return (await stat(pathOf(id))).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

export function readSpooled(id: string): AsyncIterable<Uint8Array> {
  return createReadStream(pathOf(id))
}

export async function deleteSpooled(id: string): Promise<void> {
  await rm(pathOf(id), { force: true })
}

export async function spooledFiles(): Promise<string[]> {
  try {
    return (await readdir(env.uploadDir)).flatMap((name) => NAME.exec(name)?.[1] ?? [])
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
