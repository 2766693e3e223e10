import { Argument, type Command, Option } from 'commander'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'
import type { GrantOptions, NewUserOptions, UserOptions } from './user-command.ts'

/** `luoshi user …`: officers' accounts and posts, also while a server runs on the same data. */
export function addUserCommands(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  const users = program
    .command('user')
    .usage('<命令> [选项]')
    .description('管理工作人员的账号和岗位。')
    .helpCommand('help [命令]', '显示一个命令的帮助')
  const username = () => new Argument('<账号>', '登录用的账号，见 luoshi user list')
  const unit = () => new Option('--unit <机构>', '所在机构的名称，如 县财政局').default('县人民政府')
  const commandOf = (name: string, usage: string, description: string) =>
    users
      .command(name)
      .usage(usage)
      .description(description)
      .option('--county <县>', '哪个县，如 wuzhai；只有一个县时不必写')
      .addOption(new Option('--data <文件夹>', '存放数据的文件夹').env('LUOSHI_DATA').default('data'))

  commandOf('add', '[选项] 账号 姓名', '登记工作人员并建立账号，显示初始口令。')
    .addArgument(new Argument('<账号>', '小写字母开头，2至32个小写字母、数字、点、连字符或下划线'))
    .addArgument(new Argument('<姓名>', '工作人员的姓名'))
    .addOption(unit())
    .option('--position <职务>', '职务，如 副局长')
    .action(async (account: string, name: string, options: NewUserOptions) => {
      const { addUser } = await import('./user-command.ts')
      finish(await addUser(account, name, options, terminal))
    })
  commandOf('list', '[选项]', '列出账号和各人的岗位。').action(async (options: UserOptions) => {
    const { listUsers } = await import('./user-command.ts')
    finish(await listUsers(options, terminal))
  })
  commandOf('lock', '[选项] 账号', '停用账号，并结束已有的登录。')
    .addArgument(username())
    .action(async (account: string, options: UserOptions) => {
      const { blockUser } = await import('./user-command.ts')
      finish(await blockUser(account, true, options, terminal))
    })
  commandOf('unlock', '[选项] 账号', '恢复停用的账号，或解除登录失败的锁定。')
    .addArgument(username())
    .action(async (account: string, options: UserOptions) => {
      const { blockUser } = await import('./user-command.ts')
      finish(await blockUser(account, false, options, terminal))
    })
  commandOf('reset-password', '[选项] 账号', '重置口令，显示新的初始口令。')
    .addArgument(username())
    .action(async (account: string, options: UserOptions) => {
      const { resetUser } = await import('./user-command.ts')
      finish(await resetUser(account, options, terminal))
    })
  commandOf('link', '[选项] 账号 [标识]', '登记统一身份认证中的标识；不写标识的，取消登记。')
    .addArgument(username())
    .addArgument(new Argument('[标识]', '统一身份认证给出的值'))
    .action(async (account: string, subject: string | undefined, options: UserOptions) => {
      const { linkUser } = await import('./user-command.ts')
      finish(await linkUser(account, subject ?? null, options, terminal))
    })
  commandOf('grant', '[选项] 账号 角色', '授予岗位。')
    .addArgument(username())
    .addArgument(
      new Argument('<角色>', '制度和角色的编号，如 deep-tillage/township，见 luoshi programmes list'),
    )
    .addOption(unit())
    .option('--from <日期>', '自哪一天起，如 2026-03-02')
    .option('--until <日期>', '自哪一天起不再担任')
    .option('--delegated-by <编号>', '受谁委托，写委托人的干部编号')
    .action(async (account: string, role: string, options: GrantOptions) => {
      const { grantPost } = await import('./user-command.ts')
      finish(await grantPost(account, role, options, terminal))
    })
}
