import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Application, materialStates } from '../applications.ts'
import { guideDrafts } from '../items/index.ts'
import { filledFor, guideOf } from '../services.test-support.ts'
import {
  codeLists,
  complaintFromNational,
  complaintToNational,
  guideFromNational,
  guideToNational,
  type HandledApplication,
  type HandledComplaint,
  handledFromNational,
  handledToNational,
  nationalTable,
  nationalTables,
  readRecord,
  writeRecord,
} from './index.ts'
import { momentFromNational, momentToNational } from './moments.ts'
import type { NationalRecord } from './records.ts'
import { lengthOf, type NationalItem, type NationalTable } from './table.ts'

const county = { regionCode: '999901', unitName: (id: string) => id, unitId: (name: string) => name }

describe('GB/T 39046—2020', () => {
  it('has 13 tables, 242 items without a gap in their numbers, 8 code lists', () => {
    expect(nationalTables.map(({ number }) => number)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
    expect(nationalTables.map(({ items }) => items.length)).toEqual([
      64, 26, 13, 21, 11, 9, 30, 11, 21, 7, 7, 13, 9,
    ])
    expect(nationalTables.flatMap(({ items }) => items)).toHaveLength(242)
    for (const { items } of nationalTables) {
      expect(items.map(({ number }) => number)).toEqual(items.map((_item, place) => place + 1))
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    }
    const { stepStatuses: _inline, yesNo: _also, ...annex } = codeLists
    expect(Object.keys(annex)).toHaveLength(8)
  })

  it('reads its formats', () => {
    const length = (format: string) => lengthOf({ format })
    expect(length('an..200')).toEqual({ most: 200, isFixed: false })
    expect(length('n2')).toEqual({ most: 2, isFixed: true })
    expect(length('an18')).toEqual({ most: 18, isFixed: true })
    expect(length('n..16,2')).toEqual({ most: 16, isFixed: false })
    expect(length('..ul')).toBeNull()
  })

  it('reads a moment in each of its three spellings and writes the one of the table', () => {
    const at = '2022-10-08T09:30:05+08:00'
    for (const written of ['20221008093005', '20221008T093005', '2022100809:30:05']) {
      expect(momentFromNational(written)).toBe(at)
    }
    expect(momentFromNational('20221032T093005')).toBeNull()
    const closing = nationalTable('closing').items.find(({ id }) => id === 'closedAt')?.format ?? ''
    expect(momentToNational(at, closing)).toBe('2022100809:30:05')
  })
})

const text = fc.string({
  unit: fc.constantFrom(...'清源县望月乡面馆0123ab、（）'),
  minLength: 1,
  maxLength: 12,
})
const second = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) =>
    new Date(Math.floor(date.getTime() / 1000) * 1000 + 8 * 3_600_000).toISOString().slice(0, 19),
  )
  .map((local) => `${local}+08:00`)

const writtenFor = (item: NationalItem) => {
  if (item.codes !== undefined) return fc.constantFrom(...Object.keys(codeLists[item.codes]))
  if (item.kind === 'moment') return second.map((at) => momentToNational(at, item.format))
  if (item.kind === 'date') return second.map((at) => at.slice(0, 10).replaceAll('-', ''))
  if (item.kind === 'number') return fc.nat({ max: 99 }).map(String)
  const length = lengthOf(item)
  if (length?.isFixed === true)
    return fc.string({
      unit: fc.constantFrom(...'0123456789'),
      minLength: length.most,
      maxLength: length.most,
    })
  return length === null ? text : text.map((value) => value.slice(0, length.most))
}
const valuesOf = (items: readonly NationalItem[]): fc.Arbitrary<Record<string, string>> =>
  fc.record(Object.fromEntries(items.map((item) => [item.id, writtenFor(item)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Record<string, string>>
const recordOf = (table: NationalTable): fc.Arbitrary<NationalRecord> => {
  const kept = table.items.filter(({ id }) => id !== 'password')
  const groups = [...new Set(kept.flatMap(({ repeats }) => repeats ?? []))]
  return fc.record({
    values: valuesOf(kept.filter(({ repeats }) => repeats === undefined)),
    rows: fc.record(
      Object.fromEntries(
        groups.map((group) => [
          group,
          fc.array(valuesOf(kept.filter(({ repeats }) => repeats === group)), { minLength: 1, maxLength: 3 }),
        ]),
      ),
    ),
    extensions: fc.dictionary(fc.constantFrom('localCode', 'remark'), text),
  })
}

describe.each(nationalTables.map((table) => [table.title, table] as const))('table %s', (_title, table) => {
  it('comes back from how it is written as it was, with nothing odd about it', () => {
    fc.assert(
      fc.property(recordOf(table), (record) => {
        const sent: Record<string, unknown> = JSON.parse(JSON.stringify(writeRecord(table, record)))
        expect(readRecord(table, sent)).toEqual({ record, findings: [] })
      }),
      { numRuns: 60 },
    )
  })
})

describe('what comes from elsewhere', () => {
  it('keeps what the standard does not know, warns of lengths and refuses what is no code or day', () => {
    const { record, findings } = readRecord(nationalTable('item'), {
      itemName: '食品经营许可',
      basicCode: '000131003000',
      itemTypeCode: '15',
      exerciseLevelCode: '8',
      localMark: '甲',
    })
    expect(record.extensions).toEqual({ localMark: '甲' })
    expect(findings).toEqual([
      { severity: 'warning', item: 'basicCode', message: '基本编码有12个字符，标准写an..10。' },
      { severity: 'error', item: 'exerciseLevelCode', message: '行使层级代码代码“8”不在代码表里。' },
    ])
    expect(readRecord(nationalTable('closing'), { closedAt: '昨天' }).findings[0]?.severity).toBe('error')
  })

  it('never takes nor gives a password', () => {
    const table = nationalTable('identity')
    const { record } = readRecord(table, { userName: 'tian', password: 'secret' })
    expect(record.values).toEqual({ userName: 'tian' })
    const whole = { values: { userName: 'tian', password: 'secret' }, rows: {}, extensions: {} }
    expect(writeRecord(table, whole)).toEqual({ userName: 'tian' })
  })

  it('is a guide without a form yet, and is refused with what it lacks', () => {
    const values = {
      itemName: '取水许可',
      itemTypeCode: '01',
      implementingBody: '县水利局',
      legalLimit: '20个工作日',
      serviceTarget: '10',
      serviceTargetUnit: '工作日',
    }
    const read = guideFromNational({ values, rows: {}, extensions: {} }, county)
    expect(read).toMatchObject({
      kind: 'guide',
      guide: { item: '取水许可', legalDays: 20, promisedDays: 10, questions: [] },
    })
    const vague = guideFromNational(
      { values: { ...values, legalLimit: '一个月' }, rows: {}, extensions: {} },
      county,
    )
    expect(vague).toEqual({ kind: 'refused', messages: ['法定办结时限“一个月”读不出工作日数。'] })
  })
})

it('every item comes back from its national record as it was', () => {
  for (const { number } of guideDrafts) {
    const guide = guideOf(number)
    const table = nationalTable('item')
    const sent = JSON.parse(JSON.stringify(writeRecord(table, guideToNational(guide, county))))
    const { record, findings } = readRecord(table, sent)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(guideFromNational(record, county)).toEqual({ kind: 'guide', guide })
  }
})

it('a complaint comes back from its national record as it was, and one from elsewhere gets a number', () => {
  const complaint = fc.record(
    {
      matter: fc.record(
        {
          number: text,
          origin: fc.constantFrom('rating' as const, 'hotline' as const, 'system' as const),
          level: fc.constantFrom('county' as const, 'township' as const),
          service: text,
          title: text,
          content: text,
          complainant: text,
        },
        { requiredKeys: ['number', 'origin', 'level', 'service', 'title', 'content'] },
      ),
      regionCode: fc.constant('999901'),
      complainedAt: second,
      undertaking: fc.record({ unitName: text, officer: text, at: second }),
      feedback: fc.record({ text, at: second }),
    },
    { requiredKeys: ['matter', 'regionCode', 'complainedAt'] },
  )
  const table = nationalTable('interaction')
  fc.assert(
    fc.property(complaint, (whole) => {
      const sent = JSON.parse(
        JSON.stringify(writeRecord(table, complaintToNational(whole as HandledComplaint))),
      )
      const { record, findings } = readRecord(table, sent)
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(complaintFromNational(record, 'X')).toEqual(whole)
    }),
  )
  const foreign = { complaintTitle: '窗口无人', complainedAt: '20221008T093000' }
  const read = complaintFromNational({ values: foreign, rows: {}, extensions: {} }, 'TS-9')
  expect(read?.matter).toMatchObject({ number: 'TS-9', origin: 'system', content: '窗口无人' })
  expect(complaintFromNational({ values: {}, rows: {}, extensions: {} }, 'TS-9')).toBeNull()
})

describe('an application with all that was done to it', () => {
  const base = filledFor(guideOf('XK-077-1'))
  const application = fc.record({
    applicant: text,
    state: fc.constantFrom(...(Object.keys(materialStates) as (keyof typeof materialStates)[])),
  })
  const step = fc.record(
    {
      title: text,
      action: fc.constantFrom('通过', '退回', '其他'),
      officer: text,
      opinion: text,
      startedAt: second,
      endedAt: second,
      unitName: text,
    },
    { requiredKeys: ['title', 'action', 'officer', 'startedAt', 'endedAt', 'unitName'] },
  )
  const special = fc.record(
    {
      kind: fc.constantFrom('1' as const, '2' as const),
      title: text,
      startedAt: second,
      reason: text,
      endedAt: second,
      result: text,
    },
    { requiredKeys: ['kind', 'title', 'startedAt'] },
  )
  const handled: fc.Arbitrary<HandledApplication> = fc
    .record(
      {
        asked: application,
        appliedAt: second,
        accepted: fc.record({ at: second, officer: text, unitName: text, paper: text }),
        steps: fc.array(step, { maxLength: 4 }),
        specials: fc.array(special, { maxLength: 2 }),
        closed: fc.record(
          {
            at: second,
            officer: text,
            unitName: text,
            licenceNumber: text,
            scope: text,
            isDelivered: fc.boolean(),
          },
          { requiredKeys: ['at', 'officer', 'unitName', 'isDelivered'] },
        ),
        rating: fc.record(
          {
            number: text,
            application: fc.constant('A-1'),
            itemName: text,
            level: fc.constantFrom('1' as const, '2' as const, '3' as const, '4' as const, '5' as const),
            channel: fc.constantFrom('pc' as const, 'mobile' as const, 'tablet' as const),
            remark: text,
            at: second,
          },
          { requiredKeys: ['number', 'application', 'itemName', 'level', 'channel', 'at'] },
        ),
      },
      { requiredKeys: ['asked', 'appliedAt', 'steps', 'specials'] },
    )
    .map(({ asked, ...rest }) => {
      const changed: Application = {
        ...base,
        applicant: asked.applicant,
        materials: base.materials.map((material) => ({ ...material, state: asked.state })),
      }
      return { ...rest, application: changed, regionCode: '999901' } as HandledApplication
    })

  it('comes back from its national records as it was', () => {
    fc.assert(
      fc.property(handled, (whole) => {
        const records = handledToNational(whole)
        const tables = Object.keys(records) as (keyof typeof records)[]
        const sent = Object.fromEntries(
          tables.map((id) => {
            const table = nationalTable(id)
            const read = records[id].map((record) => {
              const back = readRecord(table, JSON.parse(JSON.stringify(writeRecord(table, record))))
              expect(back.findings.filter(({ severity }) => severity === 'error')).toEqual([])
              return back.record
            })
            return [id, read]
          }),
        )
        expect(handledFromNational(sent as unknown as typeof records)).toEqual(whole)
      }),
      { numRuns: 150 },
    )
  })
})
