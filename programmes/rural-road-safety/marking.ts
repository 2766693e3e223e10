import {
  type Answer,
  count,
  defineProcedure,
  defineRegister,
  defineRule,
  defineValueRule,
  fields,
  gap,
  listOf,
  regionCode,
  text,
} from '@luoshi/kernel'
import { notice, readers, township, validity } from './notice.ts'

const basis = notice.lines(832)

/** Digits of a village's code by GB/T 2260 and the code of townships and villages that follows it. */
const VILLAGE_DIGITS = 12

/** Most groups of one village that two digits can tell apart. */
const MOST_GROUPS = 99

export const shape = {
  villageCode: regionCode('村的区划代码', { help: '12位，如140922100201' }),
  group: count('村民小组', '组', { help: '没有分组的填0' }),
}

export const code = text('村组识别码')

/** The code of a group of a village: the village's own with two digits for the group. Another group never has the same. */
export function villageGroupCode(villageCode: string, group: number): string | null {
  if (villageCode.length !== VILLAGE_DIGITS || group > MOST_GROUPS) return null
  return `${villageCode}${String(group).padStart(2, '0')}`
}

/** The code that is painted on every vehicle of a group. */
export const codeRule = defineValueRule({
  id: 'village-group-code',
  title: '村组识别码',
  basis,
  gives: code,
  inputs: shape,
  parameters: {},
  decide: ({ villageCode, group }): Answer<string> => {
    const value = villageGroupCode(villageCode, group)
    if (value === null) return { missing: `${VILLAGE_DIGITS}位的村代码和不大于${MOST_GROUPS}的组号` }
    return { value, because: `村代码${villageCode}加组号${String(group).padStart(2, '0')}` }
  },
})

/** Villages by group, each with the code of its vehicles. */
export const groups = defineRegister({
  id: 'village-groups',
  title: '村组识别码台账',
  basis,
  fields: fields({ ...shape, township: text('乡（镇）'), village: text('村'), code: code.optional() }),
  key: ['villageCode', 'group'],
  calledBy: ['village', 'group'],
  access: { read: readers, write: [township] },
  open: [gap('“村组识别码”怎样编没有写明，按12位村代码加2位组号', basis)],
})

/** No other village has taken that code before. */
export const codeFree = defineRule({
  id: 'code-free',
  title: '村组识别码不重复',
  basis,
  inputs: {
    ...shape,
    groupsOfCode: listOf('同一村代码的村组', fields({ village: text('村'), group: shape.group })),
    village: text('村'),
  },
  parameters: {},
  decide: ({ village, group, groupsOfCode }) => {
    const taken = groupsOfCode.find((one) => one.village !== village || one.group === group)
    return {
      isMet: taken === undefined,
      wanted: '一个村代码只属于一个村，每组只登记一次',
      found: taken === undefined ? '没有重复' : `已登记${taken.village}${taken.group}组`,
    }
  },
})

export const coding = defineProcedure({
  id: 'coding',
  title: '村组编码',
  basis,
  ...validity,
  register: groups.id,
  subject: groups.fields,
  access: { read: readers },
  lookups: {
    groupsOfCode: {
      title: '同一村代码的村组',
      register: groups.id,
      where: { villageCode: 'villageCode' },
      states: ['coded'],
      gives: { kind: 'records', fields: ['village', 'group'] },
    },
  },
  opening: {
    title: '登记村组',
    by: [township],
    basis,
    gates: [codeFree.id],
    computes: { code: codeRule.id },
  },
  initial: 'coded',
  states: {
    coded: {
      title: '已编码',
      rests: true,
      on: { close: { title: '撤并', to: 'closed', by: [township], basis, needsReason: true } },
    },
    closed: { title: '已撤并', final: 'withdrawn', on: {} },
  },
  limits: {},
})
