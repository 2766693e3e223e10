import { changeParts, defineProcedure, defineRegister, fields, text } from '@luoshi/kernel'
import { notice, office, readers, validity } from './notice.ts'

/** Fields and parts of the list of bodies. */
export const list = {
  id: 'bodies',
  title: '县级行政规范性文件制定主体清单',
  fields: fields({ name: text('名称'), group: text('类别') }),
  parts: { key: 'name', name: 'name' } as const,
}

export const parts = changeParts(list, notice.lines(1090), {
  added: '增加',
  removed: '减少',
  renamed: '更名',
})

/** Bodies added to the list or taken off it, each with its day and reason. */
export const changes = defineRegister({
  id: 'body-changes',
  title: '制定主体增减台账',
  basis: notice.lines(1090),
  fields: fields({ number: text('变动编号'), ...parts.shape, ...parts.from }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

/** A body is added, removed or renamed, with its day and reason, and that is published. */
export const changing = defineProcedure({
  id: 'changing',
  title: '核实增减制定主体',
  basis: notice.lines(1090),
  ...validity,
  register: changes.id,
  subject: changes.fields,
  access: { read: readers },
  lookups: parts.lookups,
  opening: { title: '提出增减', by: [office], basis: notice.lines(1090), gates: [parts.rule.id] },
  initial: 'verified',
  states: {
    verified: {
      title: '已核实',
      on: {
        publish: {
          title: '向社会公布',
          to: 'published',
          by: [office],
          basis: notice.lines(1090),
          gates: [parts.rule.id],
        },
        drop: { title: '撤回', to: 'dropped', by: [office], basis: notice.lines(1090), needsReason: true },
      },
    },
    published: { title: '已公布', final: 'completed', on: {} },
    dropped: { title: '已撤回', final: 'withdrawn', on: {} },
  },
  limits: {},
})
