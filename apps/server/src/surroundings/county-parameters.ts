import {
  type Cite,
  law,
  type Parameters,
  type Programme,
  readParameterValue,
  withValue,
} from '@luoshi/kernel'

/** A record of the register of parameter values. */
export interface ParameterRecord {
  /** `programme/parameter` */
  readonly parameter: string
  readonly from: string
  readonly value: string
  readonly document: string
  readonly article?: string
  readonly firstLine?: number
  readonly lastLine?: number
}

/** A county's own parameters, by programme and by the parameter's id: the declared ones with the values that it set. */
export function countyParameters(
  county: string,
  programmes: readonly Programme[],
  records: readonly ParameterRecord[],
): ReadonlyMap<string, Parameters> {
  const byParameter = Map.groupBy(records, ({ parameter }) => parameter)
  const ofProgramme = ({ id, parameters }: Programme): Parameters => {
    const set = parameters.flatMap((parameter) => {
      const given = byParameter.get(`${id}/${parameter.id}`)
      if (given === undefined) return []
      return [[parameter.id, given.reduce((before, record) => withRecord(before, county, record), parameter)]]
    })
    return Object.fromEntries(set)
  }
  return new Map(programmes.map((programme) => [programme.id, ofProgramme(programme)]))
}

function withRecord(
  parameter: Programme['parameters'][number],
  county: string,
  record: ParameterRecord,
): Programme['parameters'][number] {
  const value = readParameterValue(parameter, record.value)
  return value === null
    ? parameter
    : withValue(parameter, { from: record.from, value, basis: citeOf(county, record) })
}

function citeOf(county: string, { document, article, firstLine, lastLine }: ParameterRecord): Cite {
  if (firstLine === undefined) return law(document, article ?? '')
  return { kind: 'instrument', county, docNumber: document, lines: [firstLine, lastLine ?? firstLine] }
}
