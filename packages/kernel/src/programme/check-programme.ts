import { type Issue, issueOf } from '../issue/issue.ts'
import { findValueForm } from '../rule/parameter-value.ts'
import { checkCampaign } from './check-campaign.ts'
import { checkCatalogue, checkCatalogueReferences } from './check-catalogue.ts'
import { checkComparison } from './check-comparison.ts'
import { checkComputed } from './check-computed.ts'
import { checkGraph } from './check-graph.ts'
import { checkImportSources } from './check-import-source.ts'
import { checkIndicator } from './check-indicator.ts'
import { checkLimits } from './check-limits.ts'
import { checkLinkKinds } from './check-link-kinds.ts'
import { checkPaper } from './check-papers.ts'
import { checkDisclosures, checkKey } from './check-people.ts'
import { checkProcedureReferences, checkRegisterReferences, dangling, idsOf } from './check-references.ts'
import { checkReport } from './check-report.ts'
import { checkTally } from './check-tally.ts'
import { citesIn } from './cites-in.ts'
import type { Programme } from './programme.ts'

/**
 * Everything in a programme that does not fit together, each with its path: states that nothing leads to or from,
 * steps without an actor, limits without a clause or without what follows when missed, names of nothing, personal
 * fields shown unmasked. Empty for a sound one.
 *
 * @param company all programmes that run together, to follow links from one to another; null where they are not at hand
 */
export function checkProgramme(
  programme: Programme,
  company: readonly Programme[] | null = null,
): readonly Issue[] {
  const {
    procedures,
    registers,
    papers,
    indicators,
    stocktakes,
    reports,
    campaigns,
    catalogues,
    tallies,
    comparisons,
  } = programme
  return [
    ...checkIds(programme),
    ...checkDerivedIds(programme),
    ...checkParameters(programme),
    ...checkValidity(programme, []),
    ...checkCites(programme),
    ...registers.flatMap((register) =>
      below(
        [...checkRegisterReferences(programme, register), ...checkKey(register)],
        'registers',
        register.id,
      ),
    ),
    ...papers.flatMap((paper) => below(checkPaper(programme, paper), 'papers', paper.id)),
    ...procedures.flatMap((procedure) =>
      below(
        [
          ...checkValidity(procedure, []),
          ...checkGraph(procedure),
          ...checkLimits(procedure),
          ...checkProcedureReferences(programme, procedure),
          ...checkLinkKinds(programme, procedure, company),
          ...checkDisclosures(procedure),
          ...checkComputed(programme, procedure),
        ],
        'procedures',
        procedure.id,
      ),
    ),
    ...(indicators ?? []).flatMap((indicator) =>
      below(checkIndicator(indicator), 'indicators', indicator.id),
    ),
    ...(stocktakes ?? []).flatMap(({ id, register, beside = [] }) =>
      dangling('台账', ['stocktakes', id, 'register'], [register, ...beside], idsOf(registers)),
    ),
    ...(reports ?? []).flatMap((report) => below(checkReport(programme, report), 'reports', report.id)),
    ...(campaigns ?? []).flatMap((campaign) =>
      below(checkCampaign(programme, campaign), 'campaigns', campaign.id),
    ),
    ...(catalogues ?? []).flatMap((catalogue) =>
      below(
        [...checkCatalogue(catalogue), ...checkCatalogueReferences(programme, catalogue)],
        'catalogues',
        catalogue.id,
      ),
    ),
    ...checkImportSources(programme),
    ...(tallies ?? []).flatMap((tally) => below(checkTally(programme, tally), 'tallies', tally.id)),
    ...(comparisons ?? []).flatMap((comparison) =>
      below(checkComparison(programme, comparison), 'comparisons', comparison.id),
    ),
  ]
}

function checkIds(programme: Programme): Issue[] {
  const kinds = {
    registers: '台账',
    procedures: '流程',
    rules: '规则',
    valueRules: '取值规则',
    parameters: '参数',
    papers: '文书',
    indicators: '指标',
    reports: '报送',
    campaigns: '专项整治',
    catalogues: '清单',
    tallies: '统计表',
    comparisons: '比对',
  } as const
  return (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => {
    const seen = new Set<string>()
    return (programme[kind] ?? []).flatMap(({ id }) => {
      if (seen.has(id)) return [issueOf('id-twice', [kind, id], { kind: kinds[kind], id })]
      seen.add(id)
      return []
    })
  })
}

/** A register that no procedure carries has one of its own, by its id: no other procedure may have that id. */
function checkDerivedIds(programme: Programme): Issue[] {
  const declared = new Set(programme.procedures.map(({ id }) => id))
  const carried = new Set(programme.procedures.map(({ register }) => register))
  return programme.registers
    .filter(({ id }) => declared.has(id) && !carried.has(id))
    .map(({ id, title }) => issueOf('procedure-of-register', ['registers', id], { register: title, id }))
}

/** A value that no clause sets is ours, and says which gap of the text it fills; rules use declared parameters only. */
function checkParameters({ parameters, rules, valueRules = [] }: Programme): Issue[] {
  const open = parameters
    .filter(
      ({ values, gap }) =>
        gap === undefined && (values.length === 0 || values.some(({ basis }) => basis === null)),
    )
    .map(({ id, title }) => issueOf('parameter-open', ['parameters', id], { parameter: title }))
  const unwritable = parameters
    .filter((parameter) => parameter.choices === undefined && findValueForm(parameter) === undefined)
    .map(({ id, title }) => issueOf('parameter-without-form', ['parameters', id], { parameter: title }))
  const declared = new Set(parameters.map(({ id }) => id))
  const known = [...declared].join('、')
  const undeclared = [...rules, ...valueRules].flatMap((rule) => {
    const path = [rule.kind === 'rule' ? 'rules' : 'valueRules', rule.id, 'parameters']
    return Object.values(rule.parameters)
      .filter(({ id }) => !declared.has(id))
      .map(({ id }) => issueOf('reference-dangling', path, { what: '参数', name: id, known }))
  })
  return [...open, ...unwritable, ...undeclared]
}

function checkValidity(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  path: readonly string[],
): Issue[] {
  if (validTo === null || validFrom <= validTo) return []
  return [issueOf('validity-backwards', [...path, 'validTo'], { from: validFrom, to: validTo })]
}

function checkCites(programme: Programme): Issue[] {
  return citesIn(programme).flatMap(({ cite, path }) => {
    if (cite.kind === 'law') return []
    const [first, last] = cite.lines
    if (first >= 1 && first <= last) return []
    return [issueOf('lines-backwards', path, { lines: `${first}—${last}` })]
  })
}

function below(issues: readonly Issue[], ...path: readonly string[]): Issue[] {
  return issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }))
}
