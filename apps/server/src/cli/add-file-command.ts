import { Argument, type Command } from 'commander'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** `luoshi file verify`: checks the signed archive of a case file, without a server and without its data. */
export function addFileCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('file')
    .usage('<命令> [选项]')
    .description('核对卷宗归档。')
    .helpCommand('help [命令]', '显示一个命令的帮助')
    .command('verify')
    .usage('[选项] 归档')
    .description('核对卷宗归档的签名、每个文件的摘要和办理记录；不需要服务器。有不符时以 1 结束。')
    .addArgument(new Argument('<归档>', '下载的卷宗归档（.zip）'))
    .option('--key <指纹>', '县里公布的签名密钥指纹；给出时要求与归档的一致')
    .action(async (file: string, options: { key?: string }) => {
      const { verifyFileCommand } = await import('./file-command.ts')
      finish(verifyFileCommand(file, options.key ?? null, terminal))
    })
}
