import { readFileSync } from 'node:fs'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Prints what a page showed when its journey failed: where there is only a log, it is all there is to go by. */
export default class ShowPage implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === test.expectedStatus) return
    for (const { name, path } of result.attachments) {
      if (name === 'error-context' && path) console.log(`${test.title}\n${readFileSync(path, 'utf8')}`)
    }
  }
}
