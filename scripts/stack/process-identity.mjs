// Tells whether a recorded process id still is the process that was recorded: ids are reused, and stopping a
// stranger's process would be unforgivable.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ pid: number, started: string, names: string[] }} ProcessRecord */

/** @returns {{ started: string, command: string } | null} null when no such process runs. */
function look(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return null
  if (existsSync('/proc/self/stat')) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The second field is a name in parentheses that may hold spaces: count fields after the last parenthesis.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (fields[0] === 'Z') return null
      return { started: fields[19], command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() }
    } catch {
      return null // Gone between the two reads, or never there.
    }
  }
  const ps = spawnSync('ps', ['-o', 'lstart=,command=', '-p', String(pid)], { encoding: 'utf8' })
  const text = ps.stdout?.trim()
  return text ? { started: text.slice(0, 24), command: text.slice(24).trim() } : null
}

/**
 * @param {number} pid
 * @param {string[]} names words of which at least one is on the command line as long as it is the same program
 * @returns {ProcessRecord}
 */
export function recordOf(pid, names) {
  return { pid, started: look(pid)?.started ?? '', names }
}

/** @param {ProcessRecord | undefined} record */
export function isSameProcess(record) {
  if (!record) return false
  const found = look(record.pid)
  return found !== null && found.started === record.started && record.names.some((name) => found.command.includes(name))
}

/** @param {number} pid @param {string} word */
export function runsWith(pid, word) {
  return look(pid)?.command.includes(word) ?? false
}
