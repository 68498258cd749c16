#!/usr/bin/env node
'use strict'
// The compiler of contracts/solc.cjs with the one part of the optimizer that a build without it cannot do without. Coverage needs
// every line to keep an instruction of its own, and mutants are many; but then the code that decodes a long struct has more
// variables than the stack can reach ("stack too deep"). Moving those variables is all that is switched on here.
const { spawnSync } = require('node:child_process')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')

const OFF = {
  peephole: false,
  inliner: false,
  jumpdestRemover: false,
  orderLiterals: false,
  deduplicate: false,
  cse: false,
  constantOptimizer: false,
  simpleCounterForLoopUncheckedIncrement: false,
}
const STACK_ONLY = {
  enabled: false,
  details: { ...OFF, yul: true, yulDetails: { stackAllocation: true, optimizerSteps: 'u' } },
}

function withStackOnly(text) {
  const json = JSON.parse(text)
  json.settings.optimizer = STACK_ONLY
  return JSON.stringify(json)
}

const options = process.argv.slice(2)
const input = options.includes('--standard-json') ? withStackOnly(readFileSync(0, 'utf8')) : undefined
const compiler = join(__dirname, '../../contracts/solc.cjs')
const { status, stdout } = spawnSync(process.execPath, [compiler, ...options], {
  input,
  maxBuffer: 2 ** 30,
  stdio: ['pipe', 'pipe', 'inherit'],
})
process.stdout.write(stdout)
process.exitCode = status ?? 1
