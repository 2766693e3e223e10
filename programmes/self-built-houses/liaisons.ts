import {
  defineRegister,
  defineRule,
  defineStocktake,
  fields,
  may,
  personalText,
  phone,
  type Stocktake,
  text,
  textOf,
} from '@luoshi/kernel'
import { office } from './access.ts'
import { notice } from './notice.ts'

/** Departments of the leading group, by its roll: each names one who is called. */
export const members = [
  '县人民政府办公室',
  '县行政审批服务管理局',
  '县委宣传部',
  '县委编办',
  '县委统战部',
  '县财政局',
  '县应急管理局',
  '县发展和改革局',
  '县工业和信息化局',
  '县教育科技局',
  '县住房和城乡建设管理局',
  '县交通运输局',
  '县水利局',
  '县农业农村局',
  '县民政局',
  '县卫生健康和体育局',
  '县文化和旅游局',
  '县司法局',
  '县市场监督管理局',
  '县自然资源局',
  '县乡村振兴局',
  '县机关事务服务中心',
  '县公安局',
  '县公安局交警大队',
  '县消防救援大队',
] as const

const isTownship = (name: string) => /[乡镇]人民政府$/.test(name)

/** Each unit names one. */
export const unitName = text('单位名称', { help: '领导小组成员单位，或者乡（镇）人民政府，写全称' })

/** 联络员推荐表, field by field. */
export const liaisons = defineRegister({
  id: 'liaisons',
  title: '自建房安全专项整治工作联络员',
  basis: notice.lines(1534, 1627),
  fields: fields({
    name: personalText('姓名', 'name'),
    gender: text('性别'),
    post: text('职务'),
    officePhone: phone('办公电话'),
    mobile: phone('手机'),
    fax: phone('传真').optional(),
    qq: personalText('QQ号', 'address').optional(),
    wechat: personalText('微信号', 'address').optional(),
    email: personalText('电子邮箱', 'address').optional(),
    unitName,
    address: text('通信地址'),
  }),
  key: ['unitName'],
  access: {
    read: [may('member', 'unit'), office, may('county-leader', 'county')],
    write: [may('member', 'unit'), office],
  },
  entry: { lookups: {}, gates: ['names-a-member'] },
})

/** Only who is of the group, or a township, names one. */
export const namesMember = defineRule({
  id: 'names-a-member',
  title: '领导小组成员单位或者乡（镇）',
  basis: notice.lines(1534, 1601),
  inputs: { unitName },
  parameters: {},
  decide: (input) => ({
    isMet: members.some((member) => member === input.unitName) || isTownship(input.unitName),
    wanted: '单位名称是领导小组成员单位或者乡（镇）人民政府的全称',
    found: input.unitName,
  }),
})

const LAST_DAY = '2022-07-01'

/** Units that were to name one and have not. */
export function withoutLiaison(named: readonly string[], units: readonly string[]): readonly string[] {
  const known = new Set(named)
  return [...members, ...units.filter(isTownship)].filter((unit) => !known.has(unit))
}

const missing = defineStocktake({
  id: 'liaisons-missing',
  title: '没有报送联络员的单位',
  basis: notice.lines(1534),
  register: liaisons.id,
  count(records, { units }) {
    const found = withoutLiaison(
      records.map(({ data }) => textOf(data, 'unitName')),
      units,
    )
    return {
      says: `方案写明${LAST_DAY}前报送，而方案2022-07-09才印发；已报${records.length}个单位，还有${found.length}个没有报送。`,
      isMet: found.length === 0,
      findings: found.map((unit) => ({ name: unit, message: '没有报送联络员。' })),
    }
  },
})

export const liaisonStocktakes: readonly Stocktake[] = [missing]
