import { countyBySlug } from '@luoshi/counties'
import { dutiesByUnit, firstDay } from '@luoshi/programmes/supervision'
import { describe, expect, it } from 'vitest'
import ordered from './fixtures/ordered-tasks.json' with { type: 'json' }
import { instrumentOf, issues, proposedBy, proposedIn } from './gazette-duties.test-support.ts'

const lists = Object.entries(ordered)

const itemsOf = (duties: ReturnType<typeof proposedBy>, unit: string) =>
  dutiesByUnit(duties)
    .get(unit)
    ?.map(({ duty }) => duties.indexOf(duty) + 1) ?? []

describe('the tasks of a notice', () => {
  it.each(lists)('%s have their units, in the order of the text', (_id, { gazette, document, tasks }) => {
    const duties = proposedBy(gazette, document, ['marked', 'fragment'])
    expect(duties.map(({ units }) => units.map(({ name }) => name).join('、'))).toEqual(tasks)
  })

  it('[wutai-2021-zbf45.1] are 51 measures, numbered on through all chapters', () => {
    const duties = proposedBy('wutai-2021-03b', '五政办发〔2021〕45号')
    expect(duties.map(({ label }) => label)).toEqual(numbers(51))
    expect(duties.map(({ units }) => units.length)).toEqual(
      ordered['wutai-2021-zbf45'].tasks.map((task) => task.split('、').length),
    )
    expect([duties[0]?.lines, duties[18]?.lines, duties[50]?.lines]).toEqual([
      [541, 543],
      [603, 605],
      [735, 735],
    ])
  })

  it('[wutai-2022-zbf52.1] are 58 items with 58 markers: 34 and 13 answer, 8 are led with help, 3 are led', () => {
    const duties = proposedBy('wutai-2022-04b', '五政办发〔2022〕52号')
    expect(duties.map(({ label }) => label)).toEqual(numbers(58))
    expect(duties.every(({ title, text, units }) => title !== '' && text !== '' && units.length > 0)).toBe(
      true,
    )
    const markers = duties.flatMap(({ markers: own }) => own.map((marker) => marker.replaceAll(/\s/g, '')))
    const modes = Map.groupBy(markers, (marker) =>
      ['具体负责', '配合', '牵头', '负责'].find((mode) => marker.includes(mode)),
    )
    expect(markers).toHaveLength(58)
    expect(['具体负责', '负责', '配合', '牵头'].map((mode) => modes.get(mode)?.length)).toEqual([
      34, 13, 8, 3,
    ])
  })

  it('[wutai-2022-zbf52.8] are listed by unit, with whether it leads', () => {
    const duties = proposedBy('wutai-2022-04b', '五政办发〔2022〕52号')
    const led = (unit: string) =>
      (dutiesByUnit(duties).get(unit) ?? [])
        .filter(({ part }) => part === 'leads')
        .map(({ duty }) => duties.indexOf(duty) + 1)
    expect(itemsOf(duties, '县工业和信息化局')).toEqual([
      8, 14, 15, 16, 17, 18, 20, 21, 25, 26, 27, 28, 29, 31, 48, 49, 50, 51, 52, 54, 57, 58,
    ])
    expect(led('县工业和信息化局')).toEqual([15, 27, 51])
    expect(itemsOf(duties, '县民政局')).toEqual([25, 31, 40, 41, 51])
    expect(led('县民政局')).toEqual([51])
    expect(itemsOf(duties, '县农业农村局')).toEqual([21, 22, 23, 24])
    expect(itemsOf(duties, '中国人民银行五台支行')).toEqual([9, 10, 12, 39, 48])
    expect(itemsOf(duties, '县行政审批服务管理局')).toEqual([15, 38, 50])
  })

  it('[wutai-2023-zbf28.1] are 42 items, each with its chapter, its section and its units', () => {
    const duties = proposedBy('wutai-2023-02', '五政办发〔2023〕28号')
    expect(duties.map(({ label }) => label)).toEqual(numbers(42))
    expect(
      duties.filter(({ units }) => units.length === 1 && units[0]?.name !== '县服务业发展领导小组成员单位'),
    ).toHaveLength(20)
    expect(duties[23]?.units).toEqual([{ name: '县工业和信息化局', part: 'answers' }])
    expect(duties[41]).toMatchObject({
      lines: [1721, 1725],
      units: [{ name: '县服务业发展领导小组成员单位', part: 'answers' }],
    })
    expect(duties[0]?.within).toEqual(['促进生活性服务业恢复发展', '商贸服务'])
  })

  it('[wutai-2023-zbf28.2] are listed by unit', () => {
    const duties = proposedBy('wutai-2023-02', '五政办发〔2023〕28号')
    expect(itemsOf(duties, '县工业和信息化局')).toEqual([1, 2, 3, 4, 17, 24, 25, 27, 36, 37, 38, 39, 40, 41])
  })

  it('[wutai-2022-zbf51.1] are 24 paragraphs under headings, and a marker whose paragraph is lost', () => {
    const all = proposedBy('wutai-2022-04b', '五政办发〔2022〕51号', ['marked', 'fragment'])
    const lost = all.filter(({ sign }) => sign === 'fragment')
    expect(all).toHaveLength(25)
    expect(lost.map(({ lines }) => lines)).toEqual([[215, 215]])
    expect(all.map(({ lines }) => lines.join('-'))).toEqual(
      `197-197 199-201 203-203 205-207 211-211 213-213 215-215 217-217 219-223 225-227 229-229 231-233 235-235 241-243
       245-247 249-251 253-257 261-261 263-263 265-269 273-277 279-281 283-287 289-294 296-298`.split(/\s+/),
    )
    expect(all.slice(0, 4).map(({ title }) => title)).toEqual([
      '夯实基础网络服务能力',
      '加快建设新型基础设施',
      '推进工业互联网建设',
      '完善数字经济安全体系建设',
    ])
    expect(all[9]?.title).toBe('推行智慧政务')
  })

  it('[wutai-2022-zbf51.6] are listed by unit, the lost one too', () => {
    const duties = proposedBy('wutai-2022-04b', '五政办发〔2022〕51号', ['marked', 'fragment'])
    expect(itemsOf(duties, '县工业和信息化局')).toHaveLength(20)
    expect(itemsOf(duties, '县教育科技局')).toEqual([8, 16, 18, 19, 20, 22, 23, 24])
    expect(itemsOf(duties, '县发展和改革局')).toHaveLength(6)
    expect(itemsOf(duties, '五台现代农业产业示范区管委会')).toHaveLength(3)
  })

  it('[wutai-2023-zbf19.4] are ten actions with who leads and who answers for its part, and each unit’s actions', () => {
    const duties = proposedBy('wutai-2023-02', '五政办发〔2023〕19号')
    const led = duties.map(({ units }) =>
      units.filter(({ part }) => part === 'leads').map(({ name }) => name),
    )
    expect(duties[0]?.title).toBe('市场主体倍增行动')
    expect(led.map((names) => names.length)).toEqual([1, 1, 2, 2, 3, 2, 1, 1, 5, 1])
    expect(itemsOf(duties, '县教育科技局')).toEqual([1, 2, 3, 5, 6, 8, 10])
    expect(itemsOf(duties, '县能源局')).toEqual([1, 2, 4, 9])
  })

  it('[wuzhai-2022-zf13.1] are 34 tasks and 8 projects with 47 markers, 43 of which name the fire brigade', () => {
    const duties = proposedBy('wuzhai-2022-02', '五政发〔2022〕13号')
    expect(duties).toHaveLength(42)
    expect(duties.slice(0, 34).map(({ label }) => label)).toEqual(numbers(34))
    expect(duties.slice(34).every(({ within }) => within[0] === '重大工程')).toBe(true)
    const markers = duties.flatMap(({ markers: own }) => own.map((marker) => marker.replaceAll(/\s/g, '')))
    expect(markers).toHaveLength(47)
    expect(markers.filter((marker) => marker.includes('县消防救援大队'))).toHaveLength(43)
    expect(duties.slice(31, 34).map(({ markers: own }) => own.length)).toEqual([2, 3, 3])
    expect(itemsOf(duties, '县应急管理局')).toHaveLength(12)
  })

  it('name the units of a group as what they are, and go on behind 等', () => {
    const duties = proposedBy('wuzhai-2022-02', '五政发〔2022〕13号')
    const unitsOf = (item: number) => duties[item - 1]?.units.map(({ name }) => name) ?? []
    expect(unitsOf(10)).toEqual(['县消防安全专项整治三年行动领导小组各成员单位'])
    expect(unitsOf(2).slice(-2)).toEqual(['县消防救援大队', '县消防安全专业委员会相关成员单位'])
    expect(unitsOf(2)).toHaveLength(15)
    expect(unitsOf(35).slice(-3)).toEqual(['县住房和城乡建设管理局', '各行业主管部门', '县消防救援大队'])
    expect(unitsOf(25)).toEqual(['各乡（镇）人民政府'])
  })

  it('[wuzhai-2022-zbf37.1] are 36 measures without a gap, in groups of 13, 6, 7, 5 and 5', () => {
    const duties = proposedBy('wuzhai-2022-02', '五政办发〔2022〕37号')
    expect(duties.map(({ label }) => label)).toEqual(numbers(36))
    const groups = Map.groupBy(duties, ({ within }) => within.at(-1))
    expect([...groups.values()].map((group) => group.length)).toEqual([13, 6, 7, 5, 5])
    expect(duties.filter(({ lines: [first, last] }) => last > first).map(({ label }) => label)).toEqual([
      '4.',
      '11.',
      '18.',
      '24.',
      '31.',
    ])
  })

  it('[wuzhai-2022-zbf37.2] bind a unit once, though it is printed twice', () => {
    const duties = proposedBy('wuzhai-2022-02', '五政办发〔2022〕37号')
    expect(itemsOf(duties, '县行政审批服务管理局')).toHaveLength(25)
    expect(itemsOf(duties, '县发展和改革局')).toHaveLength(8)
    const printed = instrumentOf('wuzhai-2022-02', '五政办发〔2022〕37号').duties.flatMap(
      ({ units }) => units,
    )
    expect(printed.filter(({ printed: name }) => name === '县发改局')).toHaveLength(10)
  })

  it('[wuzhai-2022-zbf37.3] call a unit by one name, however it is printed', () => {
    const names = new Map(
      countyBySlug.get('wuzhai')?.units.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name])),
    )
    expect([names.get('县市场局'), names.get('县市场监管局')]).toEqual([
      '县市场监督管理局',
      '县市场监督管理局',
    ])
    expect(names.get('县交运局') ?? '县交通运输局').toBe('县交通运输局')
    const bound = new Map(
      instrumentOf('wuzhai-2022-02', '五政办发〔2022〕37号').duties.flatMap(({ units }) =>
        units.map(({ printed, name }) => [printed, name]),
      ),
    )
    expect([bound.get('县市场局'), bound.get('县交运局')]).toEqual(['县市场监督管理局', '县交通运输局'])
    expect([bound.get('各乡〈镇〉人民政府'), bound.get('各乡<镇>人民政府')]).toEqual([
      '各乡（镇）人民政府',
      '各乡（镇）人民政府',
    ])
  })

  it('[wutai-2021-zbf60.3] by the year’s end are six, and one within the year', () => {
    const duties = proposedBy('wutai-2021-04', '五政办发〔2021〕60号')
    const dueBy = (text: string) =>
      duties.filter(({ days }) => days.some((day) => day.text === text && day.date === '2021-12-31'))
    expect(dueBy('年底前').map(({ label }) => label)).toEqual(['6.', '7.', '12.', '16.', '17.', '20.'])
    expect(dueBy('年内').map(({ label }) => label)).toEqual(['18.'])
  })
})

describe('what a gazette orders', () => {
  it('has numbers of its own, the same at every reading', () => {
    for (const [name] of issues) {
      const numbered = proposedIn(name).map(({ number }) => number)
      expect(new Set(numbered).size).toBe(numbered.length)
    }
  })

  it('is every marker: no unit that is bound is lost', () => {
    for (const [name, { instruments }] of issues) {
      const bound = instruments.flatMap(({ docNumber, duties }) =>
        docNumber === null
          ? []
          : duties.flatMap(({ units }) => units.map((unit) => `${docNumber} ${unit.name}`)),
      )
      const proposed = proposedIn(name).flatMap(({ document, units }) =>
        units.map((unit) => `${document} ${unit.name}`),
      )
      expect(new Set(bound)).toEqual(new Set(proposed.filter((one) => bound.includes(one))))
    }
  })

  it('is some five hundred marked tasks in the five gazettes', () => {
    const marked = [...issues.keys()].flatMap((name) =>
      proposedIn(name).filter(({ sign }) => sign === 'marked'),
    )
    expect(marked).toHaveLength(525)
  })

  it('may have been due before it was issued: it is told by its day', () => {
    const [vouchers] = proposedBy('wutai-2022-04b', '五政办发〔2022〕52号').filter(
      ({ label }) => label === '25.',
    )
    expect(vouchers === undefined ? null : firstDay(vouchers)).toBe('2022-08-31')
  })

  it('is told too where a day is set and no unit is bound', () => {
    const summary = proposedBy('wutai-2021-04', '五政办发〔2021〕53号', ['dated', 'numbered'])
    expect(summary.flatMap(({ days }) => days.map(({ date }) => date))).toContain('2021-10-29')
  })
})

function numbers(last: number): string[] {
  return Array.from({ length: last }, (_, index) => `${index + 1}.`)
}
