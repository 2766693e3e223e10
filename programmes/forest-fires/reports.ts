import {
  choice,
  date,
  dateTime,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  gap,
  listOf,
  longText,
  reference,
  text,
} from '@luoshi/kernel'
import { fires, orderOfTimes, reportTimes } from './fires.ts'
import { loss } from './grades.ts'
import { commander, emergency, media, notice, office, readers, validity } from './notice.ts'

const figures = { area: loss.area, deaths: loss.deaths, injured: loss.injured }

/** What the office reports up, and with the same figures the emergency bureau. */
export const upwardReports = defineRegister({
  id: 'upward-reports',
  title: '火情上报台账',
  basis: notice.lines(1335, 1615),
  fields: fields({
    number: text('上报编号'),
    fire: reference('火情', fires.id),
    ...figures,
    countyOfficesToldAt: reportTimes.countyOfficesToldAt,
    content: longText('上报内容'),
  }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

const fireTold = listOf(
  '火情报告',
  fields({ number: text('火情编号'), officeToldAt: reportTimes.officeToldAt.optional() }),
)

/** The county's offices know after the office, the city after the headquarters has approved. */
export const upwardInOrder = defineRule({
  id: 'upward-in-order',
  title: '火情上报时间先后相符',
  basis: notice.lines(1535, 1615),
  inputs: {
    fireTold,
    countyOfficesToldAt: reportTimes.countyOfficesToldAt,
    approvedAt: reportTimes.approvedAt.optional(),
    cityToldAt: reportTimes.cityToldAt.optional(),
  },
  parameters: {},
  decide: ({ fireTold: [fire], countyOfficesToldAt, approvedAt, cityToldAt }) => {
    if (fire?.officeToldAt === undefined) {
      return { isMet: false, wanted: '乡（镇）已将火情报告县防火办', found: '县防火办还没有收到报告' }
    }
    const given = { officeToldAt: fire.officeToldAt, countyOfficesToldAt }
    return orderOfTimes({
      ...given,
      ...(approvedAt === undefined ? {} : { approvedAt }),
      ...(cityToldAt === undefined ? {} : { cityToldAt }),
    })
  },
})

const bureau = {
  bureauArea: loss.area,
  bureauDeaths: loss.deaths,
  bureauInjured: loss.injured,
  bureauAt: dateTime('应急管理局上报的时刻'),
}

/** The bureau's figures are the office's, whatever it heard itself. */
export const sameFigures = defineRule({
  id: 'same-figures',
  title: '应急局上报情况以防火办为准',
  basis: notice.lines(1335),
  inputs: {
    ...figures,
    bureauArea: bureau.bureauArea,
    bureauDeaths: bureau.bureauDeaths,
    bureauInjured: bureau.bureauInjured,
  },
  parameters: {},
  decide: ({ area, deaths, injured, bureauArea, bureauDeaths, bureauInjured }) => ({
    isMet: Number(area) === Number(bureauArea) && deaths === bureauDeaths && injured === bureauInjured,
    wanted: `受害面积${area}公顷，死亡${deaths}人，重伤${injured}人`,
    found: `受害面积${bureauArea}公顷，死亡${bureauDeaths}人，重伤${bureauInjured}人`,
  }),
})

const basis = notice.lines(1615)

/** To the county's two offices at once; upward only when the headquarters has approved. */
export const reportingUp = defineProcedure({
  id: 'reporting-up',
  title: '火情统一上报',
  basis,
  ...validity,
  register: upwardReports.id,
  subject: upwardReports.fields,
  access: { read: readers },
  lookups: {
    fireTold: {
      title: '火情报告',
      register: fires.id,
      where: { number: 'fire' },
      gives: { kind: 'records', fields: ['number', 'officeToldAt'] },
    },
  },
  opening: { title: '报县委办、县政府办', by: [office], basis, gates: [upwardInOrder.id] },
  initial: 'told',
  states: {
    told: {
      title: '待总指挥部审定',
      on: {
        approve: {
          title: '审定',
          to: 'approved',
          by: [commander],
          basis,
          input: fields({ approvedAt: reportTimes.approvedAt }),
          gates: [upwardInOrder.id],
        },
        return: { title: '退回核实', to: 'returned', by: [commander], basis, needsReason: true },
      },
    },
    returned: {
      title: '核实中',
      on: {
        correct: {
          title: '核实后重报',
          to: 'told',
          by: [office],
          basis,
          input: fields({ ...figures, content: longText('上报内容') }),
        },
      },
    },
    approved: {
      title: '待逐级上报',
      on: {
        sendUp: {
          title: '逐级上报',
          to: 'sent',
          by: [office],
          basis,
          input: fields({ cityToldAt: reportTimes.cityToldAt, receiver: text('上报对象') }),
          gates: [upwardInOrder.id],
        },
      },
    },
    sent: {
      title: '待应急局上报',
      on: {
        bureauReports: {
          title: '应急管理局上报市有关部门',
          to: 'done',
          by: [emergency],
          basis: notice.lines(1335),
          input: fields(bureau),
          gates: [sameFigures.id],
        },
      },
    },
    done: { title: '已上报', final: 'completed', on: {} },
  },
  limits: {},
  open: [gap('火情上报的时限没有写明', basis)],
})

/** The seven things that the public is told. */
const told = {
  ignitedAt: reportTimes.ignitedAt,
  site: text('火灾地点'),
  burntArea: text('过火面积'),
  losses: longText('损失情况'),
  fighting: longText('扑救过程'),
  investigation: longText('火案查处情况'),
  accountability: longText('责任追究情况'),
}

/** What is released about a fire. */
export const releases = defineRegister({
  id: 'releases',
  title: '火灾信息发布台账',
  basis: notice.lines(1589),
  fields: fields({
    number: text('发布编号'),
    fire: reference('火情', fires.id),
    title: text('标题'),
    ways: listOf(
      '发布方式',
      choice('发布方式', {
        authorised: '授权发布',
        press: '新闻稿',
        interview: '接受采访',
        conference: '新闻发布会',
        site: '专业网站',
        microblog: '官方微博',
      }),
    ),
    ...told,
  }),
  key: ['number'],
  access: { read: readers, write: [media] },
})

/** Nothing goes out in no way at all. */
export const hasWay = defineRule({
  id: 'has-way',
  title: '写明发布方式',
  basis: notice.lines(1589),
  inputs: { ways: releases.fields.def.shape.ways },
  parameters: {},
  decide: ({ ways }) => ({
    isMet: ways.length > 0,
    wanted: '至少一种发布方式',
    found: `${ways.length}种`,
  }),
})

/** Drafted by the media centre, one wording for all, shown to everyone. */
export const releasing = defineProcedure({
  id: 'releasing',
  title: '火灾信息发布',
  basis: notice.lines(1355, 1589),
  ...validity,
  register: releases.id,
  subject: releases.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '起草发布稿', by: [media], basis: notice.lines(1355, 1589), gates: [hasWay.id] },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待审定',
      on: {
        release: {
          title: '审定发布',
          to: 'released',
          by: [office],
          basis: notice.lines(1355),
          notByWhoDid: ['revise'],
          input: fields({ releasedOn: date('发布日期') }),
        },
        return: {
          title: '退回修改',
          to: 'returned',
          by: [office],
          basis: notice.lines(1355),
          needsReason: true,
        },
      },
    },
    returned: {
      title: '修改中',
      on: {
        revise: {
          title: '修改后再报',
          to: 'drafted',
          by: [media],
          basis: notice.lines(1355),
          input: fields(told),
        },
      },
    },
    released: {
      title: '已发布',
      rests: true,
      disclosure: {
        title: '森林草原火灾和应对工作信息',
        basis: notice.lines(1589),
        duration: gap('发布多久没有写明', notice.lines(1589)),
        places: ['专业网站', '官方微博'],
        shows: ['title', ...Object.keys(told)],
        clear: [],
        after: [],
      },
      on: {
        withdraw: {
          title: '撤下',
          to: 'withdrawn',
          by: [office],
          basis: notice.lines(1355),
          needsReason: true,
        },
      },
    },
    withdrawn: { title: '已撤下', final: 'withdrawn', on: {} },
  },
  limits: {},
})
