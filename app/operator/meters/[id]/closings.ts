/** How a meter that is taken down ends: with a read it signed, with what the operator states, or with the read that is recorded. */
export const CLOSINGS = ['signed', 'stated', 'recorded'] as const
