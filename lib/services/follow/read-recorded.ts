import { readFromEvent, type ReadRecordedArgs } from '@/lib/chain/coding/metering'
import { saveRead } from '@/lib/db/write/metering'
import { argsOf, placeOf, type Handler } from './happening'

export const readRecorded: Handler = async (happening) => {
  await saveRead(happening.tx, readFromEvent(argsOf<ReadRecordedArgs>(happening)), placeOf(happening).txHash)
}
