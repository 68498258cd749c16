import decodeQR from 'qr/decode.js'
import { expect, it } from 'vitest'
import { darkIn, qrRows } from './qr-code'

/** Pixels of each square, as a camera would have them at arm's length. */
const SCALE = 4
/** As long as a voucher of a key's signature. */
const TEXT = `SYV${'A2B7'.repeat(69)}Q`

/** Paints what is drawn, bar by bar, as a browser does. */
function painted(rows: readonly (readonly boolean[])[]) {
  const size = rows.length * SCALE
  const data = new Uint8ClampedArray(size * size * 4).fill(255)
  const bars = [
    ...rows
      .map(darkIn)
      .join('')
      .matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g),
  ]
  for (const [, x, y, width, back] of bars.map((bar) => bar.map(Number) as [number, number, number, number, number])) {
    expect(back).toBe(width)
    for (let row = y * SCALE; row < (y + 1) * SCALE; row++)
      for (let column = x * SCALE; column < (x + width) * SCALE; column++)
        data.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3)
  }
  return { width: size, height: size, data }
}

it('draws a code that reads as the text it was made of', () => {
  expect(decodeQR(painted(qrRows(TEXT)))).toBe(TEXT)
})

it('leaves four light squares around it', () => {
  const rows = qrRows(TEXT)
  const edge = [...rows.slice(0, 4), ...rows.slice(-4)].flat()
  expect([...edge, ...rows.flatMap((row) => [...row.slice(0, 4), ...row.slice(-4)])].some(Boolean)).toBe(false)
})
