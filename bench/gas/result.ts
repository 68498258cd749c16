/** Gas of whole transactions; of a batch, the share of one item. */
export interface Measured {
  sign: bigint
  settleOne: bigint
  settleBatch: bigint
}
