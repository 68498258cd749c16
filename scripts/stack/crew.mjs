// What a supervisor has running now, and how it ends.
import { lastLines } from './child.mjs'
import { writeRecord } from './record.mjs'

/** @typedef {import('./process-identity.mjs').ProcessRecord} ProcessRecord */

/** @param {string} dataDir @param {(text: string) => void} report @param {(message: string) => void} onDeath */
export function createCrew(dataDir, report, onDeath) {
  const children = []
  /** @type {ProcessRecord[]} processes that end by themselves, or are not ready yet */
  const passing = []
  let known = {}
  let stopping = false
  const save = () => {
    const lasting = children.map(({ name, stopSignal, record }) => ({ name, stopSignal, record }))
    writeRecord(dataDir, { ...known, children: [...passing.map((record) => ({ name: 'task', record })), ...lasting] })
  }
  return {
    describe(more) {
      known = { ...known, ...more }
      save()
    },
    /** @param {ProcessRecord} record */
    note(record) {
      passing.push(record)
      save()
    },
    /** @param {ReturnType<typeof import('./child.mjs').startChild>} child */
    add(child) {
      children.push(child)
      save()
      child.whenDead((how) => {
        if (stopping) return
        const wrote = lastLines(child.logFile)
        onDeath(`The ${child.name} process ${how}.${wrote && ` It wrote last (${child.logFile}):\n${wrote}`}`)
      })
    },
    /** In the opposite order of starting. A part that does not stop well does not keep the others from stopping. */
    async stop() {
      stopping = true
      for (const child of [...children].reverse()) {
        await child.stop().catch((error) => report(`  ! ${child.name}: ${error.message}`))
      }
      writeRecord(dataDir, { ports: known.ports })
    },
  }
}
