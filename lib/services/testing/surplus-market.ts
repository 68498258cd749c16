/** Surplus on the test market: sessions, lots and bids, credits and their ways out, each sent as its owner signs it. */
import { encodeFunctionData, parseEther, toHex } from 'viem'
import type { HDAccount } from 'viem/accounts'
import { clientAt } from '@/lib/chain/client'
import { energyCreditsAbi, memberRegistryAbi, surplusMarketAbi } from '@/lib/chain/contracts'
import { demoAccount, DEMO_INDEX } from '@/lib/chain/demo-keys'
import { depositCall, mintCall } from '@/lib/chain/intents/calls'
import {
  offerStorageCall,
  publishFeedInCall,
  redeemCall,
  returningTypedData,
  returnToGridCall,
  storeCall,
  storingTypedData,
  voucherNonce,
  voucherTypedData,
} from '@/lib/chain/intents/credits'
import { permitTypedData } from '@/lib/chain/intents/permit'
import {
  bidCall,
  bidTypedData,
  claimCall,
  clearCall,
  listCall,
  lotTypedData,
  openSessionCall,
  orderWithdrawalTypedData,
  voidSessionCall,
  withdrawOrderCall,
  type Opening,
  type TradedAgreement,
} from '@/lib/chain/intents/surplus'
import { noncesOf, tokenDomain } from '@/lib/chain/read'
import { asWorker } from '@/lib/db/client'
import { sessionBook } from '@/lib/db/read/surplus-sessions'
import { clear } from '@/lib/domain/surplus/clear'
import { tick } from '@/lib/domain/surplus/tick'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { bps, micro, microPerKwh, wh } from '@/lib/domain/units/units'
import { addressOf, type TestMarket } from './market'

const EXPIRY = 2 ** 40 - 1
const anybody = demoAccount(DEMO_INDEX.relayer)
const exchange = demoAccount(DEMO_INDEX.exchange)

export interface Placing {
  session: bigint
  energy: bigint
  price: bigint
  subject?: Hex
  agreement?: TradedAgreement
}

export function surplusOf(market: TestMarket) {
  const { chainId, contracts: at } = market.deployment
  const surplusPlace = { chainId, surplusMarket: at.SurplusMarket }
  const creditsPlace = { chainId, energyCredits: at.EnergyCredits }
  const client = clientAt(market.rpcUrl, chainId)
  const nonceAt = (address: Address, account: HDAccount) =>
    client.readContract({ address, abi: surplusMarketAbi, functionName: 'nonces', args: [account.address] })
  let vouchers = 0n

  async function orderOf(account: HDAccount, { session, energy, price, subject = ZERO_HASH }: Placing) {
    const nonce = await nonceAt(at.SurplusMarket, account)
    const what = { sessionId: session, energy: wh(energy), price: tick(price), subject }
    return { account: addressOf(account), ...what, nonce, expiry: EXPIRY }
  }

  async function intentOf(account: HDAccount, creditId: bigint) {
    return { account: addressOf(account), creditId, nonce: await nonceAt(at.EnergyCredits, account), expiry: EXPIRY }
  }

  return {
    /** Money in the escrow. */
    async fund(account: HDAccount, amount: bigint) {
      const { permit: nonce } = await noncesOf(addressOf(account))
      const permit = { owner: addressOf(account), spender: at.Escrow, value: micro(amount), nonce, deadline: EXPIRY }
      const signature = await account.signTypedData(permitTypedData(tokenDomain(), permit))
      await market.send(demoAccount(DEMO_INDEX.deployer), mintCall(at, addressOf(account), micro(amount)))
      const given = { amount: micro(amount), deadline: EXPIRY, signature }
      return market.send(anybody, depositCall(at, addressOf(account), given))
    },

    /** As settlement has it done, in the name of the surplus book: what a meter exported. */
    async mint(account: HDAccount, { region, start, energy }: { region: number; start: number; energy: bigint }) {
      const from = at.SurplusBook
      await market.rpc('anvil_impersonateAccount', from)
      await market.rpc('anvil_setBalance', from, toHex(parseEther('1')))
      const args = [addressOf(account), region, start, energy] as const
      const data = encodeFunctionData({ abi: energyCreditsAbi, functionName: 'mint', args })
      const hash = (await market.rpc('eth_sendTransaction', { from, to: at.EnergyCredits, data })) as Hex
      await client.waitForTransactionReceipt({ hash, pollingInterval: 20 })
      await market.rpc('anvil_stopImpersonatingAccount', from)
    },

    open: (opening: Opening) => market.send(exchange, openSessionCall(at, opening)),

    async list(account: HDAccount, { agreement = undefined, ...placing }: Placing) {
      const order = await orderOf(account, placing)
      const signature = await account.signTypedData(lotTypedData(surplusPlace, order))
      return market.send(anybody, listCall(at, { order, agreement: agreement ?? null, signature }))
    },

    async bid(account: HDAccount, { agreement = undefined, ...placing }: Placing) {
      const order = await orderOf(account, placing)
      const signature = await account.signTypedData(bidTypedData(surplusPlace, order))
      return market.send(anybody, bidCall(at, { order, agreement: agreement ?? null, signature }))
    },

    async withdraw(account: HDAccount, what: { session: bigint; isLot: boolean; index: number }) {
      const { session: sessionId, isLot, index } = what
      const nonce = await nonceAt(at.SurplusMarket, account)
      const withdrawal = { sessionId, account: addressOf(account), isLot, index, nonce, expiry: EXPIRY }
      const signature = await account.signTypedData(orderWithdrawalTypedData(surplusPlace, withdrawal))
      return market.send(anybody, withdrawOrderCall(at, withdrawal, signature))
    },

    /** With the engine's proposal, made from the rows; the contract refuses a wrong one. */
    async clear(session: bigint, most = 1_000n) {
      const book = await asWorker((tx) => sessionBook(tx, session))
      const clearing = clear(book, { lots: (row) => book.ids.lots[row]!, bids: (row) => book.ids.bids[row]! })
      return market.send(anybody, clearCall(at, session, clearing, most))
    },

    claim: (session: bigint, what: { bids: number[]; lots: number[] }) =>
      market.send(anybody, claimCall(at, session, what)),

    voidSession: (session: bigint) => market.send(anybody, voidSessionCall(at, session)),

    setGroup(account: HDAccount, group: number) {
      const args = [account.address, group] as const
      const data = encodeFunctionData({ abi: memberRegistryAbi, functionName: 'setGroup', args })
      return market.send(exchange, { to: at.MemberRegistry, data })
    },

    async store(account: HDAccount, creditId: bigint, what: { storageId: number; energy: bigint }) {
      const storing = { ...(await intentOf(account, creditId)), storageId: what.storageId, energy: wh(what.energy) }
      const signature = await account.signTypedData(storingTypedData(creditsPlace, storing))
      return market.send(anybody, storeCall(at, storing, signature))
    },

    async returnToGrid(account: HDAccount, creditId: bigint, energy: bigint) {
      const returning = { ...(await intentOf(account, creditId)), energy: wh(energy) }
      const signature = await account.signTypedData(returningTypedData(creditsPlace, returning))
      return market.send(anybody, returnToGridCall(at, returning, signature))
    },

    async redeem(account: HDAccount, creditId: bigint, { most, energy }: { most: bigint; energy: bigint }) {
      const station = demoAccount(DEMO_INDEX.chargingPoint)
      vouchers += 1n
      const nonce = voucherNonce(vouchers)
      const who = { account: addressOf(account), station: addressOf(station), creditId, nonce, expiry: EXPIRY }
      const voucher = { ...who, most: wh(most) }
      const signature = await account.signTypedData(voucherTypedData(creditsPlace, voucher))
      return market.send(station, redeemCall(at, voucher, wh(energy), signature))
    },

    /** Their own transaction: for once they need what the chain charges. */
    async give(account: HDAccount, to: HDAccount, creditId: bigint, energy: bigint) {
      await market.rpc('anvil_setBalance', account.address, toHex(parseEther('1')))
      const args = [to.address, creditId, energy] as const
      const data = encodeFunctionData({ abi: energyCreditsAbi, functionName: 'transfer', args })
      return market.send(account, { to: at.EnergyCredits, data })
    },

    offerStorage: (terms: { efficiency: bigint; lifetime: number; capacity: bigint }) =>
      market.send(
        demoAccount(DEMO_INDEX.storage),
        offerStorageCall(at, { ...terms, efficiency: bps(terms.efficiency), capacity: wh(terms.capacity) }),
      ),

    publishFeedIn(region: number, start: number, price: bigint) {
      const payer = addressOf(demoAccount(DEMO_INDEX.grid))
      return market.send(exchange, publishFeedInCall(at, { region, start, payer, price: microPerKwh(price) }))
    },
  }
}
