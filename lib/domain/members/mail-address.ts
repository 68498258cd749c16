/** An address that a mail can be sent to. What may stand in one here is less than the standards allow: nothing that quotes, and no control characters. */
const LONGEST = 254
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LONGEST_LOCAL = 64
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** With the domain as the name service knows it. Null if it is no address. */
export function mailAddress(text: string): string | null {
  const trimmed = text.trim()
  const at = trimmed.lastIndexOf('@')
  const local = trimmed.slice(0, at)
  const domain = asciiDomain(trimmed.slice(at + 1))
  const sound = at > 0 && LOCAL.test(local) && local.length <= LONGEST_LOCAL && DOMAIN.test(domain)
  const address = `${local}@${domain}`
  return sound && address.length <= LONGEST ? address : null
}

/** Names in other scripts are written in ASCII, as a browser does it. */
function asciiDomain(domain: string): string {
  if (/^[A-Za-z0-9.-]+$/.test(domain)) return domain.toLowerCase()
  // Anything that would make more of an address than a host.
  if (/[\s/?#:@\\[\]%]/u.test(domain) || !URL.canParse(`http://${domain}/`)) return ''
  return new URL(`http://${domain}/`).hostname
}
