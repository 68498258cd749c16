/** Names, codings and logs in TypeScript equal those of the contracts. */
import { describe, expect, it } from 'vitest'
import { withDatabase } from '@/lib/db/testing/database'
import { readFromStruct } from '@/lib/chain/coding/metering'
import { offerFromStruct, type OfferStruct } from '@/lib/chain/coding/offer'
import { tableFromStruct, type TariffStruct } from '@/lib/chain/coding/tariff'
import { clientAt } from '@/lib/chain/client'
import { meterStateHash, offerId, tariffHash } from '@/lib/chain/ids'
import { fetchBlocks, headOf, type DecodedLog } from '@/lib/chain/logs'
import {
  isTariffPublished,
  meterStateOf,
  offerStateOf,
  periodEndOf,
  supplyPointOf,
  tokenDomain,
} from '@/lib/chain/read'
import { demoConsumer } from '@/lib/chain/demo-keys'
import { addressOf, tableFor, withMarket } from './testing/market'

withDatabase()
const { market } = withMarket()

async function logsNamed(name: string): Promise<DecodedLog[]> {
  const blocks = await fetchBlocks(0, (await headOf()).number)
  return blocks.flatMap(({ logs }) => logs).filter((log) => log.name === name)
}

describe('names', () => {
  it('of an offer and of a meter’s last read are those the contracts gave', async () => {
    expect(await offerStateOf(offerId(market().offer))).toMatchObject({ status: 'Published' })
    for (const { id, meter, opening } of market().meters) {
      expect(await meterStateOf(id)).toBe(meterStateHash(meter, opening))
    }
  })

  it('of a tariff table change with any of its prices', async () => {
    const [first] = market().periods
    const table = tableFor(first!.start, first!.end)
    expect(await isTariffPublished(table)).toBe(true)
    expect(tariffHash(table)).not.toBe(tariffHash({ ...table, region: 43 }))
    expect(await periodEndOf(first!.start)).toBe(first!.end)
    expect(await periodEndOf(first!.start + 1)).toBeNull()
  })
})

describe('logs', () => {
  it('give back what was published, in the order it happened', async () => {
    const [published] = await logsNamed('OfferPublished')
    expect(offerFromStruct(published?.args['offer'] as OfferStruct)).toEqual(market().offer)
    const tables = await logsNamed('TariffPublished')
    const [first] = market().periods
    expect(tableFromStruct(tables[0]?.args['table'] as TariffStruct)).toEqual(tableFor(first!.start, first!.end))
    const registered = await logsNamed('MeterRegistered')
    expect(readFromStruct(registered[1]?.args['opening'] as never)).toEqual(market().meters[1]?.opening)
  })

  it('come with every transaction of their block as it was signed', async () => {
    const { number } = await headOf()
    const blocks = await fetchBlocks(1, number)
    expect(blocks.map((block) => block.number)).toEqual(Array.from({ length: number }, (_, index) => index + 1))
    expect(blocks.every(({ rawTxs }) => rawTxs.length === 1)).toBe(true)
    expect(blocks.slice(1).every(({ parentHash }, index) => parentHash === blocks[index]?.hash)).toBe(true)
  })
})

describe('state', () => {
  it('of a supply point names its holder and what it can carry', async () => {
    const [meter] = market().meters
    expect(await supplyPointOf(meter!.id)).toMatchObject({ holder: addressOf(demoConsumer(0)), capacity: 50_000n })
    expect(await supplyPointOf(`0x${'77'.repeat(32)}`)).toBeNull()
    expect(market().meters.map(({ key }) => key.kind)).toEqual(['secp256k1', 'P-256'])
  })

  it('of the token is what permits are signed over', async () => {
    const { token } = tokenDomain()
    const domain = await clientAt(market().rpcUrl, market().deployment.chainId).getEip712Domain({ address: token })
    expect(domain.domain).toMatchObject({ name: tokenDomain().name, version: tokenDomain().version })
  })
})
