import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineValueTable,
  fields,
  isAtLeast,
  isAtMost,
  listOf,
  money,
  reference,
  TODAY,
  text,
} from '@luoshi/kernel'
import { anyone, commonReaders, government, overseer } from './access.ts'
import { ages, circumstances, decided, grades } from './case-register.ts'
import { penalty, townships, validity } from './notices.ts'
import { powers } from './powers.ts'

/** The county's published table: what each grade of each power costs, from a day on. */
export const bands = defineRegister({
  id: 'bands',
  title: '行政处罚裁量基准表',
  basis: townships.lines(394, 396),
  fields: fields({
    number: text('编号'),
    power: reference('执法事项', powers.id),
    grade: choice('裁量等次', grades),
    situation: text('适用情形'),
    least: money('罚款下限'),
    most: money('罚款上限'),
    from: date('自何日起施行'),
    until: date('至何日停止').optional(),
  }),
  key: ['number'],
  access: { read: [...commonReaders, anyone], write: [government, overseer] },
})

const by = [government, overseer]

/** A row of the table: published before it is used, ended when it is replaced. */
export const band = defineProcedure({
  id: 'band',
  title: '裁量基准',
  basis: townships.lines(394, 396),
  ...validity,
  register: bands.id,
  subject: bands.fields,
  access: { read: [...commonReaders, anyone] },
  lookups: {},
  opening: { title: '公布裁量基准', by, basis: penalty('第三十四条'), gates: ['band-forward'] },
  initial: 'published',
  states: {
    published: {
      title: '施行中',
      rests: true,
      on: {
        end: {
          title: '停止施行',
          to: 'ended',
          by,
          basis: penalty('第三十四条'),
          input: fields({ until: date('至何日停止') }),
          needsReason: true,
        },
      },
    },
    ended: { title: '已停止', final: 'completed', on: {} },
  },
  limits: {},
})

const { shape } = bands.fields

export const bandForward = defineRule({
  id: 'band-forward',
  title: '裁量基准的上下限',
  basis: penalty('第三十四条'),
  inputs: { least: shape.least, most: shape.most },
  parameters: {},
  decide: ({ least, most }) => ({
    isMet: isAtMost(least, most),
    wanted: '罚款上限不低于下限',
    found: `${least}元至${most}元`,
  }),
})

/** From facts to a grade: the first row that holds. */
export const gravity = defineValueTable({
  id: 'gravity',
  title: '裁量等次表',
  basis: penalty('第三十二条、第三十三条'),
  gives: decided.grade,
  inputs: { age: choice('当事人年龄', ages), ...circumstances },
  hit: 'first',
  rows: [
    { when: { age: { is: 'child' } }, value: 'exempt', basis: penalty('第三十条') },
    { when: { isWithoutFault: { is: true } }, value: 'exempt', basis: penalty('第三十三条第二款') },
    {
      when: { isFirst: { is: true }, isHarmless: { is: true }, isMended: { is: true } },
      value: 'exempt',
      basis: penalty('第三十三条第一款'),
    },
    { when: { age: { is: 'minor' } }, value: 'light', basis: penalty('第三十条') },
    { when: { isEmergency: { is: true } }, value: 'heavy', basis: penalty('第四十九条') },
    { when: { isResisting: { is: true } }, value: 'heavy', basis: penalty('第三十四条') },
    { when: { isRepeated: { is: true } }, value: 'heavy', basis: penalty('第三十四条') },
    { when: { isMended: { is: true } }, value: 'light', basis: penalty('第三十二条') },
    { when: { isCoerced: { is: true } }, value: 'light', basis: penalty('第三十二条') },
    { when: {}, value: 'ordinary', basis: penalty('第五条') },
  ],
})

const bandEntry = fields({
  number: text('编号'),
  grade: shape.grade,
  situation: shape.situation,
  least: shape.least,
  most: shape.most,
  from: shape.from,
  until: date('至何日停止').nullish(),
})

/** The rows of the table for the power of a case. */
export const bandLookup = {
  bandEntries: {
    title: '这一事项的裁量基准',
    register: bands.id,
    where: { power: 'power' },
    gives: { kind: 'records', fields: Object.keys(bandEntry.shape) },
  },
} as const

export const bandEntries = listOf('这一事项的裁量基准', bandEntry)

const inputs = {
  bandEntries,
  grade: decided.grade,
  fine: decided.fine,
  departs: decided.departs,
  actOn: date('违法行为发生日期'),
  [TODAY]: date('今天'),
}

/** The fine is within the band of the grade, or leaves it openly; then the head must approve that. */
export const fineInBand = defineRule({
  id: 'fine-in-band',
  title: '裁量基准',
  basis: penalty('第三十四条'),
  inputs,
  parameters: {},
  decide: (input) => {
    const { fine, grade, departs } = input
    const row = bandOn(input.bandEntries, grade, String(input[TODAY]))
    if (grade === 'exempt') {
      const wanted = '不予处罚的不罚款'
      return { isMet: isAtMost(fine, '0'), wanted, found: `罚款${fine}元`, basis: penalty('第三十三条') }
    }
    if (row === undefined) return { missing: `“${grades[grade]}”在裁量基准表中的一行` }
    const isIn = isAtLeast(fine, row.least) && isAtMost(fine, row.most)
    const wanted = `“${grades[grade]}”罚款${row.least}元至${row.most}元（裁量基准${row.number}：${row.situation}）；突破基准的写明并报负责人批准`
    return { isMet: isIn !== departs, wanted, found: `罚款${fine}元${departs ? '，注明突破基准' : ''}` }
  },
})

/** What is decided stays in the band too: below it as little as above it, unless leaving it was approved. */
export const finalFineInBand = defineRule({
  id: 'final-fine-in-band',
  title: '决定数额与裁量基准',
  basis: penalty('第三十四条'),
  inputs: {
    bandEntries,
    grade: decided.grade,
    finalFine: money('决定的罚款数额'),
    departs: decided.departs,
    [TODAY]: date('今天'),
  },
  parameters: {},
  decide: (input) => {
    const { finalFine, grade, departs } = input
    const found = `罚款${finalFine}元`
    if (departs) return { isMet: true, wanted: '突破裁量基准的，以批准为限', found }
    const row = bandOn(input.bandEntries, grade, String(input[TODAY]))
    if (row === undefined) return { missing: `“${grades[grade]}”在裁量基准表中的一行` }
    return {
      isMet: isAtLeast(finalFine, row.least) && isAtMost(finalFine, row.most),
      wanted: `“${grades[grade]}”罚款${row.least}元至${row.most}元（裁量基准${row.number}）；低于或者高于基准的，重新提出处罚意见`,
      found,
    }
  },
})

/** The row of a grade that is in force on a day. */
export function bandOn<
  Row extends {
    readonly grade: string
    readonly from: string
    readonly until?: string | null | undefined
  },
>(rows: readonly Row[], grade: string, on: string): Row | undefined {
  return rows.findLast((row) => row.grade === grade && row.from <= on && (!row.until || on < row.until))
}

export const discretionRules = [bandForward, fineInBand, finalFineInBand]
