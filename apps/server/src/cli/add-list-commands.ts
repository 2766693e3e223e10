import { Argument, type Command, Option } from 'commander'
import type { ExitCode } from './exit-codes.ts'
import type { ListsOptions } from './lists-command.ts'
import type { Terminal } from './terminal.ts'

/** `luoshi lists …`: lists that gazettes print, and the laws they rest on; also while a server runs on the same data. */
export function addListCommands(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  const lists = program
    .command('lists')
    .usage('<命令> [选项]')
    .description('由公报得出清单，或按法律法规查各份清单。')
    .helpCommand('help [命令]', '显示一个命令的帮助')
  const data = () => new Option('--data <文件夹>', '存放数据的文件夹').env('LUOSHI_DATA').default('data')
  lists
    .command('import')
    .usage('[选项] 文件…')
    .description('读公报并公开，列出其中登载的清单：版本、项数、需要核对之处。')
    .addArgument(new Argument('<文件...>', '登载清单的公报'))
    .addOption(data())
    .action(async (files: string[], options: ListsOptions) => {
      const { importLists } = await import('./lists-command.ts')
      finish(await importLists(files, options, terminal))
    })
  lists
    .command('law')
    .usage('[选项] 法律 [条]')
    .description('列出各份清单中以一部法律法规（的一条）为依据的事项。')
    .addArgument(new Argument('<法律>', '名称，如 水法'))
    .addArgument(new Argument('[条]', '如 第七条'))
    .addOption(data())
    .action(async (law: string, article: string | undefined, options: ListsOptions) => {
      const { listsLaw } = await import('./lists-command.ts')
      finish(await listsLaw(law, article, options, terminal))
    })
}
