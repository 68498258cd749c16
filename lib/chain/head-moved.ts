/**
 * A node that mines a block while it looks up its head may say that this head is out of range, as anvil does. Asked again, it knows
 * the new one.
 */
const hasHeadMoved = (message: string): boolean => /BlockOutOfRange/.test(message)

/** So often in all: a busy node moves on more than once while it answers many questions. */
const MOST_ASKED = 4

/**
 * Asks again where the node's head has moved while it was asked.
 * @param faultOf what an answer says went wrong, where that is not thrown.
 */
export async function askAgain<T>(ask: () => Promise<T>, faultOf: (answer: T) => string = () => ''): Promise<T> {
  for (let times = 1; ; times++) {
    const isLast = times === MOST_ASKED
    try {
      const answer = await ask()
      if (isLast || !hasHeadMoved(faultOf(answer))) return answer
    } catch (error) {
      if (isLast || !hasHeadMoved(String(error))) throw error
    }
  }
}
