/**
 * The comparison of this visit: whose use, what came of it, and what is looked for. It lives beside the pages, so that whoever looks
 * at an offer and comes back finds it as it was; a file is gone when the tab is.
 */
import type { ComparedPoint } from '@/lib/domain/offers/compare/compared'
import type { FileFault } from '@/lib/domain/metering/file-fault'
import type { CustomerClass } from '@/lib/domain/offers/offer'
import type { Hex } from '@/lib/domain/units/hex'
import type { CsvLook } from '@/lib/services/look-at-file'
import { chosenIn } from './ranking'
import type { ReadAnswer, UseFacts, UseSource } from './use-source'
import { Unanswered, type WorkerClient } from './worker/client'
import type { ComparedAnswer, FromWorker, Progress } from './worker/protocol'
import { MOST_CHOSEN, NO_WISHES, type Wishes } from './wishes'

export type Stage =
  | { kind: 'empty' }
  | { kind: 'reading'; source: UseSource; progress: Progress | null }
  | { kind: 'refused'; source: UseSource; faults: FileFault[] }
  | { kind: 'unclear'; source: UseSource; look: CsvLook }
  | { kind: 'failed'; source: UseSource; why: Extract<FromWorker, { kind: 'failed' }>['why'] }
  | { kind: 'ready'; source: UseSource; facts: UseFacts; compared: ComparedAnswer | null }

export interface CompareState {
  stage: Stage
  point: ComparedPoint
  wishes: Wishes
  chosen: readonly Hex[]
  /** What was removed last and can be had back. */
  removed: UseSource | null
  /** Changes with each new use: where the focus goes is decided once for each. */
  round: number
  /** The use came from the address: whoever opens a page is left at its top. */
  isLinked: boolean
}

export const FIRST_STATE: CompareState = {
  stage: { kind: 'empty' },
  point: { customerClass: 'Household', region: null, voltageClass: null, capacity: null },
  wishes: NO_WISHES,
  chosen: [],
  removed: null,
  round: 0,
  isLinked: false,
}

/** What a link or a choice may say along with the use. */
export interface StartWith {
  customerClass?: CustomerClass
  wishes?: Wishes
  /** Beginnings of ids. */
  chosen?: readonly string[]
  isLinked?: boolean
  /** The same use with another number: the list stays while it is counted anew. */
  quiet?: boolean
}

export class CompareStore {
  private state = FIRST_STATE
  private readonly listeners = new Set<() => void>()
  private running: AbortController | undefined

  constructor(private readonly worker: Pick<WorkerClient, 'ask'>) {}

  readonly now = (): CompareState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  async start(
    source: UseSource,
    { customerClass, wishes, chosen, isLinked = false, quiet }: StartWith = {},
  ): Promise<void> {
    const turn = this.begin()
    const isQuiet = quiet === true && this.state.stage.kind === 'ready'
    this.set({
      removed: null,
      isLinked,
      ...(!isQuiet && { stage: { kind: 'reading', source, progress: null }, chosen: [], round: this.state.round + 1 }),
      ...(wishes && { wishes }),
    })
    const onProgress = (progress: Progress) => {
      if (!turn.aborted) this.set({ stage: { kind: 'reading', source, progress } })
    }
    await this.settled(source, turn, async () => {
      const answer = await this.worker.ask({ name: 'read', source }, { signal: turn, onProgress })
      await this.take(source, answer, { turn, customerClass, chosen })
    })
  }

  async chooseMeter(index: number): Promise<void> {
    const { stage } = this.state
    if (stage.kind !== 'ready') return
    const turn = this.begin()
    await this.settled(stage.source, turn, async () => {
      const answer = await this.worker.ask({ name: 'meter', index }, { signal: turn })
      await this.take(stage.source, answer, { turn })
    })
  }

  async at(part: Partial<ComparedPoint>): Promise<void> {
    const { stage } = this.state
    this.set({ point: { ...this.state.point, ...part } })
    if (stage.kind !== 'ready') return
    const turn = this.begin()
    await this.settled(stage.source, turn, () => this.compare(stage.source, stage.facts, turn))
  }

  wish(part: Partial<Wishes>): void {
    this.set({ wishes: { ...this.state.wishes, ...part } })
  }

  choose(id: Hex, isChosen: boolean): void {
    const others = this.state.chosen.filter((one) => one !== id)
    if (isChosen && others.length >= MOST_CHOSEN) return
    this.set({ chosen: isChosen ? [...others, id] : others })
  }

  chooseNone(): void {
    this.set({ chosen: [] })
  }

  /** Of what is being read, or of what was. It can be had back until something else takes its place. */
  remove(): void {
    const { stage } = this.state
    this.running?.abort()
    const removed = stage.kind === 'ready' ? stage.source : null
    this.set({ stage: { kind: 'empty' }, chosen: [], removed, round: this.state.round + 1 })
  }

  async undo(): Promise<void> {
    const { removed, point } = this.state
    if (removed) await this.start(removed, { ...(point.customerClass && { customerClass: point.customerClass }) })
  }

  private async take(
    source: UseSource,
    answer: ReadAnswer,
    { turn, customerClass, chosen }: { turn: AbortSignal } & StartWith,
  ): Promise<void> {
    if (turn.aborted) return
    if (answer.kind === 'refused') return this.set({ stage: { kind: 'refused', source, faults: answer.faults } })
    if (answer.kind === 'unclear') return this.set({ stage: { kind: 'unclear', source, look: answer.look } })
    this.set({ point: this.pointOf(source, customerClass ?? answer.facts.customerClass) })
    await this.compare(source, answer.facts, turn, chosen)
  }

  /** A meter of one's own says where it is; otherwise what was said of the place holds while the class stays. */
  private pointOf(source: UseSource, customerClass: CustomerClass): ComparedPoint {
    if (source.kind === 'own') return source.point
    const { point } = this.state
    return point.customerClass === customerClass
      ? { ...point, capacity: null }
      : { ...FIRST_STATE.point, customerClass }
  }

  private async compare(
    source: UseSource,
    facts: UseFacts,
    turn: AbortSignal,
    chosen: readonly string[] = this.state.chosen,
  ): Promise<void> {
    const compared = await this.worker.ask({ name: 'compare', point: this.state.point }, { signal: turn })
    if (turn.aborted) return
    this.set({ stage: { kind: 'ready', source, facts, compared }, chosen: chosenIn(compared.rows, chosen) })
  }

  private async settled(source: UseSource, turn: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (turn.aborted) return
      this.set({ stage: { kind: 'failed', source, why: error instanceof Unanswered ? error.why : 'broken' } })
      if (!(error instanceof Unanswered)) throw error
    }
  }

  /** The latest wins: what ran before is told to stop. */
  private begin(): AbortSignal {
    this.running?.abort()
    this.running = new AbortController()
    return this.running.signal
  }

  private set(part: Partial<CompareState>): void {
    this.state = { ...this.state, ...part }
    for (const listener of this.listeners) listener()
  }
}
