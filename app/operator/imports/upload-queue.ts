/** Files on their way, one after the other. A value in, a value out: the page only shows it. */
import type { FileLook } from '@/lib/services/look-at-file'

export const ENDED = ['done', 'refused', 'failed'] as const

export type UploadState =
  | { kind: 'looking' }
  /** A person has to say what its columns mean. */
  | { kind: 'unclear'; look: FileLook }
  | { kind: 'waiting' }
  | { kind: 'sending'; sent: number }
  /** Handed over: so many bytes of it have been read, or null while it waits. */
  | { kind: 'reading'; read: number | null }
  /** Handed over, and nobody says here what becomes of it. */
  | { kind: 'unseen' }
  | { kind: 'ended'; as: (typeof ENDED)[number] }
  | { kind: 'unsuitable'; fault: string }
  | { kind: 'turnedAway'; refusal: string; facts: Record<string, string> }
  | { kind: 'cancelled' }

export interface Upload {
  id: string
  file: File
  /** The name of a saved mapping; null if the file says all by itself. */
  mapping: string | null
  state: UploadState
}

export type QueueEvent =
  | { type: 'added'; uploads: { id: string; file: File }[] }
  | { type: 'moved'; id: string; state: UploadState }
  | { type: 'mapped'; id: string; mapping: string }
  | { type: 'removed'; id: string }

export function queueAfter(queue: readonly Upload[], event: QueueEvent): Upload[] {
  switch (event.type) {
    case 'added':
      return [...queue, ...event.uploads.map((one) => ({ ...one, mapping: null, state: { kind: 'looking' } as const }))]
    case 'moved':
      return changed(queue, event.id, (upload) => (isOver(upload) ? upload : { ...upload, state: event.state }))
    case 'mapped':
      return changed(queue, event.id, (upload) => ({ ...upload, mapping: event.mapping, state: { kind: 'waiting' } }))
    case 'removed':
      return queue.filter(({ id }) => id !== event.id)
  }
}

function changed(queue: readonly Upload[], id: string, change: (upload: Upload) => Upload): Upload[] {
  return queue.map((upload) => (upload.id === id ? change(upload) : upload))
}

/** Nothing more will happen to it: news that comes late changes nothing. */
export function isOver({ state }: Upload): boolean {
  return ['ended', 'unseen', 'unsuitable', 'turnedAway', 'cancelled'].includes(state.kind)
}

/** The one to send now: the first that waits, unless one is on its way or being read. */
export function nextOf(queue: readonly Upload[]): Upload | null {
  if (queue.some(({ state }) => state.kind === 'sending' || state.kind === 'reading')) return null
  return queue.find(({ state }) => state.kind === 'waiting') ?? null
}

/** After a look: send it, ask about it, or say why it is no meter file. */
export function stateAfter(look: FileLook | null): UploadState {
  if (look === null) return { kind: 'waiting' }
  if (look.refused !== null && look.format === null) return { kind: 'unsuitable', fault: look.refused }
  return look.format === 'csv' && look.csv?.known == null ? { kind: 'unclear', look } : { kind: 'waiting' }
}
