/** Measured years that stand for a kind of customer; what each is is said in the messages, where it comes from in prisma/seed-data. */
export const PROFILE_KEYS = [
  'small-home',
  'day-home',
  'solar-home',
  'large-home',
  'small-business',
  'university-building',
  'round-the-clock',
] as const
export type ProfileKey = (typeof PROFILE_KEYS)[number]
