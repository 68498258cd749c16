/** A market with real money on a chain that knows nothing of the demo: who holds which power when the deployment is done. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeFunctionData } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientAt } from '@/lib/chain/client'
import {
  CONTRACT_NAMES,
  accessManagerAbi,
  escrowAbi,
  memberRegistryAbi,
  modularAbi,
  offerBookAbi,
  type Deployment,
} from '@/lib/chain/contracts'
import { deploy, type DeployOptions } from '@/lib/chain/deploy'
import { DEMO_INDEX, demoAccount } from '@/lib/chain/demo-keys'
import { POWER_DELAY_S, POWERS } from '@/lib/chain/power'
import { refusalOf } from '@/lib/chain/refusal'
import { withDatabase } from '@/lib/db/testing/database'
import { addressOf, withMarket } from './testing/market'

withDatabase()
const { market } = withMarket()

const folder = mkdtempSync(join(tmpdir(), 'switchyard-deploy-'))
const key = generatePrivateKey()
const [deployer, admin, exchange, guardian] = [key, ...[1, 2, 3].map(generatePrivateKey)].map((secret) =>
  addressOf(privateKeyToAccount(secret)),
) as [`0x${string}`, `0x${string}`, `0x${string}`, `0x${string}`]
/** The demo's token without anybody's power over it. */
const MONEY = `0x${'c0de'.repeat(10)}` as const
let done: Deployment
let options: DeployOptions

beforeAll(async () => {
  await market().rpc('anvil_setBalance', deployer, '0xde0b6b3a7640000')
  const keepers = { adminAddress: admin, exchangeAddress: exchange, guardianAddress: guardian }
  const code = await market().rpc('eth_getCode', market().deployment.contracts.SettlementToken, 'latest')
  await market().rpc('anvil_setCode', MONEY, code)
  const money = { tokenAddress: MONEY }
  const settings = { mode: 'production', deployerKey: key, ...money, ...keepers } as const
  options = { rpcUrl: market().rpcUrl, out: join(folder, 'deployment.json'), settings, report: () => {} }
  done = await deploy(options)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const client = () => clientAt(market().rpcUrl, done.chainId)
const holds = (power: bigint, account: `0x${string}`) =>
  client().readContract({
    address: done.contracts.AccessManager,
    abi: accessManagerAbi,
    functionName: 'hasRole',
    args: [power, account],
  })

describe('deploy for the demo', () => {
  it('does not go on with a market that other contracts made', async () => {
    const out = join(folder, 'older.json')
    const { deployment } = market()
    const demo = { ...options, out, settings: { mode: 'demo' } as DeployOptions['settings'] }
    for (const older of [
      { ...deployment, bytecode: undefined },
      { ...deployment, contracts: {} },
    ]) {
      writeFileSync(out, JSON.stringify(older))
      await expect(deploy(demo)).rejects.toThrow(/npm start -- --fresh/)
    }
    writeFileSync(out, JSON.stringify(deployment))
    expect(await deploy(demo)).toMatchObject({ startBlock: deployment.startBlock })
  })
})

describe('deploy in production', () => {
  it('gives no power to an account whose key everybody has', async () => {
    const settings = { ...options.settings, adminAddress: addressOf(demoAccount(DEMO_INDEX.deployer)) }
    await expect(deploy({ ...options, out: join(folder, 'other.json'), settings })).rejects.toThrow(/ADMIN_ADDRESS/)
  })

  it('does not go on with a demo market, whose keepers are known to everybody', async () => {
    const out = join(folder, 'demo.json')
    writeFileSync(out, JSON.stringify(market().deployment))
    await expect(deploy({ ...options, out })).rejects.toThrow(/describes a demo market/)
  })

  it('does not settle in test money, which everybody can make', async () => {
    const settings = { ...options.settings, tokenAddress: market().deployment.contracts.SettlementToken }
    await expect(deploy({ ...options, out: join(folder, 'other.json'), settings })).rejects.toThrow(/is test money/)
  })

  it('leaves the deployer without any power, and the administrator with delayed ones', async () => {
    for (const power of Object.values(POWERS)) expect(await holds(power, deployer)).toEqual([false, 0])
    expect(await holds(POWERS.admin, admin)).toEqual([true, POWER_DELAY_S])
    expect(await holds(POWERS.exchange, exchange)).toEqual([true, 0])
    expect(await holds(POWERS.guardian, guardian)).toEqual([true, 0])
    const members = { address: done.contracts.MemberRegistry, abi: memberRegistryAbi, functionName: 'hasRole' } as const
    expect(await client().readContract({ ...members, args: [exchange, 4] })).toBe(true)
    expect(await client().readContract({ ...members, args: [deployer, 4] })).toBe(false)
  })

  it('makes no administrator add a module without announcing it', async () => {
    const data = encodeFunctionData({ abi: modularAbi, functionName: 'setModule', args: [admin, true] })
    const refused = (account: `0x${string}`) =>
      client()
        .call({ account, to: done.contracts.Escrow, data })
        .then(
          () => 'allowed',
          (error: unknown) => refusalOf(error)?.name,
        )
    expect(await refused(admin)).toBe('AccessManagerNotScheduled')
    expect(await refused(deployer)).toBe('AccessManagedUnauthorized')
  })

  it('settles in the money it was given, under the formulas there are', async () => {
    const token = await client().readContract({ address: done.contracts.Escrow, abi: escrowAbi, functionName: 'TOKEN' })
    expect(token.toLowerCase()).toBe(MONEY)
    for (const formula of CONTRACT_NAMES.filter((name) => name.endsWith('Formula'))) {
      const offers = { address: done.contracts.OfferBook, abi: offerBookAbi, functionName: 'isFormula' } as const
      expect(await client().readContract({ ...offers, args: [done.contracts[formula]] })).toBe(true)
    }
  })

  it('does nothing the second time, and says who is missing before the first', async () => {
    const before = await client().getBlockNumber()
    expect(await deploy(options)).toEqual(done)
    expect(await client().getBlockNumber()).toBe(before)
    const settings = { ...options.settings, guardianAddress: undefined }
    await expect(deploy({ ...options, out: join(folder, 'other.json'), settings })).rejects.toThrow(
      /^GUARDIAN_ADDRESS is missing/,
    )
  })
})
