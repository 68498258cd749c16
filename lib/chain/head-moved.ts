/**
 * A node that mines a block while it looks up its head may say that this head is out of range, as anvil does. Asked again, it knows
 * the new one.
 */
export const hasHeadMoved = (message: string): boolean => /BlockOutOfRange/.test(message)
