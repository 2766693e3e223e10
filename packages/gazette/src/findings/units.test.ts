import { describe, expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

describe('names of units', () => {
  it('are told where one unit has two full names', () => {
    const [finding] = findingsIn('由县发展和改革局牵头实施。\n\n由县发展和改革委员会审核。')
    expect(finding).toMatchObject({
      kind: 'name-variant',
      lines: [
        [18, 18],
        [20, 20],
      ],
    })
    expect(kindsIn('由县住房和城乡建设局牵头，报县住房和城乡建设管理局审核。')).toEqual(['name-variant'])
  })

  it('are left alone where one is short for the other', () => {
    expect(kindsIn('由县发展和改革局牵头，报县发改局审核。县住建局配合，县住房和城乡建设局验收。')).toEqual(
      [],
    )
    expect(kindsIn('由清源县财政局牵头，报县财政局审核。')).toEqual([])
  })
})

describe('units of a marker', () => {
  it('are told where one is listed twice', () => {
    expect(kindsIn('落实补助资金。（责任单位：县民政局、县财政局、县民政局）')).toEqual(['unit-repeated'])
    expect(kindsIn('落实补助资金。（责任单位：县民政局、县财政局、县水利局）')).toEqual([])
  })
})

describe('tasks without a marker', () => {
  const tasks = (missing: number) =>
    ['一', '二', '三', '四', '五', '六', '七', '八']
      .map((number, index) => {
        const marker = index === missing ? '' : '（责任单位：县水利局）'
        return `（${number}）按期完成第${number}片区渠道整修。${marker}`
      })
      .join('\n\n')

  it('are told among tasks that have one', () => {
    const [finding, ...others] = findingsIn(tasks(3))
    expect(others).toEqual([])
    expect(finding).toMatchObject({ kind: 'duty-missing', lines: [[24, 24]] })
    expect(finding?.message).toContain('8项任务中有7项')
  })

  it('are left alone before the first and behind the last marker, and where all have one', () => {
    expect([kindsIn(tasks(0)), kindsIn(tasks(7)), kindsIn(tasks(-1))]).toEqual([[], [], []])
  })
})
