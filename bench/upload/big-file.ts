/** NEM12 without an end to speak of: one meter, five-minute values since 2000, as many channels as it takes. In pieces. */
const FIRST_DAY = Date.UTC(2000, 0, 3)
const DAY_MS = 86_400_000
const DAYS = 9_600
const INTERVALS = 288
/** Energies of a small home, in kWh with three places. */
const SHAPES = Array.from({ length: 7 }, (_, shape) =>
  Array.from({ length: INTERVALS }, (_, slot) => `0.0${10 + ((slot * 7 + shape * 13) % 15)}`).join(','),
)
const DAYS_IN_A_PIECE = 128

/** Of one channel, near enough. */
export const CHANNEL_MEBIBYTES = (DAYS * (INTERVALS * 6 + 40)) / 1024 ** 2

export function* bigFile(meter: string, channels: number): Generator<Buffer> {
  yield Buffer.from('100,NEM12,202611260101,MDA,RET\n')
  for (let channel = 1; channel <= channels; channel++) {
    yield Buffer.from(`200,${meter},${registersOf(channels)},${channel},E${channel},N${channel},METER,KWH,5,\n`)
    for (let day = 0; day < DAYS; day += DAYS_IN_A_PIECE) yield piece(day, Math.min(day + DAYS_IN_A_PIECE, DAYS))
  }
  yield Buffer.from('900\n')
}

const registersOf = (channels: number) => Array.from({ length: channels }, (_, index) => `E${index + 1}`).join('')

function piece(from: number, to: number): Buffer {
  let text = ''
  for (let day = from; day < to; day++) {
    const date = new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')
    text += `300,${date},${SHAPES[day % SHAPES.length]},A,,,20261126010101,\n`
  }
  return Buffer.from(text)
}
