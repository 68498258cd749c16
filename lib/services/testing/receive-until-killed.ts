/** A program that receives a file without an end, for a spec that kills it. */
import { receiveMeterFile } from '../receive-meter-file'
import { OPERATOR } from './metered'

const [id = ''] = process.argv.slice(2)

async function* bytes() {
  yield new TextEncoder().encode('100,NEM12,202611260101,MDA,RET\n')
  yield new TextEncoder().encode('200,')
  console.log('receiving')
  await new Promise(() => setInterval(() => {}, 1_000))
}

await receiveMeterFile({ id, operator: OPERATOR, name: 'endless.csv', bytes: bytes() })
