import { date, defineParameter, defineRule, gap } from '@luoshi/kernel'
import { notice } from './notice.ts'

const open = gap('禁燃禁放从哪一天起到哪一天止没有写明，由县里定', notice.lines(1156))

const day = (id: string, title: string) =>
  defineParameter<string>({ id, title, unit: '', values: [], form: 'date', gap: open })

export const banFrom = day('ban-from', '“五禁”起始日期')
export const banUntil = day('ban-until', '“五禁”截止日期')

/** What was found lies in the days of the ban, both included; while no days are set, nobody can say. */
export const inPeriod = defineRule({
  id: 'in-period',
  title: '在“五禁”期间',
  basis: notice.lines(1156),
  inputs: { foundOn: date('发现日期') },
  parameters: { banFrom, banUntil },
  decide: ({ foundOn }, values) => ({
    isMet: values.banFrom <= foundOn && foundOn <= values.banUntil,
    wanted: `发现日期在${values.banFrom}至${values.banUntil}之间`,
    found: foundOn,
  }),
})
