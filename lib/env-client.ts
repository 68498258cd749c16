/** The only reader of process.env in the browser. Nothing here is secret: it is part of the page. */
export const envClient = {
  /** True in `next dev`; never the mode of the market, which comes from the server. */
  development: process.env.NODE_ENV === 'development',
  /** Of the messages that the page was built with (`next.config.ts`). */
  wordsVersion: process.env.WORDS_VERSION,
} as const
