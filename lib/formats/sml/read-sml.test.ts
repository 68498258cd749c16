import { describe, expect, it } from 'vitest'
import { KERMIT } from '../crc16'
import { damaged, meterFile, whole } from '../reading.sample'
import { bytesOf, entryText, framed, frameOf, together, WRITTEN_ELSEWHERE } from './frame.sample'
import { readSml } from './read-sml'

const AT = 1_760_000_000
const read = (bytes: Uint8Array, { size = 7, at = AT }: { size?: number; at?: number | null } = {}) =>
  whole(readSml(meterFile(bytes, size), at === null ? {} : { at }))

const TOTAL = '0100010800ff'
const valueOf = async (changes: Record<string, string>) => {
  const found = await read(frameOf({ entries: [entryText({ code: TOTAL, ...changes })] }))
  return [...found.readings.map(({ valueWh }) => valueWh), ...found.remarks, ...found.faults]
}

describe('readSml', () => {
  it('reads a frame that another program wrote', async () => {
    const found = await read(WRITTEN_ELSEWHERE, { size: 1 })
    const shown = found.readings.map(({ meter, channel, direction, register, time, valueWh }) =>
      [meter, channel, direction, register, time, valueWh].join(' '),
    )
    expect(shown).toEqual([
      `1MET0012345678 1.8.0 import  ${AT} 12345`,
      `1MET0012345678 1.8.1 import peak ${AT} 12345`,
      `1MET0012345678 2.8.0 export  ${AT} 1337`,
    ])
    expect([found.remarks, found.faults]).toEqual([[], []])
  })

  it.each([
    ['a tenth of a Wh, rounded down', { value: '630013' }, [1n]],
    ['a kWh', { value: '63091b', scaler: '5203' }, [2_331_000n]],
    ['three bytes without sign', { value: '64ffffff' }, [1_677_721n]],
    ['five bytes with sign', { value: '56010000000a' }, [429_496_730n]],
    ['eight bytes', { value: '690000010000000000' }, [109_951_162_777n]],
  ])('reads %s', async (_, changes, expected) => expect(await valueOf(changes)).toEqual(expected))

  it.each([
    ['a value below zero', { value: '53ffff' }],
    ['more than a country uses', { value: '69ffffffffffffffff', scaler: '5203' }],
    ['a power of ten that means nothing', { value: '6201', scaler: '527f' }],
  ])('leaves out %s by name', async (_, changes) =>
    expect(await valueOf(changes)).toEqual(['SmlValueUnusable {"channel":"1.8.0","byte":0}', 'SmlNoEnergy']),
  )

  it('leaves out a tariff it has no name for, and knows no power for energy', async () => {
    const entries = [
      entryText({ code: '0100010803ff', value: '6201' }),
      entryText({ code: '0100100700ff', value: '6201', unit: '621b' }),
      entryText({ code: TOTAL, value: '620a' }),
    ]
    const found = await read(frameOf({ entries }))
    expect(found.readings.map(({ channel }) => channel)).toEqual(['1.8.0'])
    expect(found.remarks).toEqual(['SmlRegisterUnknown {"channel":"1.8.3","byte":0}'])
  })

  it('takes the checksum some meters use, and four bytes of escape within a value', async () => {
    const frame = frameOf({ entries: [entryText({ code: TOTAL, value: '651b1b1b1b' })] }, KERMIT)
    // 0x1b1b1b1b tenths.
    expect((await read(frame)).readings.map(({ valueWh }) => valueWh)).toEqual([45_476_124n])
  })

  it.each([
    ['0a014d45540000bc614e', '1MET0012345678'],
    ['06454d4801001d4615ca', '06454D4801001D4615CA'],
    ['0a014d455400ffffffff', '0A014D455400FFFFFFFF'],
    ['31303031313835', '31303031313835'],
  ])('shows the meter %s as %s', async (id, expected) => {
    const server = (id.length / 2 + 1).toString(16).padStart(2, '0') + id
    const found = await read(frameOf({ server, entries: [entryText({ code: TOTAL, value: '620a' })] }))
    expect(found.readings.map(({ meter }) => meter)).toEqual([expected])
  })
})

describe('the time of SML readings', () => {
  const at = (time: string, value = '620a') => frameOf({ time, entries: [entryText({ code: TOTAL, value })] })
  const times = async (frames: Uint8Array[], options: { at?: null } = {}) => {
    const found = await read(together(...frames), options)
    return [...found.readings.map(({ time }) => time), ...found.remarks, ...found.faults]
  }

  it('takes an instant as it is, also a local one', async () => {
    // 0x68e7c000 is 9 October 2025, 14:00:00 UTC.
    expect(await times([at('72620265' + '68e7c000')], { at: null })).toEqual([1_760_018_432])
    expect(await times([at('726203' + '7365' + '68e7c000' + '53003c' + '53003c')], { at: null })).toEqual([
      1_760_018_432,
    ])
  })

  it('counts the seconds a meter has run from the start of the capture', async () => {
    expect(await times([at('72620165' + '00001000'), at('72620165' + '00001003')])).toEqual([AT, AT + 3])
    // Without the kind of time, and with seconds that are called an instant.
    expect(await times([at('65' + '00001000'), at('72620265' + '0000100a')])).toEqual([AT, AT + 10])
  })

  it('leaves out a frame whose clock went back, and frames after the first without any time', async () => {
    expect(await times([at('65' + '00001000'), at('65' + '00000fff')])).toEqual([AT, 'SmlClockJumped {"byte":76}'])
    expect(await times([at('01'), at('01')])).toEqual([AT, 'SmlFrameUndated {"byte":72}'])
  })

  it('asks for the time once when nobody knows it', async () => {
    const frames = [at('65' + '00001000'), at('65' + '00001001')]
    expect(await times(frames, { at: null })).toEqual(['SmlTimeMissing {"byte":0}'])
  })
})

describe('damaged SML', () => {
  const good = WRITTEN_ELSEWHERE
  const wrong = good.slice()
  wrong[60] = (wrong[60] ?? 0) ^ 1

  it('leaves out frames with a wrong checksum and without an end, and goes on', async () => {
    const found = await read(together(bytesOf('00ff1b1b'), wrong, good, good.slice(0, 100), good))
    expect(found.remarks).toEqual(['SmlChecksum {"byte":4}', 'SmlCut {"byte":420}'])
    expect([found.readings.length, found.faults]).toEqual([6, []])
  })

  it.each([
    ['an empty file', new Uint8Array()],
    ['a frame whose checksum is wrong', wrong],
    ['the frame as text', new TextEncoder().encode('1B1B1B1B01010101760500')],
    ['no SML within a right checksum', framed('76')],
    ['lists in lists without end', framed('71'.repeat(60_000))],
    ['a list that claims more than it has', framed('fffff0')],
    ['a text that claims more than it has', framed('8f0f0f')],
    ['a frame without end', together(bytesOf('1b1b1b1b01010101'), new Uint8Array(200_000))],
  ])('refuses %s', async (_, bytes) => {
    expect((await read(bytes, { size: 65_536 })).faults).toEqual(['SmlNoFrame'])
  })

  it('refuses a meter that sends no energy', async () => {
    const power = entryText({ code: '0100100700ff', value: '6201', unit: '621b' })
    expect((await read(frameOf({ entries: [power] }))).faults).toEqual(['SmlNoEnergy'])
  })

  it('yields only what has a right checksum, however bits are turned', async () => {
    for (const bytes of damaged(together(good, good), 2_000)) {
      const { readings } = await read(bytes, { size: 100 })
      for (const { valueWh } of readings) expect([12_345n, 1_337n]).toContain(valueWh)
    }
  })

  it('decodes any bytes at all without throwing', async () => {
    const messages = Buffer.from(good.slice(8, -8)).toString('hex')
    for (const bytes of damaged(bytesOf(messages), 2_000)) {
      const found = await read(framed(Buffer.from(bytes).toString('hex')), { size: 1_000 })
      expect(found.faults.length + found.readings.length).toBeGreaterThan(0)
    }
  })

  it('gives up a file of nothing but damaged frames long before its end', async () => {
    const starts = bytesOf('1b1b1b1b01010101'.repeat(100_000))
    // The frame that begins after ten thousand others is known to be cut when the next one begins.
    expect((await read(starts, { size: 65_536 })).faults).toEqual(['SmlDamaged {"most":10000,"byte":80000}'])
  })

  it('lists a hundred remarks of a kind and counts the others', async () => {
    const found = await read(together(...Array.from({ length: 150 }, () => wrong), good), { size: 5_000 })
    expect([found.remarks.length, found.readings.length]).toEqual([101, 3])
    expect(found.remarks.at(-1)).toBe('RemarksLeftOut {"remark":"SmlChecksum","count":50}')
  })
})
