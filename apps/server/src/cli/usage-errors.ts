import type { CommanderError } from 'commander'

const seeHelp = '执行 luoshi --help 查看用法。'

/** A usage error of the command line as a Chinese sentence; what it names stands in quotes in its message. */
export function usageErrorText(error: CommanderError): string {
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '')
  switch (error.code) {
    case 'commander.unknownOption':
      return `没有“${first}”这个选项。${seeHelp}`
    case 'commander.unknownCommand':
      return `没有“${first}”这个命令。${seeHelp}`
    case 'commander.missingArgument':
      return `没有给出${first.replace('...', '')}。${seeHelp}`
    case 'commander.optionMissingArgument':
      return `选项“${first}”后面缺少内容。${seeHelp}`
    case 'commander.excessArguments':
      return `参数太多。${seeHelp}`
    case 'commander.invalidArgument':
      return `选项“${first}”的值“${second}”不对：${invalidReason(error.message)}。`
    default:
      return `用法有误。${seeHelp}`
  }
}

/** Why a value was refused: our own sentence, or the list of what is allowed. */
function invalidReason(message: string): string {
  const choices = /Allowed choices are (.+?)\.$/.exec(message)?.[1]
  if (choices !== undefined) return `应为 ${choices.replaceAll(', ', '、')} 之一`
  return /[\u3400-\u9fff].*$/.exec(message.split('. ').at(-1) ?? '')?.[0] ?? '请更正'
}
