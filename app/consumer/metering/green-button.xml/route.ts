import { usageDownload } from '../usage-download'

/** Every interval of the days asked for, for other energy services. */
export async function GET(request: Request): Promise<Response> {
  return usageDownload(request, 'green-button')
}
