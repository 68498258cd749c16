import { saveGone, type GoneArgs } from './credits-gone'
import { argsOf, type Handler } from './happening'

/** They were put on an agreement, whose bills take them. */
export const creditsUsed: Handler = async (happening) => {
  await saveGone(happening, argsOf<GoneArgs>(happening), { what: 'Used' })
}
