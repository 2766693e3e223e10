import { counties } from '@luoshi/counties'
import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import type { Instrument, Span } from '../issue.ts'
import { read } from '../read.ts'
import { readStructure } from '../structure/read-structure.ts'
import { rosterProblems } from './bodies.ts'

const readings = new Map(
  requireRealGazettes().map(({ name, path, text }) => [
    name,
    { text, instruments: read(text, { file: path, counties }).instruments },
  ]),
)

function instrumentsOf(gazette: string): readonly Instrument[] {
  const reading = readings.get(gazette)
  if (reading === undefined) throw new Error(`no gazette ${gazette}`)
  return reading.instruments
}

function instrumentOf(gazette: string, docNumber: string): Instrument {
  const found = instrumentsOf(gazette).find((instrument) => instrument.docNumber === docNumber)
  if (found === undefined) throw new Error(`no instrument ${docNumber} in ${gazette}`)
  return found
}

const isOn = (line: number) => (mention: { lines: Span }) => mention.lines[0] === line

describe('citations of the five gazettes', () => {
  it.each([
    ['wutai-2021-03b', 45, 13],
    ['wutai-2021-04', 40, 16],
    ['wutai-2022-04b', 64, 15],
  ])('reads the citations of %s: %i, of them %i with a number', (gazette, all, numbered) => {
    const citations = instrumentsOf(gazette).flatMap((instrument) => instrument.citations)
    expect(citations).toHaveLength(all)
    expect(citations.filter(({ docNumber }) => docNumber !== null)).toHaveLength(numbered)
  })

  it('reads a title and a number that breaks of the page cut', () => {
    const { citations } = instrumentOf('wutai-2023-02', '五政办发〔2023〕26号')
    expect(citations.filter(isOn(1407)).map(({ docNumber, lines }) => [docNumber, lines])).toEqual([
      ['国办发〔2022〕15号', [1407, 1409]],
    ])
  })

  it('reads the number of a notice whose title is nested', () => {
    const { citations } = instrumentOf('wutai-2021-04', '五政办发〔2021〕57号')
    expect(citations.filter(isOn(324)).map(({ docNumber }) => docNumber)).toEqual(['忻政办发〔2021〕65号'])
  })

  it('reads 26 bracketed numbers and 64 orders in the list of licences', () => {
    const { citations } = instrumentOf('wuzhai-2022-02', '五政办发〔2022〕39号')
    const inTable = citations.filter(({ lines: [line] }) => line >= 2755)
    const numbers = inTable.flatMap(({ docNumber }) => docNumber ?? [])
    expect(numbers.filter((number) => number.includes('〔'))).toHaveLength(26)
    expect(numbers.filter((number) => /令.*第/.test(number)).length).toBeGreaterThanOrEqual(60)
  })
})

describe('money of the five gazettes', () => {
  it('[wutai-2021-zf26.1] reads funds to four decimals of 万元, and their parts sum up', () => {
    const { amounts } = instrumentOf('wutai-2021-04', '五政发〔2021〕26号')
    const [total, ...parts] = amounts.filter(isOn(76)).map(({ yuan }) => BigInt(yuan))
    expect(total).toBe(242_679_897n)
    expect(parts).toHaveLength(7)
    expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total)
  })

  it('reads sector targets in 亿元 that sum up to their total', () => {
    const { amounts } = instrumentOf('wutai-2022-04b', '五政办发〔2022〕63号')
    const yuanOn = (line: number) => amounts.filter(isOn(line)).map(({ yuan }) => yuan)
    expect(yuanOn(1076)).toEqual(['750000000'])
    expect(yuanOn(1086)).toEqual(['50000000', '30000000', '10000000', '10000000', '50000000', '150000000'])
  })

  it('reads rates with what they are paid for', () => {
    const { amounts } = instrumentOf('wutai-2022-04b', '五政办发〔2022〕50号')
    expect(amounts.map(({ text, yuan }) => [text, yuan])).toEqual([
      ['1000元/坑', '1000'],
      ['500元/坑', '500'],
      ['300元/坑', '300'],
      ['1000元/亩', '1000'],
      ['1000元/亩', '1000'],
      ['200元/棵', '200'],
      ['100元/棵', '100'],
    ])
  })

  it('reads amounts whose unit stands only in the sentence', () => {
    const { amounts } = instrumentOf('wutai-2021-03b', '五政办发〔2021〕45号')
    expect(amounts.filter(isOn(563)).map(({ yuan }) => yuan)).toEqual(['200000', '100000', '30000', '70000'])
  })
})

describe('targets of the five gazettes', () => {
  it.each([
    ['wutai-2021-03b', '五政办发〔2021〕45号', 691, '>=', '90', '%', 2021],
    ['wutai-2021-03b', '五政办发〔2021〕45号', 535, '>', '37.41', '亿元', 2021],
    ['wutai-2021-03b', '五政办发〔2021〕42号', 205, '>=', '90', '%', 2021],
    ['wutai-2021-04', '五政办发〔2021〕60号', 435, '>=', '20', '%', 2021],
    ['wutai-2022-04b', '五政办发〔2022〕52号', 371, '>=', '56', '座', 2022],
    ['wutai-2022-04b', '五政办发〔2022〕63号', 1080, '>=', '1', '亿元', 2022],
    ['wutai-2023-02', '五政办发〔2023〕22号', 920, '>=', '10', '个', 2023],
    ['wuzhai-2022-02', '五政办发〔2022〕29号', 1857, '>=', '25', '厘米', 2022],
  ])('finds in %s %s on line %i: %s %s%s by %i', (gazette, number, line, operator, value, unit, year) => {
    expect(instrumentOf(gazette, number).targets.filter(isOn(line))).toContainEqual(
      expect.objectContaining({ operator, value, unit, year }),
    )
  })

  it('reads both years of one indicator', () => {
    const { targets } = instrumentOf('wuzhai-2022-02', '五政办发〔2022〕48号')
    expect(
      targets
        .filter(isOn(3097))
        .map(({ year, indicator, operator, value }) => [year, indicator, operator, value]),
    ).toEqual([
      [2025, '草原综合植被盖度', '>=', '72.5'],
      [2035, '草原综合植被盖度', '~', '74.5'],
    ])
  })

  it('reads the numeric targets of the table of indicators', () => {
    const { targets } = instrumentOf('wutai-2021-03b', '五政办发〔2021〕46号')
    expect(targets).toHaveLength(31)
    expect(targets.filter(({ operator }) => operator === '>').map(({ value }) => value)).toEqual(['8'])
  })

  it('takes the grades of an emergency plan and last plan’s figures for no targets', () => {
    const { targets } = instrumentOf('wutai-2022-04b', '五政办发〔2022〕65号')
    expect(targets.filter(({ lines: [line] }) => line >= 1470 && line <= 1520)).toEqual([])
    const plan = instrumentOf('wuzhai-2022-02', '五政发〔2022〕12号')
    expect(plan.targets.filter(({ lines: [line] }) => line >= 540 && line <= 590)).toEqual([])
  })
})

describe('bodies of the five gazettes', () => {
  it.each([
    [
      'wutai-2021-04',
      '五政办发〔2021〕53号',
      '县农业农村局',
      ['组长', 1, '副组长', 3, '成员', 3, '办公室主任', 1],
    ],
    ['wutai-2021-04', '五政办发〔2021〕61号', '县司法局', ['组长', 1, '副组长', 1, '成员', 12]],
    ['wuzhai-2022-02', '五政办发〔2022〕29号', null, ['组长', 1, '副组长', 2, '成员', 9]],
  ])('reads the roster of %s %s', (gazette, number, office, counts) => {
    const [body] = instrumentOf(gazette, number).bodies
    expect(body?.office).toBe(office)
    const roles = [...new Set(body?.members.map(({ role }) => role))]
    expect(
      roles.flatMap((role) => [role, body?.members.filter((member) => member.role === role).length]),
    ).toEqual(counts)
    const listed = body?.members.filter(({ role }) => role !== '办公室主任') ?? []
    expect(listed.every(({ person, post }) => person !== null && post !== null)).toBe(true)
  })

  it('reads the 33 lines of a roster, its office, and the posts that the print broke', () => {
    const [body] = instrumentOf('wutai-2022-04b', '五政办发〔2022〕65号').bodies
    expect(body?.members.filter(({ role }) => role !== '办公室主任')).toHaveLength(33)
    expect(body?.office).toBe('县林业局')
    expect(body?.members.find(isOn(1312))?.post).toBe('县卫生健康和体育局局长')
  })

  it('reads roles without persons', () => {
    const [body] = instrumentOf('wutai-2023-02', '五政办发〔2023〕21号').bodies
    expect(body?.members[0]).toMatchObject({
      role: '组长',
      person: null,
      post: '县政府县长',
      lines: [804, 804],
    })
    expect(body?.office).toBe('县公安局交警大队')
  })

  it('joins a body’s sentence and its annexed roster', () => {
    const { bodies } = instrumentOf('wuzhai-2022-02', '五政办发〔2022〕25号')
    expect(bodies.map(({ office, members }) => [office, members.length])).toEqual([['县住建局', 34]])
  })

  it('gives no members where a roster is scrambled, and names its lines', () => {
    const [body] = instrumentOf('wutai-2023-02', '五政发〔2023〕18号').bodies
    expect(body).toMatchObject({ office: '县农业农村局', members: [] })
    const { text } = readings.get('wutai-2023-02') ?? { text: '' }
    const structured = readStructure(text, { file: 'wutai-2023-02.txt', counties }).instruments
    const roster = structured.find(({ docNumber }) => docNumber === '五政发〔2023〕18号')
    const problems = roster === undefined ? [] : rosterProblems(roster)
    expect(problems.length).toBeGreaterThan(0)
    for (const { lines } of problems) {
      expect(lines[0]).toBeGreaterThanOrEqual(338)
      expect(lines[1]).toBeLessThanOrEqual(355)
    }
  })
})

describe('annexes of the five gazettes', () => {
  it.each([
    ['wutai-2021-04', '五政办发〔2021〕57号', [null]],
    ['wutai-2021-04', '五政办发〔2021〕62号', [[682, 695]]],
    ['wutai-2021-04', '五政办发〔2021〕64号', [null]],
    ['wutai-2022-04b', '五政办发〔2022〕49号', [null]],
    ['wutai-2022-04b', '五政办发〔2022〕61号', [null]],
    [
      'wutai-2023-02',
      '五政办发〔2023〕22号',
      [
        [1025, 1044],
        [1045, 1068],
      ],
    ],
    ['wuzhai-2022-02', '五政发〔2022〕10号', [[412, 479]]],
    [
      'wuzhai-2022-02',
      '五政办发〔2022〕25号',
      [
        [1563, 1602],
        [1603, 1618],
        [1619, 1628],
        [1629, 1669],
      ],
    ],
    ['wuzhai-2022-02', '五政办发〔2022〕39号', [[2751, 3061]]],
  ])('finds the annexes of %s %s', (gazette, number, lines) => {
    expect(instrumentOf(gazette, number).annexes.map((annex) => annex.lines)).toEqual(lines)
  })

  it('finds no annex in an instrument that names none', () => {
    expect(instrumentOf('wutai-2021-03b', '五政办发〔2021〕43号').annexes).toEqual([])
  })
})

describe('the notice whose roster and duties are printed into each other', () => {
  const ban = instrumentOf('wutai-2022-04b', '五政办发〔2022〕64号')

  it('[wutai-2022-zbf64.1] has two heads and ten deputies, each with a name and a whole post', () => {
    const members = ban.bodies[0]?.members ?? []
    const postsOf = (role: string) => members.filter((member) => member.role === role).map(({ post }) => post)
    expect(postsOf('组长')).toEqual(['副县长、公安局局长', '副县长'])
    expect(postsOf('副组长')).toEqual([
      '县政协副主席、市场监督管理局局长',
      '县委宣传部副部长',
      '县住房和城乡建设管理局局长',
      '县交通运输局局长',
      '县应急管理局局长',
      '市生态环境局五台分局局长',
      '县消防救援大队大队长',
      '县供销合作社联合社主任',
      '县公安局党委委员',
      '市生态环境局五台分局行政执法队队长',
    ])
    const named = members.filter(({ role }) => role.endsWith('组长')).map(({ person }) => person)
    expect(new Set(named).size).toBe(12)
    expect(named.every((person) => person !== null && /^\p{Script=Han}{2,3}$/u.test(person))).toBe(true)
    expect(ban.bodies[0]?.office).toBe('县公安局')
  })

  it('[wutai-2022-zbf64.2] has ten duties, each whole again, and nothing of them in the roster', () => {
    const duties = ban.clauses.filter(({ parent, label }) => parent === '2' && label !== null)
    expect(duties.map(({ text }) => text.slice(0, text.indexOf('：')))).toEqual([
      '公安部门',
      '生态环境部门',
      '交通运输部门',
      '应急管理部门',
      '市场监管部门',
      '住房和城乡建设管理部门',
      '供销社',
      '消防救援部门',
      '宣传部门',
      '各乡（镇）政府',
    ])
    expect(duties.every(({ text }) => text.endsWith('。'))).toBe(true)
    const [police, , transport, , , , , fire] = duties.map(({ text }) => text)
    expect(police).toMatch(/负责加大.*刑事责任。$/)
    expect(transport).toMatch(/夹带烟花爆竹等行为。$/)
    expect(fire).toMatch(/开展火灾救援工作。$/)
    const roster = ban.clauses.filter(({ parent }) => parent === '1').map(({ text }) => text)
    expect(roster.some((text) => text.includes('检查力度'))).toBe(false)
  })
})
