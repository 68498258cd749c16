/** Counts and hashes bytes as they pass, keeps the first of them, and lets no more pass than allowed. */
import { createHash } from 'node:crypto'
import { BYTES_SEEN } from '@/lib/formats/detect'

/** More bytes came than a file may have. */
export class TooManyBytes extends Error {}

export class MeasuredBytes {
  private readonly hash = createHash('sha256')
  private firstChunks: Uint8Array[] = []
  private firstLength = 0
  count = 0
  /** Why they broke off, whatever a reader made of that. */
  failure: unknown = null
  private ended = false

  constructor(
    private readonly bytes: AsyncIterable<Uint8Array>,
    private readonly most: number,
    private readonly passed: () => Promise<void>,
  ) {}

  async *read(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.bytes) {
        await this.measure(chunk)
        yield chunk
      }
      this.ended = true
    } catch (error) {
      this.failure = error
      throw error
    }
  }

  private async measure(chunk: Uint8Array): Promise<void> {
    this.count += chunk.byteLength
    if (this.count > this.most) throw new TooManyBytes(`more than ${this.most} bytes`)
    this.hash.update(chunk)
    if (this.firstLength < BYTES_SEEN) {
      const kept = chunk.slice(0, BYTES_SEEN - this.firstLength)
      this.firstChunks.push(kept)
      this.firstLength += kept.length
    }
    await this.passed()
  }

  /** What a format is told by. */
  first(): Uint8Array {
    return Buffer.concat(this.firstChunks)
  }

  /** Null if they were not read to their end. Once. */
  sha256(): string | null {
    return this.ended ? this.hash.digest('hex') : null
  }
}
