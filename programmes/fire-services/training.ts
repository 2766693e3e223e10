import {
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  fields,
  gap,
  listOf,
  personalText,
  text,
  yesNo,
} from '@luoshi/kernel'
import { brigade, member, plan, premises, readersBelow, scheme, validity } from './notices.ts'

const basis = scheme.lines(1306)

/** Posts for which one is trained first: the key groups, the officers who enforce, and any other of a unit. */
const posts = {
  leader: '党政领导干部',
  industry: '行业系统管理者',
  village: '村（居）民委员会负责人',
  grid: '网格员',
  manager: '消防安全责任人、管理人',
  property: '物业管理人',
  control: '消防控制室值班人员',
  micro: '微型消防站队员',
  enforcer: '消防执法人员',
  firefighter: '政府专职消防队员、消防文员',
  trade: '消防行业特有工种',
  staff: '单位其他员工',
} as const

type Post = keyof typeof posts

/** Posts that need a certificate, each with the line that says so. */
const certified: Readonly<Partial<Record<Post, number>>> = { enforcer: 1290, firefighter: 1236, trade: 1188 }

const staffNumber = text('工号', { help: '单位名称和工号，如清源商厦-012' })
const post = choice('岗位', posts)
const passed = yesNo('考试合格')
const certificate = text('证书编号').optional()

/** Who was trained for what, and passed. */
export const trainings = defineRegister({
  id: 'trainings',
  title: '消防安全培训考试台账',
  basis,
  fields: fields({
    number: text('培训编号'),
    staffNumber,
    person: personalText('姓名', 'name'),
    employer: text('单位'),
    post,
    course: text('课程'),
    trainedOn: date('培训考试日期'),
    passed,
    certificate,
  }),
  key: ['number'],
  access: { read: [...readersBelow, premises], write: [brigade, member, premises] },
})

const trained = listOf('本人这一岗位的培训', fields({ trainedOn: date('培训考试日期'), passed, certificate }))
const startsOn = date('上岗日期')

/** 先培训、后上岗 */
export const trainedFirst = defineRule({
  id: 'trained-first',
  title: '先培训、后上岗',
  basis,
  inputs: { startsOn, trained },
  parameters: {},
  decide: (input) => {
    const before = input.trained.filter((one) => one.trainedOn <= input.startsOn)
    return {
      isMet: before.some((one) => one.passed),
      wanted: `在${input.startsOn}上岗以前参加本岗位培训并考试合格`,
      found:
        input.trained.length === 0
          ? '没有培训记录'
          : before.length === 0
            ? '培训在上岗以后'
            : before.some((one) => one.passed)
              ? '已合格'
              : '考试不合格',
    }
  },
})

/** 持证上岗 */
export const holdsCertificate = defineRule({
  id: 'holds-certificate',
  title: '持证上岗',
  basis: scheme.lines(1290),
  inputs: { post, trained },
  parameters: {},
  decide: (input) => {
    const line = certified[input.post]
    const has = input.trained.some((one) => one.passed && one.certificate !== undefined)
    return {
      isMet: line === undefined || has,
      wanted: `${posts[input.post]}${line === undefined ? '不要求持证' : '持证上岗'}`,
      found: has ? '有证书' : '没有证书编号',
      ...(line === undefined ? {} : { basis: scheme.lines(line) }),
    }
  },
})

/** Who starts on a post. */
export const postings = defineRegister({
  id: 'postings',
  title: '消防岗位上岗台账',
  basis,
  fields: fields({
    number: text('上岗编号'),
    staffNumber,
    person: personalText('姓名', 'name'),
    employer: text('单位'),
    post,
    startsOn,
  }),
  key: ['number'],
  access: { read: [...readersBelow, premises], write: [premises, member, brigade] },
})

const by = [premises, member, brigade]

export const posting = defineProcedure({
  id: 'posting',
  title: '消防岗位上岗登记',
  basis,
  ...validity,
  register: postings.id,
  subject: postings.fields,
  access: { read: [...readersBelow, premises] },
  lookups: {
    trained: {
      title: '本人这一岗位的培训',
      register: trainings.id,
      where: { staffNumber: 'staffNumber', post: 'post' },
      states: ['current'],
      gives: { kind: 'records', fields: ['trainedOn', 'passed', 'certificate'] },
    },
  },
  opening: { title: '登记上岗', by, basis, gates: [trainedFirst.id, holdsCertificate.id] },
  initial: 'serving',
  states: {
    serving: {
      title: '在岗',
      rests: true,
      on: { leave: { title: '离岗', to: 'left', by, basis, input: fields({ leftOn: date('离岗日期') }) } },
    },
    left: { title: '已离岗', final: 'completed', on: {} },
  },
  limits: {},
  open: [gap('培训考试的合格标准和有效期没有写明', basis)],
})

/** How many were trained, by year and post. */
export const trainedByPost = defineTally({
  id: 'trained-by-post',
  title: '消防安全培训统计',
  basis,
  register: trainings.id,
  by: [
    { kind: 'period', field: 'trainedOn', every: 'year' },
    { kind: 'field', field: 'post' },
  ],
  columns: [
    { id: 'trained', title: '培训' },
    { id: 'passed', title: '合格', where: { passed: ['true'] } },
  ],
})

/** 每年培训不少于2000人 */
const EVERY_YEAR = 2000

const kinds = {
  open: '消防救援站开放',
  outing: '专职宣传人员、宣传车外出宣传',
  practice: '实训实操',
} as const

/** When the station was open to the public, went out, or taught people by hand. */
export const publicity = defineRegister({
  id: 'publicity',
  title: '消防宣传和实训台账',
  basis: plan.lines(782),
  fields: fields({
    number: text('活动编号'),
    kind: choice('活动', kinds),
    heldOn: date('日期'),
    place: text('地点'),
    people: count('参加人数', '人'),
  }),
  key: ['number'],
  access: { read: readersBelow, write: [brigade] },
})

export const trainedThisYear = defineStocktake({
  id: 'trained-this-year',
  title: '本年实训实操人数',
  basis: plan.lines(782),
  register: publicity.id,
  count(records, { today }) {
    const year = today.slice(0, 4)
    const own = records.filter(
      ({ state, data }) =>
        state !== 'struck' && data['kind'] === 'practice' && String(data['heldOn']).startsWith(year),
    )
    const people = own.reduce((sum, { data }) => sum + Number(data['people'] ?? 0), 0)
    return {
      says: `${year}年实训实操${own.length}次，${people}人，应不少于${EVERY_YEAR}人。`,
      isMet: people >= EVERY_YEAR ? true : null,
      findings: [],
    }
  },
})

/** Every week the station is open once and its people go out twice: how often they did. */
export const publicityByWeek = defineTally({
  id: 'publicity-by-week',
  title: '消防站开放和外出宣传统计',
  basis: plan.lines(782),
  register: publicity.id,
  by: [{ kind: 'period', field: 'heldOn', every: 'week' }],
  columns: [
    { id: 'open', title: '开放', where: { kind: ['open'] } },
    { id: 'outing', title: '外出宣传', where: { kind: ['outing'] } },
    { id: 'people', title: '参加人数（人）', sums: 'people' },
  ],
  least: { column: 'open', figure: '1', basis: plan.lines(782) },
  open: [gap('外出宣传不少于2次是每周还是别的期间没有写明', plan.lines(782))],
})
