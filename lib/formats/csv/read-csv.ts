/**
 * Reads a delimited file as a mapping says. One row is looked at at a time; what is kept is the last day of each channel.
 * Why not a library for the rows: docs/decisions/019-one-csv-engine.md.
 */
import { Refused } from '@/lib/domain/refused'
import { LineCutter, LONGEST_LINE } from '../csv-rows'
import type { MeterFile, MeterFileItem } from '../meter-file'
import { decoded, TextMalformed } from './decoded'
import { Report } from './faults'
import type { CsvMapping } from './mapping'
import { Reading } from './reading'

export async function* readCsv(file: MeterFile, mapping: CsvMapping): AsyncGenerator<MeterFileItem> {
  const report = new Report()
  const reading = new Reading(mapping, report)
  const cutter = new LineCutter(file.name)
  try {
    for await (const text of decoded(file.bytes, mapping.text.encoding)) {
      for (const line of cutter.push(text)) reading.line(line)
      yield* report.take()
      if (report.full || reading.isOver) return
    }
    for (const line of cutter.end()) reading.line(line)
    reading.end()
  } catch (error) {
    noteEnd(error, { report, reading })
  }
  yield* report.end()
}

/** A line without end and bytes that are no text end the reading; anything else is a surprise. */
function noteEnd(error: unknown, { report, reading }: { report: Report; reading: Reading }): void {
  if (error instanceof Refused && error.name === 'LineTooLong') {
    report.fault('CsvLineTooLong', error.because.line ?? null, { most: LONGEST_LINE })
  } else if (error instanceof TextMalformed) {
    report.fault('CsvTextMalformed', reading.lines, {})
  } else {
    throw error
  }
}
