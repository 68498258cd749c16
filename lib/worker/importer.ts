/** A process that reads meter files when the worker says that some wait, and ends with the worker. May be killed at any time. */
import { readNextUpload } from '@/lib/services/read-upload'

const free = () => process.send?.('free')

async function look(): Promise<void> {
  try {
    while (await readNextUpload());
  } catch (error) {
    console.error(`imports: ${error instanceof Error ? error.message : error}`)
  }
  free()
}

process.on('message', () => void look())
process.once('disconnect', () => process.exit(0))
free()
