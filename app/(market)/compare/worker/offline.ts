/** What the market publishes could not be had: the network, or the market, is away. */
export class Offline extends Error {
  constructor(path: string) {
    super(`${path} could not be read`)
  }
}
