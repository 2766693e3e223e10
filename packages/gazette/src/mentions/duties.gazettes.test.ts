import { counties } from '@luoshi/counties'
import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import type { Duty, DutyRole, Instrument } from '../issue.ts'
import { read } from '../read.ts'

const gazettes = new Map(
  requireRealGazettes().map(({ name, text }) => [name, read(text, { file: name, counties })]),
)

function instrument(gazette: string, number: string): Instrument {
  const found = gazettes.get(gazette)?.instruments.find(({ docNumber }) => docNumber === number)
  if (!found) throw new Error(`${gazette} has no ${number}`)
  return found
}

/** Units of a marker by role: `牵头:县水利局 配合:县公安局,县自然资源局`. */
function written({ units }: Duty): string {
  const roles = [...new Set(units.map(({ as }) => as))]
  return roles
    .map((role) => `${role}:${units.filter(({ as }) => as === role).map(({ printed }) => printed)}`)
    .join(' ')
}

/** How often a unit is bound, in all or in one role. */
function countOf(duties: readonly Duty[], name: string, role?: DutyRole): number {
  return duties
    .flatMap(({ units }) => units)
    .filter((unit) => unit.printed === name && (role === undefined || unit.as === role)).length
}

/** Numbers of the items (1. 2. …) whose markers bind a unit. */
function itemsOf({ clauses, duties }: Instrument, name: string): string[] {
  const items = duties
    .filter(({ units }) => units.some((unit) => unit.name === name))
    .map(({ clause }) => {
      const id = clauses.find(({ id }) => id === clause)
      return (id?.label ?? clauses.find((parent) => parent.id === id?.parent)?.label ?? '').replace('.', '')
    })
  return [...new Set(items)]
}

describe('markers of the real gazettes', () => {
  it('[wutai-2021-zbf52.9] joins 17 markers, split ones too, into their units', () => {
    const { duties } = instrument('wutai-2021-04', '五政办发〔2021〕52号')
    expect(duties).toHaveLength(17)
    expect(duties.every(({ units }) => units.every(({ as }) => as === '责任'))).toBe(true)
    expect(countOf(duties, '各乡〈镇〉')).toBe(17)
  })

  it('[wutai-2021-zbf60.1] reads 23 tasks with who leads, does and helps', () => {
    const { duties } = instrument('wutai-2021-04', '五政办发〔2021〕60号')
    expect(duties).toHaveLength(23)
    const by = (item: number) => written(duties[item - 1] as Duty)
    expect(by(2)).toBe('牵头:县农业农村局 配合:县水利局')
    expect(by(4)).toBe(
      '牵头:县住房和城乡建设管理局 配合:市生态环境局五台分局,县工业和信息化局,县自然资源局,县水利局',
    )
    expect(by(8)).toBe('负责:县自然资源局 配合:县水利局')
    expect(by(12)).toBe('牵头:县农业农村局 负责:各乡镇人民政府')
    expect(by(19)).toBe('牵头:县交通运输局 配合:水利局')
    expect(by(23)).toBe('牵头:县水利局 配合:县公安局,县自然资源局,各乡镇〈镇〉人民政府')
  })

  it('[wutai-2022-zbf49.7] reads lists that name no verb', () => {
    const { duties } = instrument('wutai-2022-04b', '五政办发〔2022〕49号')
    expect(duties.map(({ lines, units }) => [lines[1], units.length])).toEqual([
      [105, 3],
      [109, 4],
      [111, 2],
    ])
  })

  it('[wutai-2022-zbf52.8] lists the items of a unit', () => {
    const plan = instrument('wutai-2022-04b', '五政办发〔2022〕52号')
    expect(plan.duties).toHaveLength(58)
    expect(itemsOf(plan, '县民政局')).toEqual(['25', '31', '40', '41', '51'])
    expect(itemsOf(plan, '县农业农村局')).toEqual(['21', '22', '23', '24'])
    expect(itemsOf(plan, '中国人民银行五台支行')).toEqual(['9', '10', '12', '39', '48'])
    expect(itemsOf(plan, '县行政审批服务管理局')).toEqual(['15', '38', '50'])
  })

  it('[wutai-2022-zbf60.1] reads 36 markers of 36 measures', () => {
    expect(instrument('wutai-2022-04b', '五政办发〔2022〕60号').duties).toHaveLength(36)
  })

  it('[wutai-2023-zbf26.10] reads a marker with a rule for all that follow, and one split in mixed brackets', () => {
    const { duties } = instrument('wutai-2023-02', '五政办发〔2023〕26号')
    const on = (line: number) => duties.filter(({ lines }) => lines[1] === line).map(written)
    expect(on(1439)).toEqual([
      '负责:市生态环境局五台分局,各乡〈镇〉人民政府,驼梁风景区服务中心,五台现代农业产业示范区管委会',
    ])
    expect(on(1505)).toHaveLength(1)
    expect(on(1505)[0]).toMatch(/^负责:.*,县市场监督管理局$/)
  })

  it('[wutai-2023-zbf28.1] reads 42 markers, the last one on the last line', () => {
    const { duties } = instrument('wutai-2023-02', '五政办发〔2023〕28号')
    expect(duties).toHaveLength(42)
    expect(written(duties[23] as Duty)).toBe('负责:县工业和信息化局')
    expect(written(duties[41] as Duty)).toBe('负责:县服务业发展领导小组成员单位')
    expect(duties[41]?.lines[1]).toBe(1725)
  })

  it('[wuzhai-2022-zbf31.1] reads 27 markers on 23 tasks', () => {
    const { duties } = instrument('wuzhai-2022-02', '五政办发〔2022〕31号')
    expect(duties).toHaveLength(27)
    expect(countOf(duties, '各相关单位', '负责')).toBe(10)
    expect(countOf(duties, '各相关单位', '配合')).toBe(3)
    expect(countOf(duties, '县政府办公室', '负责')).toBe(5)
    expect(countOf(duties, '县政府办公室', '牵头')).toBe(2)
    expect(countOf(duties, '县政府信息中心', '配合')).toBe(5)
    expect(countOf(duties, '县司法局', '配合')).toBe(1)
    expect(countOf(duties, '公安交警部门')).toBe(1)
  })

  it('[wuzhai-2022-zf9.2] counts the duties of each unit in 30 markers', () => {
    const { duties } = instrument('wuzhai-2022-02', '五政发〔2022〕9号')
    expect(duties).toHaveLength(30)
    expect(countOf(duties, '县残联')).toBe(30)
    expect(countOf(duties, '县残联', '牵头')).toBe(12)
    expect(countOf(duties, '县财政局')).toBe(10)
    expect(countOf(duties, '县财政局', '牵头')).toBe(1)
    expect(countOf(duties, '县财政局', '参与')).toBe(8)
  })

  it('reads 47 markers, of which 43 bind the fire brigade', () => {
    const { duties } = instrument('wuzhai-2022-02', '五政发〔2022〕13号')
    expect(duties).toHaveLength(47)
    expect(countOf(duties, '县消防救援大队')).toBe(43)
    expect(countOf(duties, '县应急局')).toBe(12)
    expect(countOf(duties, '县住建局')).toBe(11)
  })
})
