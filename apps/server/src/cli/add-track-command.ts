import { isDay, isDecimal } from '@luoshi/kernel'
import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** `luoshi track`: measures what a monitoring terminal's positions say was worked. */
export function addTrackCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  const width = new Option('--width <米>', '机具的作业幅宽').makeOptionMandatory().argParser(parseWidth)
  const day = new Option('--day <日期>', '作业日期，如2022-08-30').makeOptionMandatory().argParser(parseDay)
  program
    .command('track')
    .usage('--width 米 --day 日期 文件')
    .description('按监测终端的轨迹量算深松作业面积、达标面积和平均深度。')
    .addArgument(new Argument('<文件>', '轨迹：CSV、XLSX 或 GeoJSON'))
    .addOption(width)
    .addOption(day)
    .action(async (file: string, options: { width: string; day: string }) => {
      const { trackCommand } = await import('./track-command.ts')
      finish(await trackCommand(file, options, terminal))
    })
}

function parseWidth(value: string): string {
  const width = Number(value)
  if (!isDecimal(value) || width <= 0 || width > 20) {
    throw new InvalidArgumentError('作业幅宽应为0至20之间的米数，如2.4')
  }
  return value
}

function parseDay(value: string): string {
  if (!isDay(value)) throw new InvalidArgumentError('作业日期应写成2022-08-30这样')
  return value
}
