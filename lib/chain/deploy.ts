/** Puts the market on a chain: contracts, who they listen to, who keeps which power. For scripts/deploy.ts and specs. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseAbi, type Abi, type PublicClient } from 'viem'
import * as abis from '@/contracts/generated/abis'
import bytecode from '@/contracts/generated/bytecode.json'
import { connect } from './client'
import type { ContractAddresses, ContractName, Deployment } from './contracts'
import { DEMO_INDEX, demoAccount, demoKey, demoRetailer, isDemoAccount } from './demo-keys'
import { deployerWith, type Deployer } from './deployer'
import { BYTECODE_HASH, DeployError, existingDeployment, refuseTestMoney } from './existing-deployment'
import * as power from './power'
import type { Role } from '@/lib/domain/members/role'
import type { Address, Hex } from '@/lib/domain/units/hex'
import type { Env } from '@/lib/env'

export interface DeployOptions {
  rpcUrl: string
  /** The deployment file. */
  out: string
  settings: Pick<Env, 'mode' | 'deployerKey' | 'tokenAddress' | 'adminAddress' | 'exchangeAddress' | 'guardianAddress'>
  report?: (line: string) => void
}

type Keepers = { admin: Address; exchange: Address; guardian: Address; token: Address | null }

export async function deploy({ rpcUrl, out, settings, report = console.log }: DeployOptions): Promise<Deployment> {
  const { client, chainId, genesisHash } = await connect(rpcUrl)
  const place = { chainId, genesisHash: genesisHash as Hex }
  const existing = await existingDeployment(client, out, place, settings.mode)
  if (existing) {
    report(`The market is on chain ${chainId} already: ${out}`)
    return existing
  }
  const deployer = deployerWith(deployerKey(settings, out), client, rpcUrl)
  const keepers = keepersOf(settings, deployer.address)
  if (settings.mode === 'production' && keepers.token) await refuseTestMoney(client, keepers.token)
  const startBlock = Number(await client.getBlockNumber())
  const contracts = await createContracts(deployer, keepers.token, report)
  const token = await describeToken(client, contracts.SettlementToken)
  for (const { of, modules } of power.MODULES) {
    for (const name of modules) await deployer.send(power.setModuleCall(contracts, of, name))
  }
  await deployer.send(power.setBookCall(contracts))
  report('modules wired')
  await openMarket(deployer, contracts, keepers)
  if (settings.mode === 'demo') await admitDemoMembers(deployer, client, contracts)
  await handOver(deployer, contracts, keepers)
  report(`powers handed over: later changes wait ${power.POWER_DELAY_S / 86_400} days`)
  const deployment = { ...place, bytecode: BYTECODE_HASH, startBlock, token, contracts }
  save(out, deployment)
  report(`deployed to chain ${chainId}: ${out}`)
  return deployment
}

function deployerKey(settings: DeployOptions['settings'], out: string): Hex {
  const key = settings.deployerKey ?? (settings.mode === 'demo' ? demoKey(DEMO_INDEX.deployer) : undefined)
  if (key) return key
  throw new DeployError(
    `There is no market at DEPLOYMENT_FILE (${out}), and DEPLOYER_PRIVATE_KEY is missing. Correct the one, or set the other to the key of a funded account; it keeps no power afterwards.`,
  )
}

function keepersOf(settings: DeployOptions['settings'], deployer: Address): Keepers {
  const demo = (index: number) => demoAccount(index).address.toLowerCase() as Address
  if (settings.mode === 'demo') {
    const { adminAddress, exchangeAddress, guardianAddress, tokenAddress } = settings
    return {
      admin: adminAddress ?? deployer,
      exchange: exchangeAddress ?? demo(DEMO_INDEX.exchange),
      guardian: guardianAddress ?? demo(DEMO_INDEX.guardian),
      token: tokenAddress ?? null,
    }
  }
  const required = (name: string, value: Address | undefined, what: string): Address => {
    if (!value) throw new DeployError(`${name} is missing. Set it to ${what}.`)
    if (isDemoAccount(value))
      throw new DeployError(
        `${name} is an account of the public test mnemonic: everybody has its key. Set it to ${what}.`,
      )
    return value
  }
  return {
    admin: required(
      'ADMIN_ADDRESS',
      settings.adminAddress,
      'the account (a multisignature, say) that may change powers',
    ),
    exchange: required(
      'EXCHANGE_ADDRESS',
      settings.exchangeAddress,
      'the account of the power exchange, which admits members',
    ),
    guardian: required('GUARDIAN_ADDRESS', settings.guardianAddress, 'the account that may pause an activity'),
    token: required(
      'TOKEN_ADDRESS',
      settings.tokenAddress,
      'the token the market settles in (6 decimals, ERC-2612 permit)',
    ),
  }
}

async function createContracts(
  deployer: Deployer,
  token: Address | null,
  report: (line: string) => void,
): Promise<ContractAddresses> {
  const at: Partial<ContractAddresses> = {}
  const create = async (name: ContractName & keyof typeof bytecode, abi: Abi, args: readonly unknown[] = []) => {
    at[name] = await deployer.create(abi, bytecode[name] as Hex, args)
    report(`${name} ${at[name]}`)
    return at[name]
  }
  const manager = await create('AccessManager', abis.accessManagerAbi, [deployer.address])
  const members = await create('MemberRegistry', abis.memberRegistryAbi, [manager])
  const breaker = await create('CircuitBreaker', abis.circuitBreakerAbi, [manager])
  const tariffs = await create('TariffBook', abis.tariffBookAbi, [members])
  const offers = await create('OfferBook', abis.offerBookAbi, [manager, members, breaker])
  const meters = await create('MeterRegistry', abis.meterRegistryAbi, [manager, members])
  const money = token ?? (await create('SettlementToken', abis.settlementTokenAbi, [manager]))
  at.SettlementToken = money
  const escrow = await create('Escrow', abis.escrowAbi, [manager, money])
  const market = { members, breaker, tariffs, offers, meters, escrow }
  const agreements = await create('AgreementBook', abis.agreementBookAbi, [manager, market])
  const credits = await create('EnergyCredits', abis.energyCreditsAbi, [manager, members, tariffs, escrow])
  const book = await create('SurplusBook', abis.surplusBookAbi, [manager, agreements, meters, tariffs, credits])
  const revisions = await create('Revisions', abis.revisionsAbi, [
    manager,
    breaker,
    tariffs,
    agreements,
    meters,
    escrow,
    book,
  ])
  const settling = [breaker, tariffs, agreements, meters, escrow, revisions, book]
  await create('Settlement', abis.settlementAbi, settling)
  await create('BillPreview', abis.billPreviewAbi)
  await create('PurchaseBook', abis.purchaseBookAbi, [breaker, escrow, { members, tariffs, meters, agreements }])
  const surplus = await create('SurplusMarket', abis.surplusMarketAbi, [
    { members, breaker, tariffs, escrow, credits, book },
  ])
  await create('Autopilot', abis.autopilotAbi, [credits, surplus])
  for (const formula of abis.FORMULA_CONTRACTS) await create(formula, [])
  await create('ERC7913P256Verifier', [])
  return at as ContractAddresses
}

/** What signatures over the token need to name. Amounts everywhere are millionths, so it must have six decimals. */
async function describeToken(client: PublicClient, address: Address): Promise<Deployment['token']> {
  const abi = parseAbi([
    'function name() view returns (string)',
    'function symbol() view returns (string)',
    'function decimals() view returns (uint8)',
    'function version() view returns (string)',
    'function nonces(address) view returns (uint256)',
    'function eip712Domain() view returns (bytes1, string, string, uint256, address, bytes32, uint256[])',
  ])
  const read = { address, abi } as const
  const [name, symbol, decimals] = await Promise.all([
    client.readContract({ ...read, functionName: 'name' }),
    client.readContract({ ...read, functionName: 'symbol' }),
    client.readContract({ ...read, functionName: 'decimals' }),
    client.readContract({ ...read, functionName: 'nonces', args: [address] }),
  ]).catch(() => {
    throw new DeployError(`TOKEN_ADDRESS is not a token with ERC-2612 permit on this chain. Set it to one.`)
  })
  if (decimals !== 6)
    throw new DeployError(`TOKEN_ADDRESS has ${decimals} decimals; the market counts millionths. Use a token with 6.`)
  const domain = await client.readContract({ ...read, functionName: 'eip712Domain' }).catch(() => null)
  const version = domain ? domain[2] : await client.readContract({ ...read, functionName: 'version' }).catch(() => '1')
  return { name: domain ? domain[1] : name, version, symbol }
}

/** Gives the keepers their powers, admits the exchange and allows the formulas there are. */
async function openMarket(deployer: Deployer, at: ContractAddresses, keepers: Keepers): Promise<void> {
  const ownToken = keepers.token === null
  for (const granted of power.GRANTED_FUNCTIONS) await deployer.send(power.allowFunctionsCall(at, granted))
  if (ownToken) await deployer.send(power.allowFunctionsCall(at, power.MINTING))
  const grants = [
    { power: power.POWERS.exchange, account: keepers.exchange },
    { power: power.POWERS.exchange, account: deployer.address },
    { power: power.POWERS.guardian, account: keepers.guardian },
    ...(ownToken ? [{ power: power.POWERS.minter, account: deployer.address }] : []),
  ]
  for (const grant of grants) await deployer.send(power.grantCall(at, { ...grant, delay: 0 }))
  await deployer.send(power.admitCall(at, keepers.exchange, ['Exchange']))
  // Only a member that is an exchange allows formulas; the deployer is one just for that.
  if (deployer.address !== keepers.exchange) await deployer.send(power.admitCall(at, deployer.address, ['Exchange']))
  for (const formula of abis.FORMULA_CONTRACTS) await deployer.send(power.allowFormulaCall(at, formula))
  if (deployer.address !== keepers.exchange) await deployer.send(power.suspendCall(at, deployer.address))
}

/** Members of the demo, with gas where the chain has not given them any. */
async function admitDemoMembers(deployer: Deployer, client: PublicClient, at: ContractAddresses): Promise<void> {
  const account = (index: number) => demoAccount(index).address.toLowerCase() as Address
  const members: [Address, Role[]][] = [
    [account(DEMO_INDEX.grid), ['Grid']],
    [account(DEMO_INDEX.storage), ['Storage']],
    [account(DEMO_INDEX.chargingPoint), ['ChargingPoint']],
    [demoRetailer(0).address.toLowerCase() as Address, ['Retailer']],
    [demoRetailer(1).address.toLowerCase() as Address, ['Retailer']],
  ]
  for (const [address, roles] of members) await deployer.send(power.admitCall(at, address, roles))
  const senders = [DEMO_INDEX.relayer, DEMO_INDEX.exchange, DEMO_INDEX.guardian].map(account)
  for (const to of [...senders, ...members.map(([address]) => address)]) {
    if ((await client.getBalance({ address: to })) === 0n) await deployer.send({ to, data: '0x', value: 10n ** 18n })
  }
}

/** The last act: from here on every change of power is announced POWER_DELAY_S before it happens. */
async function handOver(deployer: Deployer, at: ContractAddresses, keepers: Keepers): Promise<void> {
  const { admin, exchange, guardian, minter } = power.POWERS
  // Once each: a second time in the same second changes nothing, in the next one it does, and no estimate fits both.
  const restricted = new Set<ContractName>(['MemberRegistry', ...power.MODULES.map(({ of }) => of)])
  for (const contract of restricted) await deployer.send(power.targetDelayCall(at, contract))
  for (const id of [exchange, guardian, minter]) await deployer.send(power.grantDelayCall(at, id))
  if (deployer.address !== keepers.exchange) await deployer.send(power.renounceCall(at, exchange, deployer.address))
  await deployer.send(power.grantCall(at, { power: admin, account: keepers.admin, delay: power.POWER_DELAY_S }))
  if (deployer.address !== keepers.admin) await deployer.send(power.renounceCall(at, admin, deployer.address))
}

/** Whole or not at all. */
function save(out: string, deployment: Deployment): void {
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(`${out}.draft`, JSON.stringify(deployment, null, 2) + '\n')
  renameSync(`${out}.draft`, out)
}
