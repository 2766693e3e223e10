import { catalogueFindings, citeText, dateOf, listFindings, restingOn, textOf } from '@luoshi/kernel'
import { indexOfLaws, type PublishedList, publishedLists } from '../catalogues/published-lists.ts'
import { importFile } from '../gazettes/import-files.ts'
import { countyName } from '../gazettes/prepare-issue.ts'
import type { Services } from '../services.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'
import { withServices } from './with-services.ts'

/** Where the data are. */
export interface ListsOptions {
  readonly data: string
}

/**
 * `luoshi lists import`: from gazettes to published lists. Each file is read and kept, then every list that they print is
 * told with its version, its count and what wants checking.
 */
export function importLists(
  files: readonly string[],
  { data }: ListsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return withServices(data, terminal, async (services) => {
    let code: ExitCode = exitCodes.done
    for (const file of files) {
      const outcome = await importFile(services.db, file, { by: '命令行', at: services.clock() })
      if (outcome.kind === 'imported') continue
      terminal.err(`${file}：${outcome.reason}。`)
      code = exitCodes.unread
    }
    const lists = await listsNow(services)
    const there = lists.filter(({ version }) => version !== null)
    if (there.length === 0) terminal.out('这些公报里没有登载清单。\n')
    for (const list of there) terminal.out(`${listLine(list)}\n`)
    for (const { issues } of lists) for (const { message } of issues) terminal.err(message)
    return code
  })
}

/** `luoshi lists law`: what in the lists rests on a law. */
export function listsLaw(
  law: string,
  article: string | undefined,
  { data }: ListsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return withServices(data, terminal, async (services) => {
    const index = indexOfLaws((await listsNow(services)).filter(({ version }) => version !== null))
    const resting = restingOn(index, law, article)
    if (resting.length === 0) {
      terminal.err(`各份清单中没有以《${law}》${article ?? ''}为依据的事项。`)
      return exitCodes.failed
    }
    for (const [title, items] of Map.groupBy(resting, ({ catalogue }) => catalogue.title)) {
      terminal.out(`${title}　${items.length} 项\n`)
      for (const { catalogue, item, articles } of items) {
        const places = articles.map(({ article: one, paragraph }) => `${one}${paragraph ?? ''}`).join('、')
        const number = textOf(item.entry, catalogue.parts.number)
        terminal.out(
          `  ${number}　${textOf(item.entry, catalogue.parts.name)}　${places}（${citeText(item.basis)}）\n`,
        )
      }
    }
    return exitCodes.done
  })
}

function listsNow({ db, programmes, clock }: Services): Promise<readonly PublishedList[]> {
  return publishedLists(db, programmes, dateOf(clock()))
}

function listLine({ county, catalogue, version }: PublishedList): string {
  if (version === null) return catalogue.title
  const findings = catalogueFindings(catalogue, version).length + listFindings(catalogue, version).length
  const checks = findings === 0 ? '' : `，需要核对 ${findings} 处`
  return `${countyName(county)}　${catalogue.title}　${version.name ?? ''}　${version.items.length} 项，自${version.from}起施行，${citeText(version.basis)}${checks}`
}
