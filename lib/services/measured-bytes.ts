/** Counts and hashes bytes as they pass, and lets no more pass than allowed. */
import { createHash } from 'node:crypto'

/** More bytes came than a file may have. */
export class TooManyBytes extends Error {}

export class MeasuredBytes {
  private readonly hash = createHash('sha256')
  count = 0

  constructor(
    private readonly bytes: AsyncIterable<Uint8Array>,
    private readonly most: number,
    private readonly passed: () => Promise<void>,
  ) {}

  async *read(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.bytes) {
      this.count += chunk.byteLength
      if (this.count > this.most) throw new TooManyBytes(`more than ${this.most} bytes`)
      this.hash.update(chunk)
      await this.passed()
      yield chunk
    }
  }

  /** Of everything that passed; once. */
  sha256(): string {
    return this.hash.digest('hex')
  }
}
