/** A program that reads what was handed in, as the worker's does, for a spec that kills it while it reads. */
import { readNextUpload } from '../read-upload'

console.log('ready')
while (await readNextUpload());
process.exit(0)
