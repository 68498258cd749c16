import { describe, expect, it } from 'vitest'
import { followImport, type Asked } from './follow-import'
import type { UploadState } from './upload-queue'

/** A market that gives one answer after the other. */
async function followed(...answers: (Asked | null)[]) {
  const seen: UploadState[] = []
  const ask = async () => answers.shift() ?? null
  const end = await followImport({ ask, onState: (state) => seen.push(state), isOver: () => false, everyMs: 0 })
  return { seen, end }
}
const answer = (status: string, bytes = 0): Asked => ({ status: 200, body: { status, bytes } })

describe('an import that is followed', () => {
  it('waits, is read, and ends', async () => {
    const { seen, end } = await followed(answer('waiting'), answer('reading', 70), answer('done', 90))
    expect(seen).toEqual([
      { kind: 'reading', read: null },
      { kind: 'reading', read: 70 },
    ])
    expect(end).toEqual({ kind: 'ended', as: 'done' })
  })

  it('is asked for again where the market is gone for a while', async () => {
    const { end } = await followed(null, { status: 500, body: {} }, answer('refused'))
    expect(end).toEqual({ kind: 'ended', as: 'refused' })
  })

  it('is lost from sight where the market does not say', async () => {
    expect((await followed({ status: 401, body: { error: 'NotSignedIn' } })).end).toEqual({ kind: 'unseen' })
  })

  it('is followed no more when nobody looks', async () => {
    const asked = { ask: async () => answer('reading'), onState: () => {} }
    expect(await followImport({ ...asked, isOver: () => true })).toEqual({ kind: 'unseen' })
  })
})
