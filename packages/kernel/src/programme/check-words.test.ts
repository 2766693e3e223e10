import { describe, expect, it } from 'vitest'
import { may } from '../access/access.ts'
import { instrument } from '../cite.ts'
import { mending } from '../fixtures/well-mending.ts'
import { permit, wellPermits, wells } from '../fixtures/well-permit.ts'
import {
  drillingReport,
  groundwaterLevel,
  wasteByUnit,
  waterPowers,
  wellCampaign,
  wellsMetered,
} from '../fixtures/well-supervision.ts'
import type { Branch } from '../procedure/branch.ts'
import type {
  ActionDefinition,
  LimitDefinition,
  LinkKind,
  Procedure,
  StateDefinition,
} from '../procedure/procedure.ts'
import { defineRule } from '../rule/rule.ts'
import { fields, measure, personalText, text } from '../schema/fields.ts'
import { checkProgramme } from './check-programme.ts'
import type { Programme } from './programme.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')

const messagesOf = (change: Partial<Programme>) =>
  checkProgramme({ ...wellPermits, ...change }).map(({ message }) => message)

const withProcedure = (changed: Procedure): Partial<Programme> => ({
  procedures: wellPermits.procedures.map((one) => (one.id === changed.id ? changed : one)),
})

const states: Readonly<Record<string, StateDefinition>> = mending.states
const reviewed = states['reviewed'] as StateDefinition
const water = reviewed.branches?.['water'] as Branch

const withReviewed = (change: Partial<StateDefinition>) =>
  messagesOf(withProcedure({ ...mending, states: { ...states, reviewed: { ...reviewed, ...change } } }))

const withAction = (state: string, name: string, change: Partial<ActionDefinition>) => {
  const before = states[state] as StateDefinition
  const action = { ...(before.on[name] as ActionDefinition), ...change }
  const on = { ...before.on, [name]: action }
  return messagesOf(withProcedure({ ...mending, states: { ...states, [state]: { ...before, on } } }))
}

describe('branches', () => {
  it('join somewhere, and what joins has branches', () => {
    const { join: _join, ...unjoined } = reviewed
    const { branches: _branches, ...bare } = reviewed
    const sentence = '环节“联合验收”有并行的分支，却没有写明分支办完后的去向（或者写了去向却没有分支）。'
    for (const state of [unjoined, bare]) {
      const found = messagesOf(withProcedure({ ...mending, states: { ...states, reviewed: state } }))
      expect(found).toContain(sentence)
    }
  })

  it('that can refuse are heard', () => {
    expect(withReviewed({ join: { waitsFor: 'all', to: 'mended', basis: notice.lines(68) } })).toEqual([
      '“水利验收”可以不同意，而环节“联合验收”没有写明不同意时的去向。',
    ])
  })

  it('reach their end from their beginning, and do nothing after it', () => {
    const { agreed, refused, ...open } = water.states
    const lost = { ...water, states: { ...open, agreed, refused, lost: { title: '走失', on: {} } } } as Branch
    expect(withReviewed({ branches: { water: lost } })).toEqual([
      '分支“水利验收”从环节“走失”走不到结束，或者从起始环节走不到这一环节。',
    ])
    const busy = {
      ...water,
      states: { ...water.states, agreed: { ...agreed, on: { again: water.states['visited']?.on['visit'] } } },
    } as Branch
    expect(withReviewed({ branches: { water: busy } })).toEqual([
      '分支“水利验收”在环节“已同意”已经结束，不应再有办理事项。',
    ])
  })

  it('have names of actions of their own, and no place where a case rests', () => {
    const twin = { ...water, title: '复核' }
    expect(withReviewed({ branches: { water, twin } })).toEqual([
      '环节“联合验收”有不止一个办理事项名为“visit”，在同一环节（含各分支）名称不能重复。',
      '环节“联合验收”有不止一个办理事项名为“waterAgrees”，在同一环节（含各分支）名称不能重复。',
      '环节“联合验收”有不止一个办理事项名为“waterRefuses”，在同一环节（含各分支）名称不能重复。',
    ])
    expect(withReviewed({ final: 'completed' })).toContain('环节“联合验收”是终结环节，不能再有并行的分支。')
  })

  it('that never end lead nowhere', () => {
    const { agreed: _agreed, refused: _refused, ...open } = water.states
    const endless = {
      ...water,
      states: {
        ...open,
        judged: {
          title: '出具意见',
          on: { back: { ...open['visited']?.on['visit'], to: 'visited' } },
        },
      },
    } as Branch
    const found = withReviewed({ branches: { water: endless }, on: {} })
    expect(found).toContain(
      '环节“联合验收”不是终结环节，却没有办理事项离开它，应写明下一步，或者写明它是终结环节。',
    )
    expect(found).toContain('环节“已修复”从起始环节走不到，应有办理事项通向它，或者删去。')
  })
})

describe('announcements', () => {
  it('show fields that there are and that tell of no person', () => {
    const announces = { title: '公告', basis: notice.lines(62), shows: ['village', 'contact'], until: 'day' }
    const submitted = { ...(permit.states as typeof states)['submitted'], announces } as StateDefinition
    const found = messagesOf(withProcedure({ ...permit, states: { ...permit.states, submitted } }))
    expect(found).toContainEqual(expect.stringMatching(/^字段“day”没有定义/))
    expect(found).toContainEqual(expect.stringMatching(/^“公告”不经遮盖公开个人信息“/))
    expect(found).toHaveLength(2)
  })
})

describe('transfers, requests, links', () => {
  it('are made with a reason, to a unit that is filled in', () => {
    expect(withAction('reported', 'assign', { needsReason: false })).toEqual([
      '办理事项“交办”把办件交给别的机构，应写明需要理由。',
    ])
    expect(withAction('reported', 'assign', { input: fields({ receiver: text('修复单位') }) })).toEqual([
      '办理事项“交办”要交给“receiver”所选的机构，而填写的内容里没有这样一个机构字段。',
    ])
  })

  it('need no reason where a field of the case names the unit, which it must', () => {
    const transfer = { to: 'named', field: 'receiver', basis: notice.lines(63) } as const
    expect(withAction('reported', 'assign', { needsReason: false, transfer })).toEqual([])
    expect(
      withAction('reported', 'assign', { needsReason: false, transfer: { ...transfer, field: 'damage' } }),
    ).toEqual(['办理事项“交办”要交给“damage”所选的机构，而填写的内容里没有这样一个机构字段。'])
  })

  it('answer an action and name a kind that are there', () => {
    expect(withAction('assigned', 'grantTime', { answers: 'wish' })).toHaveLength(1)
    const links = [{ kind: 'twin', isRequired: true }]
    expect(withAction('mended', 'reopen', { links })[0]).toContain('关联“twin”没有定义')
    const broken = {
      ...mending,
      links: { ...mending.links, permit: { title: '原许可', procedure: 'gone', basis: notice.lines(62) } },
    }
    expect(messagesOf(withProcedure(broken))[0]).toContain('流程“gone”没有定义')
  })

  const withFills = (link: Partial<LinkKind>, company: readonly Programme[] | null = null) => {
    const permitOf = { title: '原许可', procedure: 'permit', basis: notice.lines(62), ...link }
    const changed = withProcedure({ ...mending, links: { ...mending.links, permit: permitOf } })
    return checkProgramme({ ...wellPermits, ...changed }, company).map(({ path, message }) => [
      path.join('.').replace('procedures.mending.links.permit.', ''),
      message,
    ])
  }

  it('are to cases in states that there are, and agree in fields of both that tell of no person', () => {
    expect(withFills({ states: ['submitted'], agrees: { number: 'number' } })).toEqual([])
    expect(withFills({ states: ['dreamt'] })).toEqual([
      ['states', expect.stringMatching(/^环节“dreamt”没有定义/)],
    ])
    expect(withFills({ agrees: { colour: 'number', number: 'colour' } }).map(([path]) => path)).toEqual([
      'agrees.colour',
      'agrees.number',
    ])
    expect(withFills({ agrees: { contact: 'number' } }).map(([path]) => path)).toEqual(['agrees.contact'])
  })

  it('take over into another case what is a field of both and of one kind', () => {
    expect(withFills({ fills: { number: 'number', village: 'damage' } })).toEqual([])
    expect(withFills({ fills: { colour: 'damage', village: 'colour' } })).toEqual([
      ['fills.village', expect.stringMatching(/^字段“colour”没有定义；已定义的有：number、/)],
      ['fills.colour', '字段“colour”没有定义；已定义的有：number、village、depth、applicant、contact。'],
    ])
    const differs = (own: string, found: string, field: string, wanted: string) => [
      `fills.${field}`,
      `关联“原许可”把本办件的“${own}”（${found}）带到另一办件的“${field}”（应填${wanted}），两者应是同一种内容。`,
    ]
    expect(withFills({ fills: { depth: 'damage', village: 'grade' } })).toEqual([
      differs('damage', '文字，至多20000字', 'depth', '不小于0的数，如12.5'),
      differs('grade', '严重、一般', 'village', '文字'),
    ])
    expect(withFills({ fills: { depth: 'subsidy' } })).toHaveLength(1)
    expect(withFills({ fills: { depth: 'households' } })).toEqual([
      [
        'fills.depth',
        '关联“原许可”要带到另一办件的“households”带不过去，能带的有文字、日期、金额、数值和选项。',
      ],
    ])
  })

  it('take over nobody’s data, and into nothing that is computed', () => {
    const broken = { title: '损毁', procedure: 'mending', basis: notice.lines(62) }
    const takingOver = (fills: LinkKind['fills']) =>
      messagesOf(withProcedure({ ...permit, links: { broken: { ...broken, fills: fills ?? {} } } }))
    expect(takingOver({ damage: 'applicant' })).toContain(
      '关联“损毁”要把个人信息“applicant”带到另一办件，应删去，由办理人另行填写。',
    )
    expect(takingOver({ grade: 'village' })[0]).toContain('字段“grade”没有定义')
  })

  it('lead to another programme only where it runs too', () => {
    const elsewhere = { programme: 'ponds', procedure: 'permit', fills: { village: 'damage' } }
    const ponds = { ...wellPermits, id: 'ponds' }
    expect(withFills(elsewhere)).toEqual([])
    expect(withFills(elsewhere, [wellPermits, ponds])).toEqual([])
    expect(withFills(elsewhere, [wellPermits])).toEqual([
      ['programme', '制度“ponds”没有定义；已定义的有：well-permits。'],
    ])
    expect(withFills({ ...elsewhere, procedure: 'gone' }, [ponds])[0]?.[0]).toBe('procedure')
    expect(withFills({ ...elsewhere, fills: { colour: 'damage' } }, [ponds])[0]?.[0]).toBe('fills.colour')
  })

  it('take a case up again with a reason only', () => {
    expect(withAction('mended', 'reopen', { needsReason: false })).toEqual([
      '办理事项“重新处置”重新办理已经办结的办件，应写明需要理由。',
    ])
  })
})

describe('limits', () => {
  const withLimit = (id: string, change: Partial<LimitDefinition>) => {
    const limits = { ...mending.limits, [id]: { ...(mending.limits[id] as LimitDefinition), ...change } }
    return messagesOf(withProcedure({ ...mending, limits }))
  }

  it('that act by themselves act as the timer may', () => {
    expect(withLimit('assign', { missed: { kind: 'act', action: 'assign' } })).toEqual([
      '“交办期限”逾期应自动办理“交办”，而它没有授权给到期自动办理（全县）。',
    ])
  })

  it('end on a day that there is, in a field that there is, and are promised for no later', () => {
    expect(withLimit('season', { legal: { day: '2026-05-32', basis: notice.lines(70) } })).toEqual([
      '期限“汛前期限”写的是“2026-05-32”，应写作2026-10-31这样的日期。',
    ])
    expect(withLimit('mend', { legal: { field: 'someday', basis: notice.lines(70) } })[0]).toContain(
      '字段“someday”没有定义',
    )
    expect(withLimit('season', { target: { day: '2026-06-01', basis: notice.lines(70) } })).toEqual([
      '“汛前期限”承诺2026-06-01前，法定2026-05-31前，承诺期限应使用同一单位且不长于法定期限。',
    ])
  })
})

describe('indicators, reports, campaigns and lists', () => {
  it('have targets and weights that can be read, or say that they are open', () => {
    const { gap: _gap, ...silent } = groundwaterLevel
    const weights = [{ period: '明年', from: '2026-01-01', value: '五分', basis: notice.lines(42) }]
    expect(messagesOf({ indicators: [silent, { ...wellsMetered, weights }] })).toEqual([
      '指标“地下水位”没有目标值，也没有写明原文留下什么未定。',
      '“机井计量率”的权重写的期间是“明年”，应写作2026、2026-H1、2026-Q3、2026-08或2026-08-18这样的期间。',
      '“机井计量率”的权重写的是“五分”，应写作12.5这样的数。',
    ])
  })

  it('are owed by and to roles, on days that there are', () => {
    const due = { ...drillingReport.due, turn: { kind: 'yearly', month: 13, day: 32 } as const }
    expect(
      messagesOf({ reports: [{ ...drillingReport, owedTo: 'king', due, until: '2026-01-01' }] }),
    ).toEqual([
      expect.stringContaining('角色“king”没有定义'),
      '报送“机井建设月报”的时间写的是第几个月：13，应为1至12。',
      '报送“机井建设月报”的时间写的是几日：32，应为1至31。',
      '有效期自2026-03-01至2026-01-01，止日早于起日。',
    ])
    const turns = [
      { kind: 'once', date: '2026-02-30' },
      { kind: 'weekly', weekday: 8 },
      { kind: 'monthly', days: [] },
    ] as const
    for (const turn of turns) {
      expect(messagesOf({ reports: [{ ...drillingReport, due: { ...due, turn } }] })).toHaveLength(1)
    }
    for (const turn of [{ kind: 'daily' }, { kind: 'monthly', days: ['last'] }] as const) {
      expect(messagesOf({ reports: [{ ...drillingReport, due: { ...due, turn } }] })).toEqual([])
    }
  })

  it('have phases with days, or say that the text gives none', () => {
    const [searching, fixing, keeping] = wellCampaign.phases
    if (searching === undefined || fixing === undefined || keeping === undefined) throw new Error('phases')
    const { gap: _gap, ...silent } = searching
    const backwards = { ...fixing, from: '2026-12-01', until: '2026-10-31' }
    const phases = [silent, backwards, { ...keeping, from: '2026-11-31' }]
    expect(messagesOf({ campaigns: [{ ...wellCampaign, phases, endsWith: 'searching' }] })).toEqual([
      '“机井浪费用水专项整治”的“摸底排查”没有写全起止日期，也没有写明原文留下什么未定。',
      '有效期自2026-12-01至2026-10-31，止日早于起日。',
      '“机井浪费用水专项整治”的“巩固提高”写的是“2026-11-31”，应写作2026-10-31这样的日期。',
      '“机井浪费用水专项整治”以“摸底排查”为限，而这一阶段没有日期，应写明日期，或者不以它为限。',
    ])
    const unlisted = wellPermits.procedures.filter(({ id }) => id !== wellCampaign.id)
    expect(messagesOf({ procedures: unlisted })[0]).toContain('流程“waste”没有定义')
  })

  it('have entries that fit, keys and names once, versions one after the other, and nobody’s data', () => {
    const [first, second] = waterPowers.versions
    if (first === undefined || second === undefined) throw new Error('versions')
    const items = [...first.items, ...first.items.slice(0, 1)]
    const broken = { ...waterPowers, versions: [{ ...first, until: null, items }, second] }
    expect(messagesOf({ catalogues: [broken] })).toEqual([
      '清单“机井管理权责清单”2026-01-01版有两项的编号都是“W01”，编号不能重复。',
      '清单“机井管理权责清单”的前一版到无期限为止，后一版却自2026-07-01起，前一版应在后一版施行时停止。',
    ])
    const people = fields({ code: text('编码'), name: personalText('姓名', 'name') })
    expect(messagesOf({ catalogues: [{ ...waterPowers, fields: people, versions: [] }] })).toEqual([
      '清单“机井管理权责清单”是公开的，其中的“name”却是个人信息，应删去。',
    ])
  })
})

describe('registers and rules', () => {
  it('have ids that no procedure of another register has', () => {
    const register = { ...wells, id: 'mending' }
    expect(messagesOf({ registers: [...wellPermits.registers, register] })).toContain(
      '台账“机井台账”没有流程办理，按编号“mending”自动登记，而同编号的流程办理的是别的台账，应改用别的编号。',
    )
  })

  it('count in one unit of measure, and add up figures only', () => {
    const inFeet = defineRule({
      id: 'not-too-deep',
      title: '井深',
      basis: notice.lines(12),
      inputs: { depth: measure('井深', '尺') },
      parameters: {},
      decide: () => ({ missing: '' }),
    })
    const rules = wellPermits.rules.map((rule) => (rule.id === inFeet.id ? inFeet : rule))
    expect(messagesOf({ rules })).toEqual(['规则“井深”看的“depth”以尺计，填写的却以米计，单位应当一致。'])
    const lookup = permit.lookups['wellsOfVillage']
    if (lookup === undefined || 'catalogue' in lookup) throw new Error('no lookup')
    const summed = { ...lookup, states: ['gone'], gives: { kind: 'sum', field: 'village' } as const }
    const found = messagesOf(withProcedure({ ...permit, lookups: { wellsOfVillage: summed } }))
    expect(found[0]).toContain('环节“gone”没有定义')
    expect(found[1]).toBe('查询“本村已批机井”要求和的“village”不是数，应选数值字段。')
  })

  it('compute fields of the case, as they are, from what is there', () => {
    const opening = { ...mending.opening, computes: { grade: 'gone', subsidy: 'grade', nothing: 'grade' } }
    expect(messagesOf(withProcedure({ ...mending, opening }))).toEqual([
      expect.stringContaining('取值规则“gone”没有定义'),
      '“报告”用规则“损毁等级表”算出“subsidy”，两者的名称、单位或者可选项不是同一个字段，应直接使用台账的字段。',
      expect.stringContaining('字段“nothing”没有定义'),
    ])
    const early = { ...mending.opening, computes: { subsidy: 'subsidy' } }
    expect(messagesOf(withProcedure({ ...mending, opening: early }))).toEqual([])
    const costless = withAction('assigned', 'mend', { input: fields({ repair: text('修复情况') }) })
    expect(costless).toEqual(['规则“修复补助”要看的“cost”，办件和查询里都没有，应在表单或查询中写明。'])
  })

  it('are counted by fields and states that are there, figures added up, nobody at the head of a row', () => {
    const tally = { ...wasteByUnit, register: 'wells' }
    const by = [
      { kind: 'field', field: 'applicant' },
      { kind: 'period', field: 'dug', every: 'year' },
    ] as const
    const columns = [
      { id: 'all', title: '全部', sums: 'village', states: ['gone'], where: { colour: ['红'] } },
    ]
    const least = { column: 'all', figure: '一个', basis: notice.lines(9) }
    expect(messagesOf({ tallies: [{ ...tally, by, columns, least }] })).toEqual([
      '统计表“机井浪费用水问题统计”按个人信息“applicant”分组，会把它列在表头，应改按别的字段分组。',
      expect.stringContaining('字段“dug”没有定义'),
      '查询“全部”要求和的“village”不是数，应选数值字段。',
      expect.stringContaining('环节“gone”没有定义'),
      expect.stringContaining('字段“colour”没有定义'),
      '“机井浪费用水问题统计”的下限写的是“一个”，应写作12.5这样的数。',
    ])
    expect(messagesOf({ tallies: [{ ...tally, register: 'gone' }] })).toHaveLength(1)
  })

  it('know the states that a campaign counts', () => {
    const counts = { open: ['found', 'lost'], struck: ['struck'] }
    expect(messagesOf({ campaigns: [{ ...wellCampaign, counts }] })[0]).toContain('环节“lost”没有定义')
  })

  it('know the rights of a campaign’s readers', () => {
    const reads = [may('king', 'county')]
    expect(messagesOf({ campaigns: [{ ...wellCampaign, reads }] })[0]).toContain('角色“king”没有定义')
  })
})
