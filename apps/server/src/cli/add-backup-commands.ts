import { Argument, type Command, Option } from 'commander'
import type { BackupOptions, RestoreOptions } from './backup-command.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'
import type { DataOptions } from './verify-command.ts'

/** Commands over all data: `luoshi backup`, `restore`, `verify` and `keys rotate`. */
export function addBackupCommands(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  const data = () => new Option('--data <文件夹>', '存放数据的文件夹').env('LUOSHI_DATA').default('data')
  program
    .command('backup')
    .usage('[选项] 文件')
    .description('把全部数据和文件备份成一个文件；服务器开着也可以。')
    .addArgument(new Argument('<文件>', '备份写到哪个文件'))
    .addOption(data())
    .action(async (file: string, options: BackupOptions) => {
      const { backupCommand } = await import('./backup-command.ts')
      finish(await backupCommand(file, options, terminal))
    })
  program
    .command('restore')
    .usage('[选项] 文件')
    .description('从备份恢复到空的数据文件夹或数据库，并核对全部办理记录。')
    .addArgument(new Argument('<文件>', '备份的文件'))
    .addOption(data())
    .option('--keys <文件>', '备份时的主密钥文件（原数据文件夹里的 master-keys）')
    .action(async (file: string, options: RestoreOptions) => {
      const { restoreCommand } = await import('./backup-command.ts')
      finish(await restoreCommand(file, options, terminal))
    })
  program
    .command('verify')
    .usage('[选项]')
    .description('从头核算全部办理记录和由它得出的一切，说出第一处不一致；服务器开着也可以。')
    .addOption(data())
    .action(async (options: DataOptions) => {
      const { verifyCommand } = await import('./verify-command.ts')
      finish(await verifyCommand(options, terminal))
    })
  program
    .command('keys')
    .usage('<命令> [选项]')
    .description('管理保护个人信息的主密钥。')
    .command('rotate')
    .usage('[选项]')
    .description('用 LUOSHI_MASTER_KEYS 里的第一把主密钥重新保护全部密钥。')
    .addOption(data())
    .action(async (options: DataOptions) => {
      const { rotateKeysCommand } = await import('./verify-command.ts')
      finish(await rotateKeysCommand(options, terminal))
    })
}
