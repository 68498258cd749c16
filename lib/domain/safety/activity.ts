/** What can be paused. Withdrawing a free balance is not in this list, and never will be. */
export const ACTIVITIES = ['Publishing', 'Signing', 'Metering', 'Settling', 'Bidding'] as const
export type Activity = (typeof ACTIVITIES)[number]
