import { bytesToHex } from 'viem'
import { mnemonicToAccount, privateKeyToAccount, type HDAccount, type PrivateKeyAccount } from 'viem/accounts'
import { DEMO_MNEMONIC } from './identity'

/** How far down the mnemonic's accounts a demo member can be. */
const ACCOUNTS_SEARCHED = 200

const accounts: PrivateKeyAccount[] = []
let parent: ReturnType<HDAccount['getHdKey']> | undefined

/** The key of a demo member: the first of the mnemonic's accounts with its address. */
export function demoAccountOf(member: { name: string; address: string }): PrivateKeyAccount {
  const wanted = member.address.toLowerCase()
  for (let index = 0; index < ACCOUNTS_SEARCHED; index++) {
    const account = (accounts[index] ??= deriveAccount(index))
    if (account.address.toLowerCase() === wanted) return account
  }
  throw new Error(`${member.name} has no key in the demo wallet.`)
}

function deriveAccount(index: number): PrivateKeyAccount {
  // The parent is derived once: stretching the mnemonic is the slow part.
  parent ??= mnemonicToAccount(DEMO_MNEMONIC, { path: "m/44'/60'/0'/0" }).getHdKey()
  const { privateKey } = parent.deriveChild(index)
  if (!privateKey) throw new Error('The demo mnemonic has private keys.')
  return privateKeyToAccount(bytesToHex(privateKey))
}
