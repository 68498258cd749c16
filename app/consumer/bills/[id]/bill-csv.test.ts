import { describe, expect, it } from 'vitest'
import { micro, microPerKwh, wh } from '@/lib/domain/units/units'
import { billCsv, type BillTable } from './bill-csv'

const bill: BillTable = {
  id: '0xab-1769875200',
  // 1 February to 1 March 2026 in Shanghai.
  start: 1_769_875_200,
  end: 1_772_294_400,
  meterLabel: '=HYPERLINK("http://evil","x")',
  retailer: '0x01',
  retailerName: 'Clearwater, Energy',
  offerName: '＋Steady',
  txHash: '0xcd',
  estimated: true,
  surplus: { traded: { bought: wh(20_000_000n), sold: wh(0n), taken: wh(1_500n) }, saved: null },
  lines: [
    {
      kind: 'Energy',
      payee: 'Seller',
      payeeAddress: '0x0000000000000000000000000000000000000002',
      payeeName: '@cmd',
      quantity: wh(1_050_001n),
      price: microPerKwh(0n),
      amount: micro(420_000_400n),
    },
    {
      kind: 'Network',
      payee: 'Grid',
      payeeAddress: '0x0000000000000000000000000000000000000003',
      payeeName: null,
      quantity: wh(1_050_000n),
      price: microPerKwh(126_300n),
      amount: micro(132_615_000n),
    },
  ],
}

describe('billCsv', () => {
  it('has a row for each line, exact figures, and no text that a spreadsheet would run', () => {
    const [header, energy, network, ...rest] = billCsv(bill, 'Asia/Shanghai').split('\r\n')
    expect(header).toBe(
      'bill,period_start,period_end,supply_point,retailer,offer,line,payee,quantity_kwh,price_per_kwh,amount,estimated,contracted_bought_kwh,contracted_sold_kwh,credits_used_kwh,transaction',
    )
    expect(energy).toBe(
      `0xab-1769875200,2026-02-01,2026-02-28,"'=HYPERLINK(""http://evil"",""x"")","Clearwater, Energy",'＋Steady,Energy,'@cmd,1050.001,,420.000400,yes,20000.000,0.000,1.500,0xcd`,
    )
    expect(network).toContain(',Network,0x0000000000000000000000000000000000000003,1050.000,0.126300,132.615000,')
    expect(rest).toEqual([''])
  })
})
