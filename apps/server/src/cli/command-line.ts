import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { exportFormats } from '../exports/writers.ts'
import { addBackupCommands } from './add-backup-commands.ts'
import { addFileCommand } from './add-file-command.ts'
import { addListCommands } from './add-list-commands.ts'
import { addTrackCommand } from './add-track-command.ts'
import { addUserCommands } from './add-user-commands.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'
import { usageErrorText } from './usage-errors.ts'

const version = '0.1.0'

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/**
 * Runs `luoshi` with the given arguments.
 *
 * @returns the exit code; with `start`, once the server has stopped
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done
  const program = chineseProgram(terminal, (result) => {
    code = result
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return exitCodes.done
    if (error.code !== 'commander.help') terminal.err(usageErrorText(error))
    return exitCodes.failed
  }
}

function chineseProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command('luoshi')
    .description('落实：读政府公报，列出其中的任务、期限、指标和应当校核之处。')
    .usage('<命令> [选项]')
    .version(version, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示一个命令的帮助')
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
      optionDescription: chineseOption,
      displayWidth: (text) => text.length + text.replace(/[^\u2E80-\uFFEF]/g, '').length,
    })
    .configureOutput({
      writeOut: terminal.out,
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: () => {},
    })
  addReadCommand(program, terminal, finish)
  addFindingsCommand(program, terminal, finish)
  addCheckCommand(program, terminal, finish)
  addStartCommand(program, terminal, finish)
  addProgrammesCommand(program, terminal, finish)
  addListCommands(program, terminal, finish)
  addUserCommands(program, terminal, finish)
  addBackupCommands(program, terminal, finish)
  addTrackCommand(program, terminal, finish)
  addFileCommand(program, terminal, finish)
  return program
}

/** An option's description with its default and the variable that also sets it. */
function chineseOption({ description, defaultValue, envVar }: Option): string {
  const notes = [
    defaultValue === undefined ? null : `默认 ${defaultValue}`,
    envVar === undefined ? null : `也可用环境变量 ${envVar}`,
  ].filter((note) => note !== null)
  return notes.length === 0 ? description : `${description}（${notes.join('，')}）`
}

function addReadCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const format = new Option('-f, --format <格式>', `输出格式：${exportFormats.join('、')}`)
  program
    .command('read')
    .usage('[选项] 文件…')
    .description('读公报，把结果写到标准输出。')
    .addArgument(new Argument('<文件...>', '文本、Markdown、Word（.docx）或带文字的 PDF'))
    .addOption(format.choices([...exportFormats]).default('summary'))
    .action(async (files: string[], options: { format: (typeof exportFormats)[number] }) => {
      const { readCommand } = await import('./read-command.ts')
      finish(await readCommand(files, options.format, terminal))
    })
}

function addFindingsCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('findings')
    .usage('[选项] 文件…')
    .description('列出付印前应当校核之处。')
    .addArgument(new Argument('[文件...]', '要校核的公报'))
    .option('--kinds', '列出校核意见的全部种类')
    .action(async (files: string[], options: { kinds?: true }, command: Command) => {
      const { findingsCommand, listFindingKinds } = await import('./findings-command.ts')
      if (options.kinds) return listFindingKinds(terminal)
      if (files.length === 0) command.error("error: missing required argument '文件'", missing)
      finish(await findingsCommand(files, terminal))
    })
}

const missing = { code: 'commander.missingArgument', exitCode: exitCodes.failed }

function addCheckCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('check')
    .usage('[选项] 公文')
    .description('校核拟发的公文：文字、公开属性、有效期限、解读主体、制定主体、文号、引用、机构、同一部署。')
    .addArgument(new Argument('<公文>', '文本、Markdown、Word（.docx）或带文字的 PDF'))
    .addOption(new Option('--data <文件夹>', '存放数据的文件夹').env('LUOSHI_DATA').default('data'))
    .action(async (file: string, options: { data: string }) => {
      const { checkCommand } = await import('./check-command.ts')
      finish(await checkCommand(file, options, terminal))
    })
}

function addStartCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const port = new Option('-p, --port <端口>', '监听的端口').env('PORT').default(8080).argParser(parsePort)
  const host = new Option('--host <地址>', '监听的地址').env('HOST').default('localhost')
  const data = new Option('--data <文件夹>', '存放数据的文件夹').env('LUOSHI_DATA').default('data')
  program
    .command('start')
    .usage('[选项] [文件…]')
    .description('读公报，在浏览器中打开；没有给出文件时读示例公报。')
    .addArgument(new Argument('[文件...]', '要读的公报'))
    .addOption(port)
    .addOption(host)
    .addOption(data)
    .action(async (files: string[], options: { port: number; host: string; data: string }) => {
      const { startEarly } = await import('./start-early.ts')
      const early = await startEarly(options.data)
      if (early.kind === 'refused') {
        terminal.err(early.message)
        return finish(exitCodes.failed)
      }
      const { startCommand } = await import('./start-command.ts')
      finish(await startCommand(files, options, early, terminal))
    })
}

function addProgrammesCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const programmes = program
    .command('programmes')
    .usage('<命令> [选项]')
    .description('列出、检查各项制度，或把流程画成图。')
    .helpCommand('help [命令]', '显示一个命令的帮助')
  const format = new Option('-f, --format <格式>', '输出格式：summary、json')
  programmes
    .command('list')
    .usage('[选项]')
    .description('列出各项制度：依据、台账、流程、规则、参数、文书、未定和不一致之处。')
    .addOption(format.choices(['summary', 'json']).default('summary'))
    .action(async (options: { format: 'summary' | 'json' }) => {
      const { listProgrammes } = await import('./programmes-command.ts')
      finish(listProgrammes(options.format, terminal))
    })
  programmes
    .command('check')
    .usage('[选项]')
    .description('检查各项制度；给出公报时，逐处核对依据的行。有问题时以 1 结束。')
    .addOption(new Option('--gazettes <文件夹>', '放公报的文件夹').env('LUOSHI_GAZETTES'))
    .action(async (options: { gazettes?: string }) => {
      const { checkProgrammes } = await import('./programmes-command.ts')
      finish(await checkProgrammes(options.gazettes, terminal))
    })
  programmes
    .command('diagram')
    .usage('<制度> [流程]')
    .description('把流程写成 BPMN 2.0 图，写到标准输出。')
    .addArgument(new Argument('<制度>', '制度的编号，见 luoshi programmes list'))
    .addArgument(new Argument('[流程]', '流程的编号；只有一个流程时不必写'))
    .action(async (programme: string, procedure: string | undefined) => {
      const { diagramOf } = await import('./programmes-command.ts')
      finish(await diagramOf(programme, procedure, terminal))
    })
}

function parsePort(value: string): number {
  const port = Number(value)
  if (!/^\d{1,5}$/.test(value) || port > 65_535) throw new InvalidArgumentError('端口应为 0 到 65535 的整数')
  return port
}
