import { readFromEvent, type ReadRecordedArgs } from '@/lib/chain/coding/metering'
import { saveRead } from '@/lib/db/write/metering'
import { keepTree } from '../keep-tree'
import { argsOf, placeOf, type Handler } from './happening'

export const readRecorded: Handler = async (happening) => {
  const read = readFromEvent(argsOf<ReadRecordedArgs>(happening))
  await keepTree(happening.tx, { read, since: null })
  await saveRead(happening.tx, read, placeOf(happening).txHash)
}
