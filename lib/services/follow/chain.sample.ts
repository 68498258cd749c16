/** A chain in memory that can lose its newest blocks: for the follower's tests. */
import { keccak256, toHex } from 'viem'
import type { ChainSource, SourceBlock } from './chain-source'
import type { Fact } from './happening'
import { boundaries, contracts } from './market.sample'

type Event = Pick<Fact, 'contract' | 'name' | 'args'>

export class SampleChain implements ChainSource {
  blocks: SourceBlock[] = []
  finalized = 0

  constructor(private fork = 'first') {
    this.mine([])
  }

  /** One block with one transaction that leaves these events. */
  mine(events: readonly Event[]): SourceBlock {
    const number = this.blocks.length
    const parentHash = this.blocks.at(-1)?.hash ?? keccak256('0x')
    const timestamp = boundaries[0] + number
    const rawTx = toHex(`transaction ${JSON.stringify(events.map(({ name }) => name))} ${number} ${this.fork}`)
    const place = { txHash: keccak256(rawTx), blockNumber: number, timestamp }
    const logs = events.map((event, logIndex) => ({ ...event, ...place, logIndex }))
    const hash = keccak256(toHex(`${this.fork} ${parentHash} ${number}`))
    const block = { number, hash, parentHash, timestamp, rawTxs: events.length > 0 ? [rawTx] : [], logs }
    this.blocks.push(block)
    return block
  }

  /** Forgets all blocks above a number; what is mined then is another branch. */
  reorganise(number: number, fork: string): void {
    this.blocks = this.blocks.slice(0, number + 1)
    this.fork = fork
  }

  private get head(): SourceBlock {
    return this.blocks.at(-1)!
  }

  chainId = async () => 31_337
  genesisHash = async () => this.blocks[0]!.hash
  headOf = async () => ({ number: this.head.number, hash: this.head.hash })
  finalizedOf = async () => ({ number: this.finalized, hash: this.blocks[this.finalized]!.hash })
  blockHashAt = async (number: number) => this.blocks[number]?.hash ?? null
  fetchBlocks = async (from: number, to: number) => this.blocks.slice(from, to + 1)
  deployment = () => ({ startBlock: 1, contracts })
}
