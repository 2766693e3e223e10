import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../issue.ts'
import type { CountyNames, ReadClause, ReadInstrument } from '../reading.ts'
import { signsOf } from '../signs.ts'
import { concatTraced, traceLine } from '../traced-text.ts'
import { createUnitNames } from '../units/unit-names.ts'
import { findOrphanMarkers, readDuties } from './duties.ts'

const unknown = createUnitNames(null)

/** A paragraph whose printed lines begin at `line`; lines of one paragraph stand two apart, as over a page. */
function paragraph(id: string, parent: string | null, line: number, ...printed: string[]): ReadClause {
  const whole = concatTraced(printed.map((text, i) => traceLine(text, line + 2 * i)))
  const clause = { id, parent, label: null, level: 2, heading: null, text: whole.text }
  const lines: Span = [line, line + 2 * (printed.length - 1)]
  return { clause: { ...clause, lines }, whole, signs: signsOf(whole.text) }
}

function item(id: string, label: string, line: number, text: string): ReadClause {
  const whole = traceLine(label + text, line)
  const clause = { id, parent: null, label, level: 1, heading: null, text, lines: [line, line] as Span }
  return { clause, whole, signs: signsOf(whole.text) }
}

function instrument(...clauses: ReadClause[]): ReadInstrument {
  const title = '清源县2022年重点工作方案'
  return { docNumber: null, title, issuer: null, issuedOn: '2022-03-01', lines: [1, 99], clauses }
}

/** Role and units of each marker in a paragraph: `牵头:县发改局 配合:县财政局,县水利局`. */
function markers(...printed: string[]): string[] {
  return readDuties(instrument(paragraph('1', null, 1, ...printed)), unknown).map(({ units }) => {
    const roles = [...new Set(units.map(({ as }) => as))]
    const of = (role: string) => units.filter(({ as }) => as === role).map(({ printed }) => printed)
    return roles.map((role) => `${role}:${of(role)}`).join(' ')
  })
}

describe('a responsibility marker with a label', () => {
  it.each([
    ['（责任单位：县财政局、县水利局）', '责任:县财政局,县水利局'],
    ['(责任部门:县财政局)', '责任:县财政局'],
    ['（牵头单位：县残联；参与单位：县财政局、县民政局）', '牵头:县残联 参与:县财政局,县民政局'],
    ['（牵头部门：县发改局；配合部门：各乡（镇）人民政府）', '牵头:县发改局 配合:各乡（镇）人民政府'],
    ['（牵头：县发改局；配合：县财政局）', '牵头:县发改局 配合:县财政局'],
    ['【责任单位：县财政局】', '责任:县财政局'],
    ['[牵头单位：县财政局；责任单位：县水利局]', '牵头:县财政局 责任:县水利局'],
    ['（责任单位 县财政局）', '责任:县财政局'],
    ['（责任单位：县财政局；责任人：陈某；联系人：王某）', '责任:县财政局'],
    ['（责任单位：县发改局牵头，县财政局配合）', '牵头:县发改局 配合:县财政局'],
    ['（责任单位：县住建局等行业主管部门、县消防大队）', '责任:县住建局,行业主管部门,县消防大队'],
    ['（负责单位：县财政局）', '负责:县财政局'],
    [
      '〔责任单位:省发展改革委、商务厅按职责分工负责。均涉及各市(州)政府,下同。〕',
      '责任:省发展改革委,商务厅',
    ],
    ['（责任单位：市高院、市规划资源局等；各区政府）', '责任:市高院,市规划资源局,各区政府'],
    ['（主要责任单位：县财政局；责任单位及责任人：县水利局）', '责任:县财政局,县水利局'],
    ['（见附表（责任单位：县财政局））', '责任:县财政局'],
  ])('%s', (printed, units) => {
    expect(markers(`完善制度。${printed}`)).toEqual([units])
  })

  it('stands without brackets on a line of its own', () => {
    expect(markers('责任单位：各乡（镇）人民政府，县发改局。')).toEqual(['责任:各乡（镇）人民政府,县发改局'])
    expect(markers('牵头单位：县发改局配合单位：县财政局、县水利局')).toEqual([
      '牵头:县发改局 配合:县财政局,县水利局',
    ])
    expect(markers('完善制度，', '责任单位：县财政局')).toEqual(['责任:县财政局'])
    expect(markers('完成时限：9月底前。责任单位：县财政局。责任人：陈某')).toEqual(['责任:县财政局'])
  })

  it('is read where one of its brackets is lost', () => {
    expect(markers('完善制度。（责任单位：县财政局、各乡（镇）人民政府')).toEqual([
      '责任:县财政局,各乡（镇）人民政府',
    ])
    expect(markers('责任单位：县财政局、县水利局）')).toEqual(['责任:县财政局,县水利局'])
  })
})

describe('a responsibility marker with a verb', () => {
  it.each([
    ['（县财政局负责）', '负责:县财政局'],
    ['（县发改局牵头，县财政局、县水利局配合）', '牵头:县发改局 配合:县财政局,县水利局'],
    ['（县发改局牵头、县直各部门、各乡<镇>人民政府负责）', '牵头:县发改局 负责:县直各部门,各乡<镇>人民政府'],
    ['（县林业局、公安局、司法局等部门按职责分工负责）', '负责:县林业局,公安局,司法局'],
    ['（县公安、交通、应急等部门按照各自职责分工负责）', '负责:县公安,交通,应急'],
    ['（县教育局具体负责）', '负责:县教育局'],
    ['（县发改局牵头负责，县财政局配合落实）', '牵头:县发改局 配合:县财政局'],
    ['（县卫健委牵头；县教育局配合；各乡镇人民政府参与）', '牵头:县卫健委 配合:县教育局 参与:各乡镇人民政府'],
    ['（县财政局、县水利局，按职责分工负责）', '负责:县财政局,县水利局'],
    ['（县发改局牵头，县财政局、县水利局）', '牵头:县发改局 配合:县财政局,县水利局'],
    [
      '（县水利局负责，各乡镇人民政府落实。以下均需各乡镇人民政府落实，不再列出）',
      '负责:县水利局,各乡镇人民政府',
    ],
    ['（县教育局会同县财政局负责，长期坚持）', '负责:县教育局,县财政局'],
    ['（各市、县（市、区）人民政府，省有关部门负责）', '负责:各市、县（市、区）人民政府,省有关部门'],
  ])('%s', (printed, units) => {
    expect(markers(`完善制度。${printed}`)).toEqual([units])
  })

  it('is read where its closing bracket is lost', () => {
    expect(markers('完善制度。（县发改局牵头，县财政局配合')).toEqual(['牵头:县发改局 配合:县财政局'])
    expect(markers('完善制度。（县财政局、各乡〈镇人民政府负责）')).toEqual([
      '负责:县财政局,各乡〈镇人民政府',
    ])
  })
})

describe('a bracketed list of units without label and verb', () => {
  it('is a marker after a sentence', () => {
    expect(markers('完善制度。（县住建局、县能源局）')).toEqual(['责任:县住建局,县能源局'])
  })

  it('is none inside one', () => {
    expect(markers('项目单位（县水利局、县林业局）要加快进度。')).toEqual([])
  })
})

describe('what is no responsibility marker', () => {
  it.each([
    '县财政局负责资金拨付，县水利局负责技术指导。',
    '领导小组办公室设在县水利局，负责日常工作（以下简称领导小组办公室）。',
    '坚持齐抓共管（政府主导、部门负责、社会参与）。',
    '实行行政首长负责制（含副职）。',
    '由县教育局（县招生考试中心）负责实施。',
    '牵头责任部门为县发改局。',
    '符合条件的企业（含个体工商户、合作社）给予补助。',
    '（一）加强领导。各部门要积极配合',
    '',
  ])('%s', (text) => {
    expect(markers(text)).toEqual([])
  })
})

describe('a duty', () => {
  it('has the date inside its marker, in the year of the title', () => {
    const duties = readDuties(
      instrument(
        paragraph('1', null, 1, '完善制度。（县财政局牵头，县水利局负责，7月底前完成）'),
        paragraph('2', null, 3, '完善制度。（责任单位：县财政局；完成时限：2023年6月）'),
        paragraph('3', null, 5, '5月底前完善制度。（责任单位：县财政局）'),
      ),
      unknown,
    )
    expect(duties.map(({ deadline }) => deadline)).toEqual(['2022-07-31', '2023-06-30', null])
  })

  it('tells the lines of its marker alone, over page breaks', () => {
    const [duty] = readDuties(
      instrument(paragraph('1', null, 7, '完善制度。', '（责任单位：县财', '政局、县水利局）')),
      unknown,
    )
    expect(duty).toMatchObject({ lines: [9, 11], raw: '（责任单位：县财政局、县水利局）', clause: '1' })
  })

  it('finds several markers in one clause', () => {
    expect(markers('修桥。（县交通局负责）修路。（责任单位：县财政局）')).toEqual([
      '负责:县交通局',
      '责任:县财政局',
    ])
  })

  it('names units as the county does, and prints them as the text does', () => {
    const county: CountyNames = {
      slug: 'qingyuan',
      name: '清源县',
      units: [{ name: '县发展和改革局', aliases: ['县发改局'] }],
      places: [],
    }
    const [duty] = readDuties(
      instrument(paragraph('1', null, 1, '（县发改局牵头）')),
      createUnitNames(county),
    )
    expect(duty?.units).toEqual([{ name: '县发展和改革局', as: '牵头', printed: '县发改局' }])
  })

  it('belongs to the item whose last line it is', () => {
    const duties = readDuties(
      instrument(
        item('1', '一、', 1, '开展排查'),
        paragraph('1.p1', '1', 3, '时限要求：4月底前'),
        paragraph('1.p2', '1', 5, '责任单位：县应急局'),
      ),
      unknown,
    )
    expect(duties.map(({ clause }) => clause)).toEqual(['1'])
  })

  it('belongs to the paragraph before it where each paragraph has its own', () => {
    const duties = readDuties(
      instrument(
        item('1', '一、', 1, '开展排查'),
        paragraph('1.p1', '1', 3, '查房屋。（责任单位：县住建局）'),
        paragraph('1.p2', '1', 5, '查道路。'),
        paragraph('1.p3', '1', 7, '（责任单位：县交通局）'),
      ),
      unknown,
    )
    expect(duties.map(({ clause }) => clause)).toEqual(['1.p1', '1.p2'])
  })
})

describe('the tail of a marker', () => {
  it('is an orphan, and no duty', () => {
    const torn = instrument(paragraph('1', null, 3, '单位：县财政局、县水利局）'))
    expect(readDuties(torn, unknown)).toEqual([])
    expect(findOrphanMarkers(torn)).toEqual([
      { clause: '1', raw: '单位：县财政局、县水利局）', lines: [3, 3] },
    ])
  })

  it('is found behind the line that it was joined to', () => {
    const torn = instrument(paragraph('1', null, 3, '两年内安装水表', '单位：县水利局）'))
    expect(findOrphanMarkers(torn)).toEqual([{ clause: '1', raw: '单位：县水利局）', lines: [5, 5] }])
  })

  it('is not seen in whole markers and numbered items', () => {
    const whole = instrument(
      paragraph('1', null, 1, '完善制度。（责任单位：县财政局）'),
      paragraph('2', null, 3, '1）明确单位：县财政局。'),
      paragraph('3', null, 5, '责任单位：县财政局）'),
      paragraph('4', null, 7, '本项目的建设单位：县水利局）'),
    )
    expect(findOrphanMarkers(whole)).toEqual([])
  })
})

describe('any text', () => {
  it('is read without a throw, in lines that it has', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'（）()【】责任单位牵头负：、，。县财政局配合7月底前'),
    })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (lines) => {
        const read = instrument(paragraph('1', null, 1, ...lines))
        for (const duty of readDuties(read, unknown)) {
          expect(duty.units.length).toBeGreaterThan(0)
          for (const { printed } of duty.units) expect(duty.raw).toContain(printed)
          expect(duty.lines[0]).toBeGreaterThanOrEqual(1)
          expect(duty.lines[1]).toBeLessThanOrEqual(2 * lines.length)
        }
        findOrphanMarkers(read)
      }),
    )
  })

  it.each([
    ['（', 0],
    ['县财政局、', 0],
    ['责任单位：县财政局', 1],
    ['（（县财政局牵头）', 37_037],
    ['。（县财政局负责）', 37_037],
  ])('is read though it is a megabyte of %s', (part, found) => {
    expect(markers(part.repeat(333_333 / part.length))).toHaveLength(found)
  })
})
