/** What the follower asks of a chain. */
import type { ContractAddresses } from '@/lib/chain/contracts'
import { deployment } from '@/lib/chain/deployment'
import { blockHashAt, chainId, ChainMoved, fetchBlocks, finalizedOf, genesisHash, headOf } from '@/lib/chain/logs'
import type { ChainPoint, JournalBlock } from '@/lib/db/write/chain'
import type { Fact } from './happening'

export interface SourceBlock extends JournalBlock {
  logs: readonly Fact[]
}

export interface ChainSource {
  chainId(): Promise<number>
  genesisHash(): Promise<string>
  headOf(): Promise<ChainPoint>
  /** The highest block that cannot change any more. */
  finalizedOf(): Promise<ChainPoint>
  /** Null above the head. */
  blockHashAt(number: number): Promise<string | null>
  /** Blocks from..to, both included. Throws ChainMoved if they changed meanwhile. */
  fetchBlocks(from: number, to: number): Promise<SourceBlock[]>
  /** The first block that can hold an event of the market, and where its contracts are. */
  deployment(): { startBlock: number; contracts: ContractAddresses }
}

export const liveChain: ChainSource = {
  chainId,
  genesisHash,
  headOf,
  finalizedOf,
  blockHashAt,
  fetchBlocks,
  deployment,
}

export { ChainMoved }
