/** Which part of a long list an address asks for. Anything that is not understood is the beginning of the whole list. */

const LONGEST_SEARCH = 80
const LAST_PAGE = 10_000

type Given = string | string[] | undefined
export interface ListParams {
  q?: Given
  page?: Given
}

export interface ListAsked {
  search: string
  /** From zero; in the address from one. */
  page: number
}

export function listAsked({ q, page }: ListParams): ListAsked {
  const search = typeof q === 'string' ? q.trim().slice(0, LONGEST_SEARCH) : ''
  const asked = typeof page === 'string' && /^\d{1,5}$/.test(page) ? Number(page) - 1 : 0
  return { search, page: Math.min(Math.max(asked, 0), LAST_PAGE) }
}
