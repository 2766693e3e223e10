import { defineIndicator, defineProcedure, duration, fields, findFieldMeta, gap, text } from '@luoshi/kernel'
import { bureau, department, notice, results, services } from './registers.ts'

/** An approval goes to who supervises it; decisions and suggestions come back within a working day. */
export const push = defineProcedure({
  id: 'push',
  title: '审批结果推送和监管意见回推',
  basis: notice.lines(934),
  version: 1,
  validFrom: '2021-07-13',
  validTo: null,
  register: results.id,
  subject: results.fields,
  access: { read: results.access.read },
  lookups: {},
  opening: { title: '推送审批结果', by: [bureau], basis: notice.lines(934) },
  initial: 'pushed',
  states: {
    pushed: {
      title: '待监管',
      on: {
        decide: {
          title: '作出监管决定或者建议',
          to: 'decided',
          by: [department],
          basis: notice.lines(934),
          input: fields({ opinion: text('监管决定或者建议意见') }),
        },
        close: {
          title: '无须回推',
          to: 'closed',
          by: [department],
          basis: notice.lines(934),
          needsReason: true,
        },
      },
    },
    decided: {
      title: '待回推',
      on: {
        return: {
          title: '推送至县行政审批服务管理局',
          to: 'returned',
          by: [department],
          basis: notice.lines(934),
        },
      },
    },
    returned: {
      title: '已回推',
      final: 'completed',
      on: {
        again: {
          title: '又有新的决定',
          to: 'pushed',
          by: [department],
          basis: notice.lines(934),
          needsReason: true,
        },
      },
    },
    closed: { title: '已办结', final: 'completed', on: {} },
  },
  limits: {
    return: {
      title: '监管意见回推期限',
      starts: 'decide',
      ends: ['return'],
      legal: duration(1, 'workday', notice.lines(934)),
      missed: { kind: 'escalate', role: 'office' },
    },
  },
})

/** Fields of a service item that are blank, by label. */
export function blankElementsOf(service: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(services.fields.def.shape).flatMap(([name, field]) => {
    const value = service[name]
    return value === undefined || value === '' ? [findFieldMeta(field)?.label ?? name] : []
  })
}

/** A code that stands for different names, which the four levels should have alike. */
export interface UnlikeNames {
  readonly code: string
  readonly names: readonly string[]
}

/** Codes whose names differ from one level to another. */
export function unlikeNames(
  items: readonly { readonly code: string; readonly name: string }[],
): readonly UnlikeNames[] {
  return [...Map.groupBy(items, ({ code }) => code)]
    .map(([code, same]) => ({ code, names: [...new Set(same.map(({ name }) => name))] }))
    .filter(({ names }) => names.length > 1)
}

const atLeast = (figure: string, line: number, last = line) => [
  {
    period: '2021',
    from: '2021-07-13',
    value: { operator: 'at-least', figure },
    basis: notice.lines(line, last),
  } as const,
]
const better = (line: number) => ({ better: 'more', basis: notice.lines(line) }) as const

/** 不少于30项“一件事”套餐 */
export const packagesPublished = defineIndicator({
  id: 'packages-published',
  title: '公布的“一件事”套餐',
  basis: notice.lines(916, 918),
  unit: '项',
  every: 'year',
  units: ['县行政审批服务管理局'],
  direction: better(916),
  targets: atLeast('30', 916, 918),
})

/** 不少于30项高频事项全省通办 */
export const provinceWide = defineIndicator({
  id: 'province-wide',
  title: '全省通办的高频事项',
  basis: notice.lines(920),
  unit: '项',
  every: 'year',
  units: ['县行政审批服务管理局', '县公安局', '县人力资源和社会保障局', '县公积金中心'],
  direction: better(920),
  targets: atLeast('30', 920),
})

/** 网上服务站点覆盖70%以上的村、社区 */
export const villagesCovered = defineIndicator({
  id: 'villages-covered',
  title: '网上服务站点覆盖的村、社区',
  basis: notice.lines(908),
  unit: '%',
  every: 'year',
  units: ['县行政审批服务管理局'],
  direction: { better: 'more', basis: gap('“不低于”之外没有写明越高越好', notice.lines(908)) },
  targets: atLeast('70', 908),
})

export const indicators = [packagesPublished, provinceWide, villagesCovered]

export const roles = {
  'approval-bureau': { title: '县行政审批服务管理局', basis: notice.lines(902) },
  department: { title: '监管部门', basis: notice.lines(932, 934) },
  township: { title: '乡（镇）人民政府', basis: notice.lines(908) },
  office: { title: '县政府办公室', basis: notice.lines(954) },
} satisfies Record<string, { title: string; basis: ReturnType<typeof notice.lines> }>
