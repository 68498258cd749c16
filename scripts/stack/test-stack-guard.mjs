// Run as a program beside a test stack: when the test runner is gone without stopping its stack (a runner does not
// clean up when it is interrupted), stops what it left and erases its folder. Ends with the folder otherwise.
import { existsSync } from 'node:fs'
import { isSameProcess, recordOf } from './process-identity.mjs'
import { eraseData } from './record.mjs'

const [runner, dataDir] = process.argv.slice(2)
if (!runner || !dataDir) throw new Error('usage: test-stack-guard.mjs PID FOLDER')

// The guard leads its own process group and must outlive a Ctrl-C that ends the runner.
const record = recordOf(Number(runner), ['node'])
while (existsSync(dataDir)) {
  if (!isSameProcess(record)) await eraseData(dataDir)
  await new Promise((resolve) => setTimeout(resolve, 500))
}
