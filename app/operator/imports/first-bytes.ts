/** So much of a file is looked at before it is sent: enough for what it is and what its first rows mean. */
export const FIRST_BYTES = 65_536
