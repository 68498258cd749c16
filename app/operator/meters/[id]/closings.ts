/** How a meter that is taken down ends: with a read it signed, with what the operator states, or with the read that is recorded. */
export const CLOSINGS = ['signed', 'stated', 'recorded'] as const

/** The first of them for what is none. */
export function closingOf(typed: string | undefined): (typeof CLOSINGS)[number] {
  return CLOSINGS.find((closing) => closing === typed) ?? CLOSINGS[0]
}
