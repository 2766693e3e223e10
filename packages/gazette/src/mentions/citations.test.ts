import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCitations } from './citations.ts'
import { inventedInstrument, inventedTable } from './invented-instrument.test-support.ts'

const cited = (...paragraphs: string[]) =>
  readCitations(inventedInstrument(paragraphs)).map(({ title, docNumber }) => [title, docNumber])

describe('readCitations', () => {
  it('reads a title with the number behind it', () => {
    expect(cited('根据《关于某项工作的通知》（国发〔2021〕7号）精神')).toEqual([
      ['关于某项工作的通知', '国发〔2021〕7号'],
    ])
    expect(cited('根据《关于某项工作的通知》 (国发[2021] 7 号)精神')).toEqual([
      ['关于某项工作的通知', '国发〔2021〕7号'],
    ])
  })

  it('gives null where no number is printed', () => {
    expect(cited('根据《中华人民共和国某某法》第三条（以下简称法律）')).toEqual([
      ['中华人民共和国某某法', null],
    ])
  })

  it('reads titles one after the other, each with its own number', () => {
    expect(cited('按照《甲办法》（国发〔2021〕7号）、《乙办法》《丙办法》（省政发〔2022〕1号）')).toEqual([
      ['甲办法', '国发〔2021〕7号'],
      ['乙办法', null],
      ['丙办法', '省政发〔2022〕1号'],
    ])
  })

  it('gives the numbers of one bracket to the titles side by side before it', () => {
    expect(cited('《甲办法》和《乙办法》（国发〔2021〕7号、国发〔2021〕8号）')).toEqual([
      ['甲办法', '国发〔2021〕7号'],
      ['乙办法', '国发〔2021〕8号'],
    ])
  })

  it('lets several titles of one notice share its number', () => {
    expect(cited('关于印发《甲办法》和《乙办法》的通知（省政办发〔2020〕3号）')).toEqual([
      ['甲办法', '省政办发〔2020〕3号'],
      ['乙办法', '省政办发〔2020〕3号'],
    ])
  })

  it('reads a number before the title', () => {
    expect(
      cited('根据国发〔2021〕7号《关于某项工作的意见》和市政发〔2021〕2号文件《关于另一工作的意见》'),
    ).toEqual([
      ['关于某项工作的意见', '国发〔2021〕7号'],
      ['关于另一工作的意见', '市政发〔2021〕2号'],
    ])
  })

  it('leaves titles inside a title in it', () => {
    expect(cited('《关于转发〈甲办法〉的通知》（县发〔2020〕1号）《省实施《甲法》办法》')).toEqual([
      ['关于转发〈甲办法〉的通知', '县发〔2020〕1号'],
      ['省实施《甲法》办法', null],
    ])
  })

  it('reads orders and announcements as numbers', () => {
    expect(
      cited('《甲条例》（2003年国务院令 第394号，2018年修正）《乙规定》（某部公告2021年第3号）'),
    ).toEqual([
      ['甲条例', '国务院令第394号'],
      ['乙规定', '某部公告2021年第3号'],
    ])
  })

  it('completes the number of an announcement by its title', () => {
    expect(cited('《某部公告》（2021年第1号）')).toEqual([['某部公告', '某部公告2021年第1号']])
  })

  it('finds the number in the second of two brackets, and beside a short name', () => {
    expect(
      cited('《甲办法（试行）》（试行）（县发〔2020〕1号）《乙意见》（县发〔2020〕2号，以下简称《意见》）'),
    ).toEqual([
      ['甲办法（试行）', '县发〔2020〕1号'],
      ['乙意见', '县发〔2020〕2号'],
      ['意见', null],
    ])
  })

  it('takes a later short name for no new number', () => {
    expect(cited('《甲办法》（县发〔2020〕1号，以下简称《办法》）。按《办法》执行。')).toEqual([
      ['甲办法', '县发〔2020〕1号'],
      ['办法', null],
      ['办法', null],
    ])
  })

  it('joins a title over a break and tells its lines', () => {
    const [citation] = readCitations(inventedInstrument(['根据《关于某项', '工作的通知》']))
    expect(citation).toBeUndefined()
    const [joined] = readCitations(
      inventedInstrument(['根据《关于某项\n工作的通知》（国发〔2021〕\n7号）执行']),
    )
    expect(joined).toMatchObject({ title: '关于某项工作的通知', docNumber: '国发〔2021〕7号', lines: [1, 3] })
  })

  it('reads a title without 《》 by the number behind it', () => {
    expect(cited('根据省人民政府办公厅关于做好某项工作的通知（省政办发〔2021〕5号）要求')).toEqual([
      ['省人民政府办公厅关于做好某项工作的通知', '省政办发〔2021〕5号'],
    ])
  })

  it('is not led astray by a bracket that is never closed', () => {
    expect(cited('根据《甲办法的规定办理。按《乙办法》（县发〔2020〕2号）执行')).toEqual([
      ['乙办法', '县发〔2020〕2号'],
    ])
  })

  it('reads the cells of tables, on the line of their row', () => {
    const table = inventedTable(['序号', '依据'], [['1', '《甲条例》（国务院令第9号）第三条']], 40)
    expect(readCitations(inventedInstrument(['见下表']), [table])).toEqual([
      { clause: '1', title: '甲条例', docNumber: '国务院令第9号', lines: [41, 41] },
    ])
  })

  it('never throws and names only lines of the text', () => {
    const characters = fc.constantFrom(...'《》〈〉（）()〔〕国发2021年7号令第、和。的通知关于')
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 120 }), (text) => {
        for (const { title, lines } of readCitations(inventedInstrument([text]))) {
          expect(title).not.toBe('')
          expect(lines).toEqual([1, 1])
        }
      }),
    )
  })

  it.each(['《', '》', '《》', '《甲》', '《甲》（', '（', '《甲》（国发〔2021〕7号）', '关于', '令第'])(
    'finds what stands behind a megabyte of %s',
    (unit) => {
      const text = `${unit.repeat(1_000_000 / unit.length)}。根据《乙》（国发〔2021〕8号）`
      const citations = readCitations(inventedInstrument([text]))
      expect(citations.at(-1)).toMatchObject({ title: '乙', docNumber: '国发〔2021〕8号' })
    },
    30_000,
  )
})
