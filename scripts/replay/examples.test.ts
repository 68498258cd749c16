// The command as people run it, on the files that docs/replay.md shows: the page prints what the command prints.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/replay.md'), 'utf8')
const examples = 'docs/examples/replay'

function replayed(...args: string[]) {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  return spawnSync(process.execPath, [tsx, 'scripts/replay.ts', ...args], { cwd: root, encoding: 'utf8' })
}

const household = ['--offer', `${examples}/household-offer.json`, '--usage', `${examples}/household-usage.csv`]
const mill = [
  ...['--offer', `${examples}/mill-offer.json`, '--usage', `${examples}/mill-usage.csv`, '--decimal-comma'],
  ...['--tariff', `${examples}/mill-tariff.json`, '--contracted', `${examples}/mill-contracted.json`],
]

describe('npm run replay', () => {
  it.each([
    ['the household', household],
    ['the mill', mill],
  ])('prints for %s what the page shows', (_, args) => {
    const { status, stdout, stderr } = replayed(...args)
    expect([status, stderr]).toEqual([0, ''])
    expect(page).toContain(stdout.trimEnd())
  })

  it.each(['household-offer.json', 'mill-offer.json'])('the page shows %s as it is', (file) => {
    expect(page).toContain(readFileSync(join(root, examples, file), 'utf8').trimEnd())
  })

  it('gives the worked check of the specification as JSON, integers as strings', () => {
    const { status, stdout } = replayed(...mill, '--json')
    expect(status).toBe(0)
    const { total, months } = JSON.parse(stdout) as { total: string; months: { lines: { amount: string }[] }[] }
    expect(total).toBe('73467552200')
    expect(months[0]?.lines.map(({ amount }) => amount)).toContain('5019522200')
  })

  it('refuses with code 2, by name, with file, line and time', () => {
    const [status, stderr] = [replayed(...household, '--from', '2026-02', '--to', '2026-03')].flatMap((run) => [
      run.status,
      run.stderr,
    ])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^MonthsMissing: docs\/examples\/replay\/household-usage\.csv: /)
    expect(replayed('--offer', 'nothing.json', '--usage', 'nothing.csv')).toMatchObject({ status: 2 })
    expect(replayed('--unknown').stderr).toMatch(/^OptionInvalid: /)
  })

  it('says where a price is missing: the line of the usage file', () => {
    const { status, stderr } = replayed(
      '--offer',
      `${examples}/household-offer.json`,
      '--usage',
      `${examples}/mill-usage.csv`,
      '--decimal-comma',
    )
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /^PriceMissing: docs\/examples\/replay\/mill-usage\.csv, line 2: half-hour-prices\.csv has no price/,
    )
  })

  it('prints the JSON Schema of each document', () => {
    const { stdout } = replayed('--schema')
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['offer', 'tariff', 'contracted'])
    expect(JSON.parse(replayed('--schema', 'offer').stdout)).toMatchObject({ title: 'Offer' })
    expect(replayed('--schema', 'nothing')).toMatchObject({ status: 2 })
  })
})
