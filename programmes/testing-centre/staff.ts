import {
  choice,
  type Decimal,
  date,
  defineParameter,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  fields,
  gap,
  isAtLeast,
  listOf,
  longText,
  personalText,
  type StocktakeRecord,
  TODAY,
  text,
  yesNo,
} from '@luoshi/kernel'
import { centre, manager, notice, readers, validity } from './notice.ts'

const basis = notice.lines(2485)

/** Posts that the plan names: the key ones first. */
export const posts = {
  quality: '质量负责人',
  technical: '技术负责人',
  auditor: '内审员',
  supervisor: '质量监督员',
  tester: '检测员',
  clerk: '业务员',
  sampler: '抽样员',
  archivist: '档案管理员',
  equipment: '仪器设备管理员',
  finance: '财务',
} as const
export type Post = keyof typeof posts

const shape = {
  posts: listOf('岗位', choice('岗位', posts)),
  degree: choice('学历', { none: '本科以下', bachelor: '本科', master: '硕士及以上' }),
  major: choice('专业', { chemistry: '化学', food: '食品', biology: '生物', other: '其他' }),
  title: choice('职称', { none: '没有', junior: '初级', middle: '中级', senior: '高级' }),
}
const certificateUntil = date('资格证书有效期至')

/** 人员档案 */
export const staff = defineRegister({
  id: 'staff',
  title: '检验检测人员档案',
  basis: notice.lines(2485, 2503),
  fields: fields({
    number: text('人员编号'),
    name: personalText('姓名', 'name'),
    ...shape,
    source: choice('来源', {
      present: '现有',
      recruited: '公开招录',
      transferred: '调入',
      bought: '购买服务',
    }),
  }),
  key: ['number'],
  access: { read: readers, write: [centre] },
})

const trainedOn = date('培训合格日期')
const authorisedOn = date('授权日期')

/** Whoever tests was trained and authorised, and has a certificate that is in force. */
export const mayTest = defineRule({
  id: 'may-test',
  title: '持证上岗',
  basis,
  inputs: {
    trainedOn: trainedOn.optional(),
    authorisedOn: authorisedOn.optional(),
    certificateUntil: certificateUntil.optional(),
    [TODAY]: date('今天'),
  },
  parameters: {},
  decide: (input) => {
    const missing = [
      ...(input.trainedOn === undefined ? ['没有培训'] : []),
      ...(input.authorisedOn === undefined ? ['没有授权'] : []),
      ...(input.certificateUntil === undefined
        ? ['没有资格证书']
        : input.certificateUntil < input.today
          ? [`资格证书${input.certificateUntil}到期`]
          : []),
    ]
    return {
      isMet: missing.length === 0,
      wanted: '经过培训、授权，资格证书在有效期内',
      found: missing.length === 0 ? '都具备' : missing.join('、'),
    }
  },
})

/** A person’s file, training, certificate, authorisation and work. */
export const employing = defineProcedure({
  id: 'employing',
  title: '人员档案和上岗',
  basis: notice.lines(2485, 2503),
  ...validity,
  register: staff.id,
  subject: staff.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '建立人员档案', by: [centre], basis },
  initial: 'filed',
  states: {
    filed: {
      title: '未上岗',
      rests: true,
      on: {
        train: {
          title: '登记培训和证书',
          to: 'filed',
          by: [centre],
          basis,
          input: fields({
            trainedOn,
            certificate: text('资格证书编号').optional(),
            certificateUntil: certificateUntil.optional(),
          }),
        },
        authorise: {
          title: '授权',
          to: 'filed',
          by: [manager],
          basis,
          input: fields({ authorisedOn, scope: longText('授权检测项目') }),
        },
        assign: {
          title: '确定岗位',
          to: 'filed',
          by: [manager],
          basis,
          input: fields({ posts: shape.posts }),
        },
        begin: { title: '上岗', to: 'working', by: [manager], basis, gates: [mayTest.id] },
        leave: { title: '调离', to: 'left', by: [centre], basis, needsReason: true },
      },
    },
    working: {
      title: '在岗检测',
      rests: true,
      on: {
        renew: {
          title: '更新证书',
          to: 'working',
          by: [centre],
          basis,
          input: fields({ certificate: text('资格证书编号'), certificateUntil }),
        },
        assess: {
          title: '考核',
          to: 'working',
          by: [manager],
          basis: notice.lines(2503),
          input: fields({
            assessedOn: date('考核日期'),
            assessment: longText('考核结果'),
            isPassed: yesNo('合格'),
          }),
        },
        stop: { title: '停止上岗', to: 'filed', by: [manager], basis, needsReason: true },
      },
    },
    left: { title: '已调离', final: 'withdrawn', on: {} },
  },
  limits: {
    certificate: {
      title: '资格证书有效期',
      starts: 'begin',
      ends: ['stop'],
      legal: { field: 'certificateUntil', basis },
      reminderDays: 30,
      missed: { kind: 'flag' },
    },
  },
  open: [gap('财务、业务等不检测的岗位是否也要持证没有写明，只要求检测人员', basis)],
})

const needed = (id: string, title: string) =>
  defineParameter<Decimal>({
    id,
    title,
    unit: '名',
    values: [{ from: '2022-09-07', value: '3', basis }],
  })
export const qualifiedNeeded = needed('qualified-needed', '对口专业本科以上或者中级职称人员')
export const testersNeeded = needed('testers-needed', '检验人员')

type Held = Pick<StocktakeRecord, 'state' | 'data'>

/** A matching degree, or a middle title. */
export function isQualified({ data }: Held): boolean {
  const hasDegree = data['degree'] !== 'none' && data['major'] !== 'other'
  return hasDegree || data['title'] === 'middle' || data['title'] === 'senior'
}

const postsOf = ({ data }: Held) => data['posts'] as readonly Post[]

/** 配齐人员 */
export const staffing = defineStocktake({
  id: 'staffing',
  title: '人员配备',
  basis,
  register: staff.id,
  count(records, { today, settingOf }) {
    const qualified = records.filter(isQualified).length
    const testers = records.filter((one) => postsOf(one).includes('tester'))
    const [wanted, wantedTesters] = [settingOf(qualifiedNeeded) ?? '0', settingOf(testersNeeded) ?? '0']
    const empty = (Object.keys(posts) as Post[]).filter(
      (post) => !records.some((one) => postsOf(one).includes(post)),
    )
    const lapsed = testers.filter(({ data }) => String(data['certificateUntil'] ?? '') < today)
    const isMet = isAtLeast(String(qualified), wanted) && isAtLeast(String(testers.length), wantedTesters)
    return {
      says: `对口专业本科以上或者中级职称${qualified}名（应有${wanted}名），检验人员${testers.length}名（应有${wantedTesters}名），空缺岗位${empty.length}个，没有有效证书的检验人员${lapsed.length}名。`,
      isMet: isMet && empty.length === 0 && lapsed.length === 0,
      findings: [
        ...empty.map((post) => ({ name: posts[post], message: '还没有确定人员。' })),
        ...lapsed.map(({ data }) => ({
          name: String(data['number']),
          message:
            data['certificateUntil'] === undefined
              ? '检验人员，没有资格证书。'
              : `检验人员，资格证书${String(data['certificateUntil'])}到期。`,
        })),
      ],
    }
  },
})

/** 培训记录和有效性评价 */
export const trainings = defineRegister({
  id: 'trainings',
  title: '培训记录台账',
  basis: notice.lines(2503),
  fields: fields({
    number: text('培训编号'),
    subject: text('培训内容'),
    way: choice('方式', {
      out: '走出去',
      in: '请进来',
      exchange: '技术交流',
      province: '到省级机构跟班实训',
    }),
    place: text('培训机构'),
    from: date('开始日期'),
    to: date('结束日期'),
    persons: listOf('参加人员编号', text('人员编号')),
  }),
  key: ['number'],
  access: { read: readers, write: [centre] },
})

const effectiveness = choice('有效性', {
  effective: '有效',
  partly: '部分有效，需补训',
  ineffective: '无效，重新培训',
})

/** Training is over when somebody has looked whether it helped. */
export const training = defineProcedure({
  id: 'training',
  title: '培训和有效性评价',
  basis: notice.lines(2503),
  ...validity,
  register: trainings.id,
  subject: trainings.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '登记培训', by: [centre], basis: notice.lines(2503) },
  initial: 'recorded',
  states: {
    recorded: {
      title: '待评价有效性',
      on: {
        evaluate: {
          title: '评价有效性',
          to: 'evaluated',
          by: [manager],
          basis: notice.lines(2503),
          notByWhoDid: ['opening'],
          input: fields({
            evaluatedOn: date('评价日期'),
            method: text('评价方式', { help: '如笔试、操作考核、盲样' }),
            effectiveness,
            evaluation: longText('评价意见'),
          }),
        },
      },
    },
    evaluated: { title: '已评价', final: 'completed', on: {} },
  },
  limits: {},
  open: [gap('有效性评价在培训后多久作出没有写明', notice.lines(2503))],
})

export const sentNeeded = defineParameter<Decimal>({
  id: 'sent-needed',
  title: '选派到省级机构跟班实训的技术骨干',
  unit: '名',
  values: [{ from: '2022-09-07', value: '3', basis: notice.lines(2503) }],
})

export const trainingStanding = defineStocktake({
  id: 'training-standing',
  title: '培训评价和跟班实训',
  basis: notice.lines(2503),
  register: trainings.id,
  count(records, { settingOf }) {
    const open = records.filter(({ state }) => state === 'recorded')
    const sent = new Set(
      records
        .filter(({ data }) => data['way'] === 'province')
        .flatMap(({ data }) => data['persons'] as readonly string[]),
    )
    const wanted = settingOf(sentNeeded) ?? '0'
    return {
      says: `培训${records.length}次，没有评价有效性的${open.length}次；到省级机构跟班实训${sent.size}名（应有${wanted}名）。`,
      isMet: open.length === 0 && isAtLeast(String(sent.size), wanted),
      findings: open.map(({ data }) => ({
        name: `${String(data['number'])} ${String(data['subject'])}`,
        message: `${String(data['to'])}结束，还没有评价有效性。`,
      })),
    }
  },
})
