/** A market on a real chain for specs: a fresh anvil, the contracts, two retailers' offers, two consumers with meters. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWalletClient, http, keccak256, stringToHex, zeroHash, type Chain } from 'viem'
import type { HDAccount } from 'viem/accounts'
import { afterAll, beforeAll, vi } from 'vitest'
import { clientAt } from '@/lib/chain/client'
import { pricingToOffer } from '@/lib/chain/coding/formula'
import type { Deployment } from '@/lib/chain/contracts'
import { deploy } from '@/lib/chain/deploy'
import { DEMO_INDEX, demoAccount, demoConsumer, demoRetailer } from '@/lib/chain/demo-keys'
import { offerId } from '@/lib/chain/ids'
import {
  mintCall,
  publishOfferCall,
  publishPeriodsCall,
  publishTariffCall,
  registerMeterCall,
  type Call,
} from '@/lib/chain/intents/calls'
import { demoMeterKey, type MeterKey } from '@/lib/chain/meter-keys'
import type { Meter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import { sampleOffer } from '@/lib/domain/offers/offer.sample'
import type { Offer } from '@/lib/domain/offers/offer'
import { typicalMonth } from '@/lib/domain/offers/determinants'
import { suggestExamples } from '@/lib/domain/offers/worked-examples'
import { consecutivePeriods, type Period } from '@/lib/domain/settlement/period'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { micro, microPerKwh, signedMicroPerKwh, watt, wh } from '@/lib/domain/units/units'

export const TIME_ZONE = 'Asia/Shanghai'
const DAY_S = 86_400
const PATIENCE_MS = 120_000
const NO_ROOT: Hex = `0x${'0'.repeat(64)}`

export interface TestMeter {
  id: Hex
  key: MeterKey
  meter: Meter
  opening: Read
}

export interface TestMarket {
  rpcUrl: string
  deployment: Deployment
  periods: Period[]
  offer: Offer
  offerId: Hex
  /** Of consumer 0 (secp256k1) and of consumer 1 (P-256). */
  meters: TestMeter[]
  send: (account: HDAccount, call: Call) => Promise<Hex>
  rpc: (method: string, ...params: unknown[]) => Promise<unknown>
  /** Mines a block at an instant. */
  moveTo: (time: number) => Promise<void>
}

export const addressOf = (account: { address: string }): Address => account.address.toLowerCase() as Address

/** Call it once at the top of a spec, after withDatabase: the settings then name this chain. */
export function withMarket(): { market: () => TestMarket } {
  let anvil: ChildProcess | undefined
  let market: TestMarket | undefined
  const folder = mkdtempSync(join(tmpdir(), 'switchyard-market-'))
  beforeAll(async () => {
    const port = await freePort()
    const periods = consecutivePeriods({ year: 2026, month: 1 }, 6, TIME_ZONE)
    const begin = (periods[0]?.start ?? 0) - 10 * DAY_S
    anvil = spawn(
      anvilProgram(),
      ['--port', String(port), '--timestamp', String(begin), '--hardfork', 'osaka', '--silent'],
      { stdio: 'ignore' },
    )
    const rpcUrl = `http://127.0.0.1:${port}`
    await answering(rpcUrl)
    const file = join(folder, 'deployment.json')
    vi.stubEnv('RPC_URL', rpcUrl)
    vi.stubEnv('DEPLOYMENT_FILE', file)
    vi.stubEnv('MARKET_TIME_ZONE', TIME_ZONE)
    const deployment = await deploy({ rpcUrl, out: file, settings: { ...NOBODY, mode: 'demo' }, report: () => {} })
    market = await open(rpcUrl, deployment, periods)
  }, PATIENCE_MS)
  afterAll(() => {
    anvil?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    market() {
      if (!market) throw new Error('the market opens before the first test')
      return market
    },
  }
}

const NOBODY = {
  deployerKey: undefined,
  tokenAddress: undefined,
  adminAddress: undefined,
  exchangeAddress: undefined,
  guardianAddress: undefined,
}

async function open(rpcUrl: string, deployment: Deployment, periods: Period[]): Promise<TestMarket> {
  const at = deployment.contracts
  const exchange = demoAccount(DEMO_INDEX.exchange)
  const client = clientAt(rpcUrl, deployment.chainId)
  async function send(account: HDAccount, call: Call): Promise<Hex> {
    const wallet = createWalletClient({ account, chain: client.chain as Chain, transport: http(rpcUrl) })
    const hash = await wallet.sendTransaction(call)
    await client.waitForTransactionReceipt({ hash, pollingInterval: 20 })
    return hash
  }
  const rpc = (method: string, ...params: unknown[]) => client.request({ method, params } as never)
  const bounds = [...periods.map(({ start }) => start), periods.at(-1)?.end ?? 0]
  await send(exchange, publishPeriodsCall(at, bounds))
  for (const { start, end } of periods) await send(exchange, publishTariffCall(at, tableFor(start, end)))
  const pricing = { formula: 'Flat', params: { price: microPerKwh(400_000n) } } as const
  const retailer = addressOf(demoRetailer(0))
  const validity = { validFrom: 0, validUntil: bounds.at(-1) ?? 0 }
  const offer = sampleOffer({ retailer, ...pricingToOffer(pricing, at), ...validity, termPeriods: 3 })
  const month = registerValues([20n, 20n, 20n, 20n, 20n].map((value) => wh(value * 1_000n)))
  const examples = suggestExamples({ pricing, priceCap: offer.priceCap }, typicalMonth({ registers: month }))
  await send(demoRetailer(0), publishOfferCall(at, { offer, name: 'Steady', examples }))
  const meters: TestMeter[] = []
  for (const position of [0, 1]) meters.push(await addConsumer(deployment, send, position, periods[0]?.start ?? 0))
  return {
    rpcUrl,
    deployment,
    periods,
    offer,
    offerId: offerId(offer),
    meters,
    send,
    rpc,
    async moveTo(time) {
      await rpc('evm_setNextBlockTimestamp', time)
      await rpc('evm_mine')
    },
  }
}

export function tableFor(start: number, end: number) {
  const demo = (index: number) => addressOf(demoAccount(index))
  return {
    region: 42,
    voltageClass: 2,
    start,
    end,
    agencyPrice: microPerKwh(651_886n),
    cataloguePrice: microPerKwh(651_886n),
    index: signedMicroPerKwh(384_470n),
    indexSeries: zeroHash,
    grid: demo(DEMO_INDEX.grid),
    government: demo(DEMO_INDEX.government),
    subsidyPool: demo(DEMO_INDEX.subsidyPool),
    components: [{ kind: 'Network', prices: registerValues([1, 1, 1, 1, 1].map(() => microPerKwh(126_300n))) }],
  } as const
}

/** A consumer with test money and a meter whose key is of the kind its position says. */
async function addConsumer(
  { chainId, contracts: at }: Deployment,
  send: TestMarket['send'],
  position: number,
  firstStart: number,
): Promise<TestMeter> {
  const number = BigInt(keccak256(stringToHex(`test meter ${position}`)))
  const id = `0x${(number - (number % 2n) + BigInt(position % 2)).toString(16).padStart(64, '0')}` as Hex
  const key = demoMeterKey(id, { chainId, meterRegistry: at.MeterRegistry, p256Verifier: at.ERC7913P256Verifier })
  const opening = readOf(id, { time: firstStart - 15 * DAY_S, sequence: 0, each: 1_000n })
  const meter: Meter = {
    operator: addressOf(demoAccount(DEMO_INDEX.grid)),
    holder: addressOf(demoConsumer(position)),
    region: 42,
    voltageClass: 2,
    customerClass: 'Business',
    digits: 9,
    multiplier: 1,
    capacity: watt(50_000n),
    signer: key.signer,
  }
  await send(demoAccount(DEMO_INDEX.grid), registerMeterCall(at, id, meter, opening))
  await send(demoAccount(DEMO_INDEX.deployer), mintCall(at, meter.holder, micro(2_000_000_000n)))
  return { id, key, meter, opening }
}

/** A read whose five registers all show the same. */
export function readOf(meterId: Hex, { time, sequence, each }: { time: number; sequence: number; each: bigint }): Read {
  const importWh = registerValues([each, each, each, each, each].map(wh))
  return {
    meterId,
    time,
    sequence,
    quality: 'Measured',
    importWh,
    exportWh: wh(0n),
    maxDemand: watt(0n),
    intervalRoot: NO_ROOT,
  }
}

function anvilProgram(): string {
  const [system, arch] = [process.platform, process.arch === 'x64' ? 'amd64' : process.arch]
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return createRequire(import.meta.url).resolve(`@foundry-rs/anvil-${system}-${arch}/bin/anvil${suffix}`)
}

async function answering(rpcUrl: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId' })
    const headers = { 'content-type': 'application/json' }
    if ((await fetch(rpcUrl, { method: 'POST', headers, body }).catch(() => null))?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the chain did not start')
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
