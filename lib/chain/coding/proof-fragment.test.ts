import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sampleProof } from './check-day.sample'
import { dayProofText, LONGEST_DAY_PROOF } from './day-proof'
import { proofFragment, textOfFragment } from './proof-fragment'

const linked = (text: string) => `#proof=${deflateRawSync(Buffer.from(text)).toString('base64url')}`

describe('a proof file in a link', () => {
  const text = dayProofText(sampleProof())

  it('comes back, and is short enough for a message', async () => {
    const fragment = await proofFragment(text)
    expect(await textOfFragment(fragment)).toBe(text)
    expect(fragment).toMatch(/^#proof=[\w-]+$/)
    expect(fragment.length).toBeLessThan(2_000)
  })

  it('is read as any packer of the same kind writes it', async () => {
    expect(await textOfFragment(linked(text))).toBe(text)
  })

  it('is none in any other link', async () => {
    expect(await textOfFragment('')).toBeNull()
    expect(await textOfFragment('#checks')).toBeNull()
  })

  it.each(['#proof=', '#proof=%%%', '#proof=AAAA', linked(text).slice(0, 60)])(
    'is empty if broken: %s',
    async (link) => {
      expect(await textOfFragment(link)).toBe('')
    },
  )

  it('is not unpacked without end', async () => {
    expect(await textOfFragment(linked('0'.repeat(50_000_000)))).toBe('')
    expect(await textOfFragment(linked(' '.repeat(LONGEST_DAY_PROOF)))).toHaveLength(LONGEST_DAY_PROOF)
  })
})
