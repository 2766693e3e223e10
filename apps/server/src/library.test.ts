import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoGazettePath } from '@luoshi/counties'
import { describe, expect, it } from 'vitest'
import { rhythmWords } from './chinese-words.ts'
import { noticeText } from './test-support/notice-text.ts'
import { libraryOf } from './test-support/serve.ts'
import { temporaryFile, temporaryFolder } from './test-support/temporary-folder.ts'

const library = await libraryOf(demoGazettePath)

describe('createLibrary', () => {
  it('finds a notice by county and number', () => {
    const notice = library.findNotice('qingyuan', '清政办发〔2026〕8号')
    expect(notice?.instrument.title).toContain('春灌节水')
    expect(library.findNotice('wutai', '清政办发〔2026〕8号')).toBeUndefined()
  })

  it('gives each notice an address of its own', () => {
    const keys = library.notices.map(({ from, key }) => `${from.county} ${key}`)
    expect(new Set(keys).size).toBe(library.notices.length)
  })

  it('gives notices with one number addresses by their place, whatever file comes first', async () => {
    const copy = join(temporaryFolder(), 'copy.txt')
    copyFileSync(demoGazettePath, copy)
    const loose = temporaryFile('loose.txt', noticeText.replace('90号', '8号'))
    const forward = await libraryOf(demoGazettePath, loose)
    const backward = await libraryOf(loose, demoGazettePath)
    const keys = (of: typeof forward) =>
      of.noticesByNumber('qingyuan', '清政办发〔2026〕8号').map(({ key }) => key)
    expect(keys(forward)).toHaveLength(2)
    expect(new Set(keys(forward))).toEqual(new Set(keys(backward)))
    expect(forward.findNotice('qingyuan', '清政办发〔2026〕8号')).toBeUndefined()
    const twice = await libraryOf(demoGazettePath, copy)
    expect(new Set(twice.notices.map(({ key }) => key)).size).toBe(twice.notices.length)
    expect(new Set(twice.issues.map(({ key }) => key)).size).toBe(2)
  })

  it('orders the duties of a unit by their first day, those without a day last', () => {
    for (const unit of library.units) {
      const days = unit.duties.map(({ dates }) => dates[0] ?? '9999')
      expect(days).toEqual([...days].sort())
    }
    const water = library.findUnit('qingyuan', '县水利局')
    expect(water?.duties[0]?.dates[0]).toBe('2026-03-31')
  })

  it('orders the deadlines by day', () => {
    const days = library.deadlines.dated.map(({ date }) => date)
    expect(days.length).toBeGreaterThan(20)
    expect(days).toEqual([...days].sort())
  })

  it('keeps what comes back and what is counted from an event apart from days, and loses none', () => {
    const { dated, recurring, counted } = library.deadlines
    const all = library.notices.flatMap(({ instrument }) => instrument.deadlines)
    expect(dated.length + recurring.length + counted.length).toBe(all.length)
    expect(recurring.length).toBeGreaterThan(1)
    expect(counted.every(({ deadline }) => deadline.date === null && deadline.recurrence === null)).toBe(true)
    const often = recurring.map(({ recurrence }) => rhythmWords(recurrence))
    const order = ['每日', '每3日', '每周', '每月', '每季度', '每半年', '每年', '每3年']
    expect(often).toEqual([...often].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
  })

  it('gives each finding to the notice in which it stands', () => {
    for (const { instrument, findings } of library.notices) {
      for (const { lines } of findings) {
        expect(lines[0]?.[0]).toBeGreaterThanOrEqual(instrument.lines[0])
        expect(lines[0]?.[0]).toBeLessThanOrEqual(instrument.lines[1])
      }
    }
  })

  it('is empty without issues', async () => {
    const empty = await libraryOf()
    expect(empty.notices).toEqual([])
    expect(empty.texts.search('公报')).toEqual([])
  })
})
