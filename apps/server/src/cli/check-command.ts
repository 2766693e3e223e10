import { existsSync } from 'node:fs'
import type { Database } from '@luoshi/store'
import { chineseSpans, severityWords } from '../chinese-words.ts'
import { checkDraft, type Draft, type DraftFinding, readDraft } from '../gazettes/draft-check.ts'
import { draftSurroundings, surroundingsOf } from '../gazettes/draft-surroundings.ts'
import { readInput } from '../inputs/read-input.ts'
import { openServices } from '../open-services.ts'
import { systemClock } from '../services.ts'
import { readSettings } from '../settings.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** Where the published gazettes are. */
export interface CheckOptions {
  readonly data: string
}

/** `luoshi check`: everything that stands against a draft before it is issued. Ends with 1 where something is wrong. */
export async function checkCommand(
  file: string,
  { data }: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const settings = readSettings(process.env)
  if (settings.kind === 'refused') return failed(terminal, settings.message)
  const input = await readInput(file)
  if (!input.isRead) {
    terminal.err(`${file}：${input.reason}。`)
    return exitCodes.unread
  }
  const draft = readDraft(input.text, file)
  const county = draft.issue.county ?? settings.settings.counties[0]?.slug ?? ''
  if (settings.settings.databaseUrl === null && !existsSync(data)) {
    terminal.err(`没有公报的数据（${data}）：只按文字和规则校核，不与公开的文件比对。`)
    return sayFindings(checkDraft(draft, alone(county)), terminal)
  }
  const opened = await openServices(data, settings.settings, true)
  if (opened.kind === 'refused') return failed(terminal, opened.message)
  try {
    return sayFindings(await checkedAgainst(opened.services.db, draft, county), terminal)
  } finally {
    await opened.close()
  }
}

async function checkedAgainst(db: Database, draft: Draft, county: string): Promise<DraftFinding[]> {
  const today = systemClock().slice(0, 10)
  return checkDraft(draft, await draftSurroundings(db, county, today, draft.instrument))
}

function alone(county: string) {
  return surroundingsOf({ county, today: systemClock().slice(0, 10), makers: null })
}

function sayFindings(findings: readonly DraftFinding[], terminal: Terminal): ExitCode {
  for (const { severity, kind, message, lines } of findings) {
    const { word, shape } = severityWords[severity]
    const where = lines.length === 0 ? '' : `${chineseSpans(lines)}：`
    terminal.out(`${shape} ${word}  ${kind}  ${where}${message}\n`)
  }
  if (findings.length === 0) terminal.out('没有发现应当改正之处。\n')
  return findings.some(({ severity }) => severity === 'error') ? exitCodes.failed : exitCodes.done
}

function failed(terminal: Terminal, message: string): ExitCode {
  terminal.err(message)
  return exitCodes.failed
}
