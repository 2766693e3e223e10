export { type ExpectedInstrument, expectedInstruments, foldWidth } from './expected-instruments.ts'
export { findGazettesFolder, type RealGazette, realGazettes, requireRealGazettes } from './real-gazettes.ts'
