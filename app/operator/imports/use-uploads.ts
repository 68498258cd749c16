'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useReducer, useRef } from 'react'
import { lookAt } from './actions'
import { FIRST_BYTES } from './first-bytes'
import { askOf, followImport } from './follow-import'
import { sendFile, type FileToSend, type SendAnswer, type Sending } from './send-file'
import { ENDED, nextOf, queueAfter, stateAfter, type UploadState } from './upload-queue'

/** Runs the queue: looks at what is added, sends one file at a time, and tells how each fares. */
export function useUploads({ meter, at }: Pick<FileToSend, 'meter' | 'at'>) {
  const [queue, dispatch] = useReducer(queueAfter, [])
  const sending = useRef(new Map<string, Sending>())
  const isGone = useRef(false)
  const router = useRouter()
  const move = (id: string, state: UploadState) => dispatch({ type: 'moved', id, state })
  const next = nextOf(queue)

  useEffect(() => {
    if (!next || sending.current.has(next.id)) return
    const { id, file, mapping } = next
    move(id, { kind: 'sending', sent: 0 })
    const running = sendFile({ id, file, meter, at, mapping }, (sent) => move(id, { kind: 'sending', sent }))
    sending.current.set(id, running)
    void running.answer.then(async (answer) => {
      const state = stateOf(answer)
      move(id, state)
      router.refresh()
      if (state.kind !== 'reading') return
      const isOver = () => isGone.current
      move(id, await followImport({ ask: () => askOf(id), onState: (seen) => move(id, seen), isOver }))
      router.refresh()
    })
  })

  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])

  function add(files: File[]) {
    const uploads = files.map((file) => ({ id: crypto.randomUUID(), file }))
    dispatch({ type: 'added', uploads })
    for (const { id, file } of uploads) void look(file).then((state) => move(id, state))
  }

  function cancel(id: string) {
    sending.current.get(id)?.cancel()
    move(id, { kind: 'cancelled' })
  }

  return {
    queue,
    add,
    cancel,
    describe: (id: string, mapping: string) => dispatch({ type: 'mapped', id, mapping }),
    remove: (id: string) => dispatch({ type: 'removed', id }),
  }
}

/** A look that fails is no reason to keep a file back: it is looked at again where it is read. */
async function look(file: File): Promise<UploadState> {
  const form = new FormData()
  form.set('first', file.slice(0, FIRST_BYTES))
  form.set('name', file.name)
  return lookAt(form).then(stateAfter, () => ({ kind: 'waiting' }))
}

function stateOf(answer: SendAnswer): UploadState {
  if (answer.kind === 'cancelled') return { kind: 'cancelled' }
  if (answer.kind === 'unreachable') return { kind: 'turnedAway', refusal: 'unreachable', facts: {} }
  const { status, error, facts } = answer.body
  if (answer.status === 202) return { kind: 'reading', read: null }
  const as = ENDED.find((one) => one === status)
  if (as) return { kind: 'ended', as }
  const refusal = typeof error === 'string' ? error : 'unreachable'
  return { kind: 'turnedAway', refusal, facts: (facts ?? {}) as Record<string, string> }
}
