import { describe, expect, it } from 'vitest'
import { mailAddress } from './mail-address'

describe('an address for mail', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    ['  Ada.L+power@Mail.Example.ORG ', 'Ada.L+power@mail.example.org'],
    // RFC 3492's example of a Chinese name, as a browser writes it.
    ['li@例子.中国', 'li@xn--fsqu00a.xn--fiqs8s'],
    [`${'a'.repeat(64)}@b.cn`, `${'a'.repeat(64)}@b.cn`],
  ])('takes %s', (typed, address) => expect(mailAddress(typed)).toBe(address))

  it.each([
    '',
    'ada',
    'ada@',
    '@example.org',
    'ada@example',
    'ada@localhost',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'a b@example.org',
    'ada@example.org\r\nBcc: all@example.org',
    'ada@example.org,eve@example.org',
    'ada@example.org>',
    '"ada"@example.org',
    'Ada <ada@example.org>',
    'ada@eve@example.org',
    'ada.@example.org',
    'ada@-example.org',
    'ada@exa\u0000mple.org',
    'ada@例子.中国/evil',
    `${'a'.repeat(65)}@b.cn`,
    `ada@${'a.'.repeat(130)}cn`,
  ])('refuses %j', (typed) => expect(mailAddress(typed)).toBeNull())
})
