import {
  type Draw,
  drawSample,
  findValueOn,
  type IsoDate,
  type Parameter,
  SAMPLE_ALGORITHM,
} from '@luoshi/kernel'

/** What 抽查台账 keeps of a spot check, with the numbers drawn. */
export interface SpotCheck extends Draw {
  readonly algorithm: typeof SAMPLE_ALGORITHM
  readonly drawn: readonly string[]
}

/** A spot check at the rate that the leading group set; null while it has set none: no rate is assumed. */
export function drawSpotCheck(
  population: readonly string[],
  seed: number,
  rate: Parameter<string>,
  on: IsoDate,
): SpotCheck | null {
  const percent = findValueOn(rate, on)?.value
  if (percent === undefined) return null
  const draw = { population, percent, seed }
  return { ...draw, algorithm: SAMPLE_ALGORITHM, drawn: drawSample(draw) }
}
