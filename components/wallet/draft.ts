/** What a person has typed and not yet sent, kept for this tab: a reload or a sign-in on the way finds it again. */

const PREFIX = 'switchyard.draft.'
/** Typed before anybody had signed in; whoever signs in next in this tab goes on with it. */
const VISITOR = 'visitor'

function keyOf(subject: string, account: string | null): string {
  return `${PREFIX}${(account ?? VISITOR).toLowerCase()}.${subject}`
}

/** The account's own draft, or else the one it typed as a visitor. Null if there is none that can be read. */
export function readDraft<T>(subject: string, account: string | null, parse: (value: unknown) => T | null): T | null {
  for (const key of [keyOf(subject, account), keyOf(subject, null)]) {
    const text = sessionStorage.getItem(key)
    if (text === null) continue
    try {
      const draft = parse(JSON.parse(text))
      if (draft !== null) return draft
    } catch {
      // Written by another version, or by hand: as if it were not there.
    }
  }
  return null
}

export function saveDraft(subject: string, account: string | null, draft: unknown): void {
  try {
    sessionStorage.setItem(keyOf(subject, account), JSON.stringify(draft))
  } catch {
    // A full or forbidden store costs the convenience, not the work.
  }
}

/** Sent: nothing is left to go on with. */
export function dropDraft(subject: string, account: string): void {
  sessionStorage.removeItem(keyOf(subject, account))
  sessionStorage.removeItem(keyOf(subject, null))
}

/** Signed out: the next person at this screen finds nothing of the last one. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}
