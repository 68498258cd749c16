/** Why nobody can sign an offer at this moment, whoever asks, and the instant that matters. */
export interface Standing {
  why: 'expired' | 'notYet' | 'paused'
  at: number
}

export interface StandingFacts {
  validFrom: number
  validUntil: number
  /** Signing runs again at this instant; zero or past if it runs now. */
  pausedUntil: number
}

/** Null if it can be signed. What lasts comes before what passes. */
export function standingAt(now: number, { validFrom, validUntil, pausedUntil }: StandingFacts): Standing | null {
  if (now >= validUntil) return { why: 'expired', at: validUntil }
  if (now < validFrom) return { why: 'notYet', at: validFrom }
  return now < pausedUntil ? { why: 'paused', at: pausedUntil } : null
}
