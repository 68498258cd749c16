// Written by scripts/generate.ts from contracts/src/formulas. Do not edit.
export { demand } from '../demand'
export { flat } from '../flat'
export { indexLinked } from '../index-linked'
export { spreadSharing } from '../spread-sharing'
export { tiered } from '../tiered'
export { timeOfUse } from '../time-of-use'
