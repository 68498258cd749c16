/**
 * Takes a meter file from a sender and puts it where another process reads it (read-upload.ts): the web app has no part in that,
 * so that no file makes it slow or large. Killed at any moment it leaves an import that failed, and a file that is swept.
 */
import { withBulk, type Bulk } from '@/lib/db/bulk'
import { asWorker } from '@/lib/db/client'
import { failImport, finishImport, saveProgress } from '@/lib/db/write/imports'
import { beginUpload, uploadArrived } from '@/lib/db/write/uploads'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { ImportLines } from './import-lines'
import { inImportSlot } from './import-slots'
import { JOBS, sendJob } from './jobs'
import { mayImport } from './may-import'
import { TooManyBytes } from './measured-bytes'
import { refusedImport } from './refused-import'
import { deleteSpooled, spoolFile } from './spooled-files'
import { MEBIBYTE, MOST_BYTES, TELL_EVERY_MS } from './stage-file'
import { chosenMapping, type FileOrder } from './take-meter-file'

export type UploadOrder = Omit<FileOrder, 'dryRun' | 'onProgress'>

/** What became of it so far. */
export type Received = 'waiting' | 'refused'

export async function receiveMeterFile(order: UploadOrder): Promise<Decision<Received>> {
  const { id, operator } = order
  if (!(await mayImport(operator))) return refuse('NotOperator')
  // Kept with the file: what the operator calls so tomorrow may be something else.
  const mapping = await chosenMapping(operator, order.mapping)
  if (!mapping.ok) return mapping
  return inImportSlot(operator, () =>
    withBulk(async (bulk) => {
      if (!(await beginUpload(bulk, { ...order, mapping: mapping.value }))) return refuse('ImportKnown', { id })
      try {
        return ok(await received(bulk, order))
      } catch (error) {
        // The sender broke off, or we failed.
        await deleteSpooled(id)
        await failImport(id)
        throw error
      }
    }),
  )
}

async function received(bulk: Bulk, order: UploadOrder): Promise<Received> {
  const { id, bytes } = order
  let told = 0
  const passed = async (count: number) => {
    const now = Date.now()
    if (now - told < TELL_EVERY_MS) return
    told = now
    await saveProgress(id, { bytes: count, stagedDays: 0 })
  }
  try {
    const size = await spoolFile(id, { bytes, most: MOST_BYTES, passed })
    await asWorker(async (tx) => {
      if (!(await uploadArrived(tx, { id, size }))) throw new Error('the import was given up while its file came')
      await sendJob(tx, JOBS.import)
    })
    return 'waiting'
  } catch (error) {
    if (!(error instanceof TooManyBytes)) throw error
    await deleteSpooled(id)
    const lines = new ImportLines()
    lines.fault('FileTooLarge', { mebibytes: MOST_BYTES / MEBIBYTE })
    await finishImport(bulk, order, refusedImport(lines, { bytes: MOST_BYTES }))
    return 'refused'
  }
}
