import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withdrawOfferCall } from '@/lib/chain/intents/calls'
import type { ContractAddresses } from '@/lib/chain/contracts'
import en from '@/messages/en.json'
import zh from '@/messages/zh.json'
import { knownCall } from './known-calls'

/** What the intents make transactions of, and the relayer alone sends. */
const RELAYED = ['AgreementBook', 'Settlement', 'Revisions', 'PurchaseBook']
const RELAYED_CALLS = [
  ...['Escrow.depositWithPermit', 'Escrow.withdrawSigned', 'MeterRegistry.record'],
  ...['list', 'bid', 'withdraw', 'clear', 'voidSession', 'claim'].map((name) => `SurplusMarket.${name}`),
  ...['EnergyCredits.store', 'EnergyCredits.returnToGrid', 'SurplusBook.moveDue'],
]

/** Every call that a member's wallet can be asked to send, as "Contract.function". */
const calls = ['calls', 'credits', 'meter', 'surplus']
  .map((file) => readFileSync(`lib/chain/intents/${file}.ts`, 'utf8'))
  .flatMap((source) => [...source.matchAll(/abi: (\w+)Abi,\s+functionName: '(\w+)'/g)])
  .map(([, contract = '', name = '']) => [contract[0]?.toUpperCase() + contract.slice(1), name] as const)
  .filter(([contract, name]) => !RELAYED.includes(contract) && !RELAYED_CALLS.includes(`${contract}.${name}`))

describe('the words of transactions', () => {
  it('finds the calls', () => expect(calls.length).toBeGreaterThanOrEqual(10))

  it.each(Object.entries({ en, zh }))('%s: every call that a wallet is asked to send has words', (_, messages) => {
    const does = messages.wallet.call.does as Record<string, Record<string, string>>
    expect(calls.filter(([contract, name]) => !does[contract]?.[name])).toEqual([])
  })
})

describe('knownCall', () => {
  const contracts = {
    OfferBook: '0x00000000000000000000000000000000000000AA',
    Escrow: '0x00000000000000000000000000000000000000bb',
    SettlementToken: '0x00000000000000000000000000000000000000cc',
    MeterRegistry: '0x00000000000000000000000000000000000000dd',
    TariffBook: '0x00000000000000000000000000000000000000ee',
    EnergyCredits: '0x00000000000000000000000000000000000000ff',
    SurplusMarket: '0x00000000000000000000000000000000000000a1',
    SurplusBook: '0x00000000000000000000000000000000000000a2',
  } as unknown as ContractAddresses
  const offerId = `0x${'12'.repeat(32)}` as const
  const { data } = withdrawOfferCall(contracts, offerId)

  it('knows what is called and with what', () =>
    expect(knownCall({ to: contracts.OfferBook.toLowerCase() as `0x${string}`, data }, contracts)).toEqual({
      contract: 'OfferBook',
      name: 'withdraw',
      args: [offerId],
    }))

  it('knows no call to a stranger, whatever it says it does', () => {
    expect(knownCall({ to: `0x${'99'.repeat(20)}`, data }, contracts)).toBeNull()
    expect(knownCall({ to: contracts.TariffBook, data }, contracts)).toBeNull()
  })
})
