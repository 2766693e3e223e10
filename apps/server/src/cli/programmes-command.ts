import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { checkProgramme, definitionJson, type Procedure, type Programme } from '@luoshi/kernel'
import { everyProgramme, programmes } from '@luoshi/programmes'
import { type CiteCheck, checkCitesAgainst, type ReadGazette } from '../programmes/check-cites.ts'
import { procedureDiagram } from '../programmes/procedure-diagram.ts'
import { programmeText } from '../programmes/programme-text.ts'
import { readIssue } from '../read-issue.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** `luoshi programmes list`: what each programme defines, for reading, or whole as JSON. */
export function listProgrammes(format: 'summary' | 'json', terminal: Terminal): ExitCode {
  if (format === 'json') {
    terminal.out(`${JSON.stringify({ programmes: programmes.map(definitionJson) }, null, 2)}\n`)
  } else {
    terminal.out(programmes.map(programmeText).join('\n'))
  }
  return exitCodes.done
}

/** `luoshi programmes check`: every problem with its place; with a folder of gazettes, also every line that is cited. */
export async function checkProgrammes(folder: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const gazettes = folder === undefined || folder === '' ? null : await readGazettes(folder, terminal)
  if (gazettes === 'unread') return exitCodes.failed
  const reports = programmes.map((programme) => reportOf(programme, gazettes))
  for (const { text } of reports) terminal.out(text)
  return reports.every(({ isSound }) => isSound) ? exitCodes.done : exitCodes.failed
}

/** What `check` says of one programme. */
export function reportOf(
  programme: Programme,
  gazettes: readonly ReadGazette[] | null,
): { readonly isSound: boolean; readonly text: string } {
  const cites: CiteCheck =
    gazettes === null ? { checked: 0, problems: [] } : checkCitesAgainst(programme, gazettes)
  const problems = [...checkProgramme(programme, everyProgramme), ...cites.problems]
  const compared = gazettes === null ? '' : `依据 ${cites.checked} 处已与公报核对，`
  const result = problems.length === 0 ? '没有问题' : `${problems.length} 个问题`
  const lines = problems.map(({ path, message }) => `  ${path.join('.')}：${message}\n`)
  return {
    isSound: problems.length === 0,
    text: `${programme.title}（${programme.id}）：${compared}${result}。\n${lines.join('')}`,
  }
}

const gazetteFile = /\.(?:txt|md|docx|pdf)$/i

async function readGazettes(folder: string, terminal: Terminal): Promise<readonly ReadGazette[] | 'unread'> {
  const names = await readdir(folder).catch(() => null)
  if (names === null) {
    terminal.err(`${folder}：没有这个文件夹，或者没有读它的权限。`)
    return 'unread'
  }
  const gazettes: ReadGazette[] = []
  for (const name of names.filter((candidate) => gazetteFile.test(candidate)).sort()) {
    const reading = await readIssue(join(folder, name))
    if (reading.isRead) gazettes.push(reading)
    else terminal.err(`${name}：${reading.reason}。`)
  }
  if (gazettes.length > 0) return gazettes
  terminal.err(`${folder}：里面没有读得出的公报。`)
  return 'unread'
}

/** `luoshi programmes diagram`: a procedure in BPMN 2.0; one need not be named where there is one only. */
export async function diagramOf(
  programmeId: string,
  procedureId: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const programme = programmes.find(({ id }) => id === programmeId)
  if (programme === undefined) {
    terminal.err(`没有制度“${programmeId}”，现有：${programmes.map(({ id }) => id).join('、')}。`)
    return exitCodes.failed
  }
  const procedure = chosenProcedure(programme, procedureId)
  if (procedure === undefined) {
    const known = programme.procedures.map(({ id }) => id).join('、')
    terminal.err(
      procedureId === undefined
        ? `“${programme.title}”不止一个流程，请写明哪一个：${known}。`
        : `“${programme.title}”没有流程“${procedureId}”，现有：${known}。`,
    )
    return exitCodes.failed
  }
  terminal.out(`${await procedureDiagram(programme, procedure)}\n`)
  return exitCodes.done
}

function chosenProcedure({ procedures }: Programme, wanted: string | undefined): Procedure | undefined {
  if (wanted !== undefined) return procedures.find(({ id }) => id === wanted)
  return procedures.length === 1 ? procedures[0] : undefined
}
