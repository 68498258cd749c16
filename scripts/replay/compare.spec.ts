/** The replay against contracts on a real chain: equal as deployed, named and exit code 1 when a contract answers otherwise. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withMarket } from '@/lib/services/testing/market'

const { market } = withMarket()
const root = join(import.meta.dirname, '../..')
const examples = 'docs/examples/replay'
const mill = [
  ...['--offer', `${examples}/mill-offer.json`, '--usage', `${examples}/mill-usage.csv`, '--decimal-comma'],
  ...['--tariff', `${examples}/mill-tariff.json`, '--contracted', `${examples}/mill-contracted.json`],
]
/** PUSH1 1, PUSH1 0, MSTORE, PUSH1 32, PUSH1 0, RETURN: a formula whose every cost is one Nano. */
const ALWAYS_ONE = '0x600160005260206000f3'

/** The market's settings are in the environment of this process and of the ones it starts. */
function replayed(...args: string[]): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/replay.ts', ...args], {
    cwd: root,
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, text })))
}

describe('npm run replay -- --chain', () => {
  it('finds the market it is pointed at equal, line by line', async () => {
    const { code, text } = await replayed(...mill, '--chain')
    expect(text).toContain('On chain 31337 at RPC_URL: 8 figures compared, 0 differ')
    expect(text).toContain('checked: whole bill by BillPreview.preview, 7 figures')
    expect(code).toBe(0)
  })

  it('says which lines no contract prices', async () => {
    const household = ['--offer', `${examples}/household-offer.json`, '--usage', `${examples}/household-usage.csv`]
    const { code, text } = await replayed(...household, '--chain')
    expect(text).toContain('checked: Energy by TimeOfUseFormula, 2 figures')
    expect(text).toContain('not checked: VAT: no contract prices a line of kind "tax"')
    expect(code).toBe(0)
  })

  it('names every figure that differs and ends with code 1', async () => {
    const { FlatFormula } = market().deployment.contracts
    await market().rpc('anvil_setCode', FlatFormula, ALWAYS_ONE)
    const { code, text } = await replayed(...mill, '--chain')
    expect(text).toContain('DIFFERS in 2026-01: Energy at a fixed price: here 43060640000000 nano, FlatFormula 1 nano')
    expect(text).toContain('DIFFERS in 2026-01: bill total: here 73467552200, BillPreview.preview 33098202200')
    expect(code).toBe(1)
  })
})
