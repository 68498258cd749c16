/** The days a channel has had, as runs: files hold years without a gap, so that a year takes no more than a day. */

/** Shared by the channels of a file. */
export interface RunBudget {
  /** Runs that may still be remembered. */
  left: number
}

export class DaysSeen {
  /** First day, day after the last, and so on: in order, and no two touch. */
  private readonly edges: number[] = []

  constructor(private readonly budget: RunBudget) {}

  /** False if the day was there before; null if there are too many runs to remember. */
  add(day: number): boolean | null {
    const { edges } = this
    // An even number of edges at or before the day: it is in none of the runs.
    const before = this.edgesUpTo(day)
    if (before % 2 === 1) return false
    const touches = { last: before > 0 && edges[before - 1] === day, next: edges[before] === day + 1 }
    if (touches.last && touches.next) {
      edges.splice(before - 1, 2)
      this.budget.left += 1
    } else if (touches.last) edges[before - 1] = day + 1
    else if (touches.next) edges[before] = day
    else if (this.budget.left <= 0) return null
    else {
      edges.splice(before, 0, day, day + 1)
      this.budget.left -= 1
    }
    return true
  }

  private edgesUpTo(day: number): number {
    const { edges } = this
    let [low, high] = [0, edges.length]
    // Days mostly come in order.
    if ((edges[high - 1] ?? -1) <= day) return high
    while (low < high) {
      const middle = (low + high) >> 1
      if ((edges[middle] ?? 0) <= day) low = middle + 1
      else high = middle
    }
    return low
  }
}
