export { findGazettesFolder, type RealGazette, realGazettes, requireRealGazettes } from './real-gazettes.ts'
