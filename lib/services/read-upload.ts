/**
 * Reads the files that were handed in, one after the other, in a process that does nothing else. What the operator may do is
 * asked again: a file may have waited. A process that is killed leaves the import as it was; another reads the file again.
 */
import { withBulk, type Bulk } from '@/lib/db/bulk'
import { failDeadImports, failImport, finishImport } from '@/lib/db/write/imports'
import { neededUploads, returnDeadReads, takeUpload, type WaitingUpload } from '@/lib/db/write/uploads'
import { csvMappingSchema } from '@/lib/formats/csv/mapping'
import { importInto } from './import-meter-file'
import { ImportLines } from './import-lines'
import { mayImport } from './may-import'
import { refusedImport } from './refused-import'
import { deleteSpooled, readSpooled, spooledFiles, spooledSize } from './spooled-files'
import { readerFor } from './take-meter-file'

/** The next one that waits. @returns false if none does. */
export function readNextUpload(): Promise<boolean> {
  return withBulk(async (bulk) => {
    const upload = await takeUpload(bulk)
    if (!upload) return false
    await readUpload(bulk, upload)
    // What is thrown above is a surprise, such as a database that went away: the file stays and is read again.
    await deleteSpooled(upload.id)
    return true
  })
}

async function readUpload(bulk: Bulk, upload: WaitingUpload): Promise<void> {
  const { id, operator, size } = upload
  if ((await spooledSize(id)) !== size) return failImport(id)
  if (!(await mayImport(operator))) {
    const lines = new ImportLines()
    lines.fault('SenderNoOperator')
    return finishImport(bulk, upload, refusedImport(lines, { bytes: 0 }))
  }
  const { name, meter, at } = upload
  const mapping = upload.mapping === null ? undefined : csvMappingSchema.parse(upload.mapping)
  const read = readerFor({ mapping, at: at ?? undefined })
  await importInto(bulk, { id, operator, name, bytes: readSpooled(id), read, ...(meter !== null && { meter }) })
}

/** After crashes: what died goes on or has failed, and no file stays that nobody will read. */
export async function tidyUploads(): Promise<void> {
  await returnDeadReads()
  await failDeadImports()
  // The files first: whoever writes one has its row already.
  const files = await spooledFiles()
  const needed = await neededUploads()
  for (const id of files) if (!needed.has(id)) await deleteSpooled(id)
}
