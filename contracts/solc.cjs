#!/usr/bin/env node
'use strict'
// The Solidity compiler from npm (compiled to WebAssembly), behind the command-line options forge uses.
const path = require('node:path')
const solc = require('solc')

const options = process.argv.slice(2)
const basePath = options.includes('--base-path') ? options[options.indexOf('--base-path') + 1] : process.cwd()

/**
 * Forge names a file outside this folder sometimes by its absolute path and sometimes as ../node_modules/…; a native
 * compiler finds both on the disk, but this one only knows the names it is given. So each gets one name here, the
 * relative one, which also is the same on every machine.
 */
const oneName = (name) => (path.isAbsolute(name) ? path.relative(basePath, name).split(path.sep).join('/') : name)

/** Forge asks for the outputs of each file by name; a file with two names gets what is asked for either. */
function mergeSelections(selections = {}) {
  const merged = {}
  for (const [name, contracts] of Object.entries(selections)) {
    const target = (merged[oneName(name)] ??= {})
    for (const [contract, outputs] of Object.entries(contracts)) {
      target[contract] = [...new Set([...(target[contract] ?? []), ...outputs])]
    }
  }
  return merged
}

/** Gives an output back under every name its file came in with. */
function underGivenNames(outputs, givenNames) {
  if (!outputs) return outputs
  return Object.fromEntries(
    givenNames.filter((name) => oneName(name) in outputs).map((name) => [name, outputs[oneName(name)]]),
  )
}

function compile(text) {
  const input = JSON.parse(text)
  const givenNames = Object.keys(input.sources)
  input.sources = Object.fromEntries(givenNames.map((name) => [oneName(name), input.sources[name]]))
  input.settings.outputSelection = mergeSelections(input.settings.outputSelection)
  const output = JSON.parse(solc.compile(JSON.stringify(input)))
  output.sources = underGivenNames(output.sources, givenNames)
  output.contracts = underGivenNames(output.contracts, givenNames)
  return JSON.stringify(output)
}

if (options.includes('--version')) {
  const version = solc.version().replace('.Emscripten.clang', '.Linux.g++')
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${version}\n`)
} else if (options.includes('--standard-json')) {
  const chunks = []
  process.stdin.on('data', (chunk) => chunks.push(chunk))
  process.stdin.on('end', () => process.stdout.write(compile(Buffer.concat(chunks).toString('utf8'))))
} else {
  process.stderr.write('solc.cjs knows --standard-json and --version only.\n')
  process.exitCode = 1
}
