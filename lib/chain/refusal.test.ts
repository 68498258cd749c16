import { describe, expect, it } from 'vitest'
import { CallExecutionError, encodeErrorResult, getAddress, HttpRequestError, RpcRequestError } from 'viem'
import { errorsAbi } from './contracts'
import { isUnreachable, refusalOf, refusalOfData } from './refusal'

const account = getAddress('0x00000000000000000000000000000000000000aa')
const data = encodeErrorResult({ abi: errorsAbi, errorName: 'InsufficientFree', args: [account, 7n, 3n] })

describe('refusalOfData', () => {
  it('gives the contract’s name and facts, accounts in small letters', () => {
    const facts = { account: account.toLowerCase(), needed: 7n, free: 3n }
    expect(refusalOfData(data)).toEqual({ name: 'InsufficientFree', facts })
  })

  it('calls what no contract of ours says a plain revert', () => {
    expect(refusalOfData('0x').name).toBe('TransactionReverted')
    expect(refusalOfData('0xdeadbeef').name).toBe('TransactionReverted')
    const reason = encodeErrorResult({
      abi: [{ type: 'error', name: 'Error', inputs: [{ type: 'string' }] }],
      args: ['no'],
    })
    expect(refusalOfData(reason)).toEqual({ name: 'TransactionReverted', facts: { reason: 'no' } })
  })
})

describe('refusalOf', () => {
  const body = { method: 'eth_call' }
  it('finds the data in what a node answered', () => {
    const cause = new RpcRequestError({ body, url: '', error: { code: 3, message: 'execution reverted', data } })
    expect(refusalOf(new CallExecutionError(cause, {}))?.name).toBe('InsufficientFree')
  })

  it('leaves what is no refusal to be thrown', () => {
    const lost = new HttpRequestError({ body, url: '', details: 'connect ECONNREFUSED' })
    expect(refusalOf(lost)).toBeNull()
    expect(isUnreachable(lost)).toBe(true)
    expect(refusalOf(new TypeError('a mistake'))).toBeNull()
  })
})
