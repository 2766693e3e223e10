import { defineIndicator, gap, type Indicator, type Target } from '@luoshi/kernel'
import { plan } from './notice.ts'

const income = '收入和就业'
const services = '社会保障和基本公共服务'

type Row = readonly [
  line: number,
  category: string,
  id: string,
  title: string,
  value: Target,
  unit: string,
  isBinding: boolean,
]

const figure = (text: string): Target => ({ operator: null, figure: text })
const above = (text: string): Target => ({ operator: 'more-than', figure: text })
const least = (text: string): Target => ({ operator: 'at-least', figure: text })

// biome-ignore format: one line a row, as in the table.
const rows: readonly Row[] = [
  [106, income, 'income-growth', '残疾人家庭人均收入年均增速', { words: '与全县地区生产总值增长同步' }, '%', false],
  [107, income, 'trained', '城乡残疾人职业技能培训人数', figure('200'), '人', false],
  [108, services, 'allowance', '符合条件的残疾人纳入最低生活保障比例', figure('100'), '%', true],
  [109, services, 'living-subsidy', '困难残疾人生活补贴覆盖率', figure('100'), '%', true],
  [110, services, 'care-subsidy', '重度残疾人护理补贴覆盖率', figure('100'), '%', true],
  [111, services, 'pension', '残疾人城乡居民基本养老保险参保率', above('90'), '%', false],
  [112, services, 'medical-insurance', '残疾人城乡居民基本医疗保险参保率', above('95'), '%', false],
  [113, services, 'schooling', '残疾儿童少年义务教育入学率', least('97'), '%', false],
  [114, services, 'rehabilitation', '符合条件且有需求的残疾儿童和持证残疾人基本康复服务覆盖率', least('85'), '%', true],
  [115, services, 'devices', '符合条件且有需求的残疾儿童和持证残疾人辅助器具适配率', least('85'), '%', true],
  [116, services, 'homes-rebuilt', '困难重度残疾人家庭无障碍改造数', figure('120'), '户', true],
]

/** The 11 main indicators of 专栏1, for 2025. */
export const indicators: readonly Indicator[] = rows.map(
  ([line, category, id, title, value, unit, isBinding], index) => {
    const basis = plan.lines(line)
    return defineIndicator({
      id,
      title,
      basis,
      number: String(index + 1),
      category,
      isBinding,
      unit,
      every: 'year',
      units: ['县政府残疾人工作委员会'],
      direction: { better: 'more', basis: gap('表中没有写明越高越好', basis) },
      targets: [{ period: '2025', from: '2023-06-21', value, basis }],
    })
  },
)
