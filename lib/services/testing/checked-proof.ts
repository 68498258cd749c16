/** A proof file as a visitor's browser checks it: with its text and a real chain, and nothing else. For specs. */
import { clientAt } from '@/lib/chain/client'
import { checkDay, type ChainWord, type DayFindings } from '@/lib/chain/coding/check-day'
import { dayProofText, parseDayProof, type DayProof } from '@/lib/chain/coding/day-proof'
import type { ReceiptLog } from '@/lib/chain/coding/recorded-root'
import type { Hex } from '@/lib/domain/units/hex'
import type { TestMarket } from './market'
import { valueOf } from './supply'

export async function findingsOn(market: TestMarket, proof: DayProof): Promise<DayFindings> {
  const { chainId, contracts } = market.deployment
  const trusted = { chainId, meterRegistry: contracts.MeterRegistry, revisions: contracts.Revisions }
  const file = valueOf(parseDayProof(dayProofText(proof)))
  return checkDay(file, trusted, await chainWord(market, file.txHash))
}

async function chainWord({ rpcUrl, deployment }: TestMarket, txHash: Hex): Promise<ChainWord> {
  const client = clientAt(rpcUrl, deployment.chainId)
  const receipt = await client.getTransactionReceipt({ hash: txHash })
  const { timestamp } = await client.getBlock({ blockNumber: receipt.blockNumber })
  return {
    chainId: await client.getChainId(),
    receipt: {
      succeeded: receipt.status === 'success',
      blockNumber: Number(receipt.blockNumber),
      blockTime: Number(timestamp),
      logs: receipt.logs as unknown as ReceiptLog[],
      sent: await client.getTransaction({ hash: txHash }),
    },
  }
}
