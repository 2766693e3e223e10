import {
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineValueRule,
  fields,
  files,
  gap,
  longText,
  OPENING,
  text,
} from '@luoshi/kernel'
import { centre, manager, member, notice, readers, validity } from './notice.ts'

const basis = notice.lines(2507, 2509)

export const kinds = {
  manual: '质量手册',
  procedure: '程序文件',
  instruction: '作业指导书',
  form: '记录表格',
  rule: '管理制度',
} as const

const version = count('版本', '版')
const newVersion = count('新版本', '版')
const content = longText('主要内容和修订说明')

/** 质量管理体系文件 */
export const documents = defineRegister({
  id: 'documents',
  title: '管理体系文件台账',
  basis,
  fields: fields({
    number: text('文件编号'),
    title: text('文件名称'),
    kind: choice('文件类别', kinds),
    version,
    content,
    file: files('文件正文').optional(),
  }),
  key: ['number'],
  calledBy: ['title'],
  access: { read: readers, write: [centre] },
})

/** Versions follow one another. */
export const nextVersion = defineRule({
  id: 'next-version',
  title: '版本顺序',
  basis,
  inputs: { version, newVersion },
  parameters: {},
  decide: (input) => ({
    isMet: input.newVersion === input.version + 1,
    wanted: `第${input.version + 1}版`,
    found: `第${input.newVersion}版`,
  }),
})

export const firstVersion = defineRule({
  id: 'first-version',
  title: '首次编制的版本',
  basis,
  inputs: { version },
  parameters: {},
  decide: (input) => ({ isMet: input.version === 1, wanted: '第1版', found: `第${input.version}版` }),
})

export const versionRule = defineValueRule({
  id: 'version-issued',
  title: '颁布的版本',
  basis,
  gives: version,
  inputs: { newVersion },
  parameters: {},
  decide: (input) => ({ value: input.newVersion, because: '修订后批准颁布' }),
})

const issuedOn = date('颁布日期')

/** Written, reviewed and approved by another, issued, revised to the next version, withdrawn. */
export const documenting = defineProcedure({
  id: 'documenting',
  title: '管理体系文件编制和修订',
  basis,
  ...validity,
  register: documents.id,
  subject: documents.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '编制文件', by: [centre], basis, gates: [firstVersion.id] },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待批准',
      on: {
        edit: { title: '修改', to: 'drafted', by: [centre], basis, input: fields({ content }) },
        issue: {
          title: '批准颁布',
          to: 'inForce',
          by: [manager],
          basis,
          notByWhoDid: [OPENING, 'edit'],
          input: fields({ issuedOn }),
        },
      },
    },
    inForce: {
      title: '运行中',
      rests: true,
      on: {
        review: {
          title: '检查有效性、充分性、适宜性',
          to: 'inForce',
          by: [manager],
          basis,
          input: fields({ reviewedOn: date('检查日期'), findings: longText('错误、不协调、不明确的地方') }),
        },
        revise: {
          title: '提出修订',
          to: 'revised',
          by: [centre],
          basis,
          needsReason: true,
          input: fields({ newVersion, content }),
          gates: [nextVersion.id],
        },
        withdraw: { title: '废止', to: 'withdrawn', by: [manager], basis, needsReason: true },
      },
    },
    revised: {
      title: '修订待批准',
      on: {
        approve: {
          title: '批准修订',
          to: 'inForce',
          by: [manager],
          basis,
          notByWhoDid: ['revise'],
          input: fields({ issuedOn, version }),
          computes: { version: versionRule.id },
        },
        return: { title: '退回', to: 'inForce', by: [manager], basis, needsReason: true },
      },
    },
    withdrawn: { title: '已废止', final: 'withdrawn', on: {} },
  },
  limits: {},
})

export const documentStanding = defineStocktake({
  id: 'document-standing',
  title: '管理体系文件',
  basis,
  register: documents.id,
  count(records) {
    const inForce = records.filter(({ state }) => state === 'inForce' || state === 'revised')
    const missing = Object.entries(kinds).filter(
      ([kind]) => !inForce.some(({ data }) => data['kind'] === kind),
    )
    return {
      says: `运行中的文件${inForce.length}份，${missing.length === 0 ? '五类都有' : `还没有${missing.map(([, name]) => name).join('、')}`}。`,
      isMet: missing.length === 0,
      findings: inForce.map(({ data }) => ({
        name: `${String(data['number'])} ${String(data['title'])}`,
        message: `第${String(data['version'])}版，${String(data['issuedOn'])}颁布。`,
      })),
    }
  },
})

const applying = notice.lines(2513)

/** “双认证”申报 */
export const applications = defineRegister({
  id: 'applications',
  title: '“双认证”申报台账',
  basis: applying,
  fields: fields({
    number: text('申报编号'),
    kind: choice('认证', { cma: '资质认定（CMA）', catl: '农产品质量安全检测机构考核（CATL）' }),
    items: longText('申请的检测项目参数'),
  }),
  key: ['number'],
  access: { read: readers, write: [centre] },
})

export const certifying = defineProcedure({
  id: 'certifying',
  title: '“双认证”申报',
  basis: applying,
  ...validity,
  register: applications.id,
  subject: applications.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '准备申报', by: [centre], basis: applying },
  initial: 'preparing',
  states: {
    preparing: {
      title: '准备中',
      on: {
        compare: {
          title: '登记比对和能力验证',
          to: 'preparing',
          by: [centre],
          basis: notice.lines(2509),
          input: fields({ comparedOn: date('比对日期'), comparison: longText('比对实验、能力验证结果') }),
        },
        submit: {
          title: '上报申报资料',
          to: 'submitted',
          by: [manager],
          basis: applying,
          input: fields({ submittedOn: date('上报日期') }),
          materials: [{ id: 'papers', title: '申报资料', basis: applying }],
        },
      },
    },
    submitted: {
      title: '评审中',
      on: {
        expert: {
          title: '登记评审意见和整改',
          to: 'submitted',
          by: [centre, member],
          basis: applying,
          input: fields({ opinion: longText('评审意见和整改') }),
        },
        certify: {
          title: '取得证书',
          to: 'certified',
          by: [centre],
          basis: applying,
          input: fields({ certificate: text('证书编号'), certifiedOn: date('发证日期') }),
        },
        fail: { title: '未通过', to: 'preparing', by: [centre], basis: applying, needsReason: true },
      },
    },
    certified: { title: '已取得', final: 'completed', on: {} },
  },
  limits: {},
  open: [gap('三年内各步的完成时间没有写明', notice.lines(2479))],
})
