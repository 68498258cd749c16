/** The thread that checks: however long a file takes, the page stays awake. */
import { examine, type Examination } from './examine'

export interface Job {
  id: number
  /** Null only loads what checking needs, so that it is there when the network is not. */
  examination: Examination | null
}

self.onmessage = async ({ data: { id, examination } }: MessageEvent<Job>) => {
  self.postMessage({ id, examined: examination && (await examine(examination)) })
}
