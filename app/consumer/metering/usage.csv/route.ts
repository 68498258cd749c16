import { usageDownload } from '../usage-download'

/** Every interval of the days asked for, for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  return usageDownload(request, 'csv')
}
