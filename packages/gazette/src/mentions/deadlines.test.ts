import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadClause, ReadInstrument } from '../reading.ts'
import { signsOf } from '../signs.ts'
import { traceLine } from '../traced-text.ts'
import { readDeadlines } from './deadlines.ts'

interface Notice {
  readonly title?: string
  readonly issuedOn?: string | null
  /** Headings above the paragraph, the outermost first. */
  readonly under?: readonly string[]
}

function notice(
  text: string,
  { title = '工作方案', issuedOn = '2022-08-10', under = [] }: Notice,
): ReadInstrument {
  const headings = under.map((heading, i) =>
    clauseOf(String(i + 1), i === 0 ? null : String(i), heading, heading),
  )
  const parent = under.length === 0 ? null : String(under.length)
  const clauses = [...headings, clauseOf('p', parent, null, text)]
  return { docNumber: null, title, issuer: null, issuedOn, lines: [1, clauses.length], clauses }
}

function clauseOf(id: string, parent: string | null, heading: string | null, text: string): ReadClause {
  const clause = { id, parent, label: null, level: 1, heading, text, lines: [5, 5] as [number, number] }
  return { clause, whole: traceLine(text, 5), signs: signsOf(text) }
}

/** What is due, one string each: `7月底前 2022-07-31`, `3日内 3 day`, `每年 FREQ=YEARLY`. */
function due(text: string, options: Notice = {}): string[] {
  return readDeadlines(notice(text, options))
    .filter(({ clause }) => clause === 'p')
    .map(({ text, date, duration, recurrence }) => {
      const length = duration && `${duration.amount} ${duration.unit}`
      return `${text} ${date ?? length ?? recurrence}`
    })
}

describe('a date by which something is to be done', () => {
  it.each([
    ['各乡镇于12月15日前上报。', '12月15日前 2022-12-15'],
    ['2022年底前完成改造。', '2022年底前 2022-12-31'],
    ['2023年2月底前完成改造。', '2023年2月底前 2023-02-28'],
    ['2024年2月底前完成改造。', '2024年2月底前 2024-02-29'],
    ['11月中旬完成建设任务。', '11月中旬 2022-11-20'],
    ['9月上旬完成建设任务。', '9月上旬 2022-09-10'],
    ['10月下旬组织验收。', '10月下旬 2022-10-31'],
    ['年底前完成。', '年底前 2022-12-31'],
    ['年内至少听取一次汇报。', '年内 2022-12-31'],
    ['力争四季度完成投资。', '四季度 2022-12-31'],
    ['2023年一季度开工。', '2023年一季度 2023-03-31'],
    ['2023年上半年完成。', '2023年上半年 2023-06-30'],
    ['明年6月底前完成。', '明年6月底前 2023-06-30'],
    ['到今年底累计建成5座。', '到今年底 2022-12-31'],
    ['到2025年，覆盖率达到90%。', '到2025年 2025-12-31'],
    ['到“十四五”末建成。', '到“十四五”末 2025-12-31'],
    ['2024年，建成监控系统。', '2024年 2024-12-31'],
    ['力争2024年新建一座消防站。', '2024年 2024-12-31'],
    ['材料于9月5日报送县水利局。', '9月5日 2022-09-05'],
    ['9月5日18:00前报送。', '9月5日18:00前 2022-09-05'],
    ['9月5日下午5点前报送。', '9月5日下午5点前 2022-09-05'],
    ['9月5日（含）前报送。', '9月5日（含）前 2022-09-05'],
    ['最迟9月5日完成。', '最迟9月5日 2022-09-05'],
    ['申报截止日期为2022年9月30日。', '2022年9月30日 2022-09-30'],
    ['二〇二二年十月三十日前完成。', '二〇二二年十月三十日前 2022-10-30'],
    ['（县财政局负责，9月底前完成）', '9月底前 2022-09-30'],
    ['完成时限：2023年6月', '2023年6月 2023-06-30'],
    ['截至2022年12月31日，全部完成。', '截至2022年12月31日 2022-12-31'],
  ])('%s', (text, deadline) => {
    expect(due(text)).toEqual([deadline])
  })

  it('is each of several days', () => {
    expect(due('分别于9月30日、12月31日前报送。')).toEqual(['9月30日 2022-09-30', '12月31日前 2022-12-31'])
  })

  it('is each of several years', () => {
    expect(due('于2023年和2025年开展评估。')).toEqual(['2023年 2023-12-31', '2025年 2025-12-31'])
  })

  it.each([
    ['第一阶段（2022年8月1日至10月31日）', '2022年8月1日至10月31日 2022-10-31'],
    ['（8月20日—9月30日）', '8月20日—9月30日 2022-09-30'],
    ['（8月20日-25日）', '8月20日-25日 2022-08-25'],
    ['（2022年9月—2023年5月）', '2022年9月—2023年5月 2023-05-31'],
    ['供暖期为11月1日至次年3月31日。', '11月1日至次年3月31日 2023-03-31'],
    ['整治从9月1日开始至11月30日结束。', '9月1日开始至11月30日 2022-11-30'],
    ['（四）总结阶段（11月）', '11月 2022-11-30'],
    ['供暖期为11月1日至3月31日。', '11月1日至3月31日 2023-03-31'],
    ['自2022年9月1日起至2023年6月底，给予补助。', '2022年9月1日起至2023年6月底 2023-06-30'],
  ])('is the end of a range: %s', (text, deadline) => {
    expect(due(text)).toEqual([deadline])
  })

  it('is given though it was over when the notice was issued', () => {
    expect(due('时限要求：4月底前全部完成')).toEqual(['4月底前 2022-04-30'])
    expect(due('联络员于8月1日前报县水利局。')).toEqual(['8月1日前 2022-08-01'])
  })

  it('has no day where the calendar has none', () => {
    expect(due('2022年2月30日前完成。')).toEqual(['2022年2月30日前 null'])
    expect(due('2023年2月29日前完成。')).toEqual(['2023年2月29日前 null'])
    expect(due('2024年2月29日前完成。')).toEqual(['2024年2月29日前 2024-02-29'])
  })

  it.each([
    '2021年以来，全县完成改造。',
    '自2022年9月1日起施行。',
    '从10月起，一律公开。',
    '截至2021年底，完成投资3亿元。',
    '截至去年底，储量为3万吨。',
    '本办法有效期至2025年12月31日。',
    '2022年7月5日县政府第3次常务会议通过。',
    '2022年8月10日',
    '《清源县2022年底前完成事项清单》印发。',
    '（清政办发〔2022〕5号）',
    '2015年前建成的房屋。',
    '请于25日前报送。',
    '实施期限为2021年至2025年。',
    '2021—2025年规划',
    '2025年远景目标',
    '《条例》（2019年第35号令）',
    '2023年度计划',
    '6月前后为汛期。',
    '2022年前三季度增长5%。',
    '投资3.5亿元，12345热线，7×24小时服务。',
  ])('is not: %s', (text) => {
    expect(due(text)).toEqual([])
  })
})

describe('the year of a date without one', () => {
  it('is that of the clause', () => {
    expect(due('2023年3月底前编制清单。5月底前公布。')).toEqual([
      '2023年3月底前 2023-03-31',
      '5月底前 2023-05-31',
    ])
  })

  it('is not one that the clause looks back on', () => {
    expect(due('2021年已完成普查，12月底前完成复查。')).toEqual(['12月底前 2022-12-31'])
  })

  it('is else that of the nearest heading above', () => {
    expect(due('9月底前完成。', { under: ['2023年任务', '普查'] })).toEqual(['9月底前 2023-09-30'])
    expect(due('9月底前完成。', { under: ['2023年任务', '2024年普查'] })).toEqual(['9月底前 2023-09-30'])
  })

  it('is else that of the title', () => {
    const title = '关于做好2023年春节期间安全工作的通知'
    expect(due('1月15日前完成。', { title, issuedOn: '2022-12-29' })).toEqual(['1月15日前 2023-01-15'])
  })

  it('is not that of a title that names a span of years or the far future', () => {
    for (const title of ['三年行动计划（2023—2025年）', '2035年远景目标纲要', '规划（2021年至2025年）']) {
      expect(due('9月底前完成。', { title })).toEqual(['9月底前 2022-09-30'])
    }
  })

  it('is else that of the date of issue', () => {
    expect(due('1月15日前完成。', { issuedOn: '2022-12-29' })).toEqual(['1月15日前 2022-01-15'])
    expect(due('明年1月15日前完成。', { issuedOn: '2022-12-29' })).toEqual(['明年1月15日前 2023-01-15'])
  })

  it('stays unknown where none is printed', () => {
    expect(due('1月15日前完成。', { issuedOn: null })).toEqual(['1月15日前 null'])
  })
})

describe('a year that the instrument is about', () => {
  it('is no deadline by itself', () => {
    expect(due('2022年，重点培育5家企业。', { title: '清源县2022年工作要点' })).toEqual([])
  })

  it('is one in an instrument about more than that year', () => {
    expect(due('2022年，新建2座消防站。', { title: '清源县消防规划（2021—2025年）' })).toEqual([
      '2022年 2022-12-31',
    ])
  })
})

describe('a duration', () => {
  it.each([
    ['应当在3个工作日内告知。', '3个工作日内 3 workday'],
    ['自收到之日起20日内答复。', '20日内 20 day'],
    ['十五个工作日内办结。', '十五个工作日内 15 workday'],
    ['两个月内完成。', '两个月内 2 month'],
    ['公示期不少于15个自然日。', '15个自然日 15 day'],
    ['半年内整改到位。', '半年内 6 month'],
    ['半个月内整改到位。', '半个月内 15 day'],
    ['24小时内移送。', '24小时内 24 hour'],
    ['一年之内完成。', '一年之内 1 year'],
    ['一周内反馈。', '一周内 1 week'],
    ['在村务公开栏公示一周。', '一周 1 week'],
    ['公示7天无异议。', '7天 7 day'],
    ['压减至45个工作日以内。', '45个工作日以内 45 workday'],
    ['在3至5个工作日内办结。', '3至5个工作日内 5 workday'],
    ['举行听证的7日前通知。', '7日前 7 day'],
    ['开工前一个月报乡镇登记。', '一个月 1 month'],
    ['有效期届满30日前申请延续。', '30日前 30 day'],
    ['会议召开前3日内通知。', '3日内 3 day'],
    ['在开工30日前报乡镇。', '30日前 30 day'],
    ['自收到之日起7日（自然日）内答复。', '7日（自然日）内 7 day'],
    ['两个季度内完成。', '两个季度内 6 month'],
  ])('%s', (text, deadline) => {
    expect(due(text)).toEqual([deadline])
  })

  it.each([
    '近三年内无事故。',
    '给予6个月的渐退期。',
    '满30日',
    '使用20年以上',
    '三年行动',
    '16—59周岁',
    '闲置一年的土地',
  ])('is no limit: %s', (text) => {
    expect(due(text)).toEqual([])
  })
})

describe('a recurrence', () => {
  it.each([
    ['每月18日前报送。', '每月18日前 FREQ=MONTHLY;BYMONTHDAY=18'],
    ['每月15日、30日前报送。', '每月15日、30日前 FREQ=MONTHLY;BYMONTHDAY=15,30'],
    ['每月底前报送。', '每月底前 FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['每月上旬报送。', '每月上旬 FREQ=MONTHLY;BYMONTHDAY=10'],
    ['每月通报一次。', '每月 FREQ=MONTHLY'],
    ['每个月不少于1次。', '每个月 FREQ=MONTHLY'],
    ['每两个月检查一次。', '每两个月 FREQ=MONTHLY;INTERVAL=2'],
    ['每季度末上报。', '每季度末 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
    ['每季度首月10日前报送。', '每季度首月10日前 FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'],
    ['每个季度第1个月的20日前报送。', '每个季度第1个月的20日前 FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=20'],
    ['每季度最后一个月25日前报送。', '每季度最后一个月25日前 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25'],
    ['每季度调度一次。', '每季度 FREQ=MONTHLY;INTERVAL=3'],
    ['每半年演练一次。', '每半年 FREQ=MONTHLY;INTERVAL=6'],
    ['每年12月组织评估。', '每年12月 FREQ=YEARLY;BYMONTH=12'],
    ['每年3月底前公布。', '每年3月底前 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1'],
    ['每年1月31日前报告。', '每年1月31日前 FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31'],
    ['每年6月、12月各检查一次。', '每年6月、12月 FREQ=YEARLY;BYMONTH=6,12'],
    ['每年年底前考核。', '每年年底前 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
    ['每年4至6月开展整治。', '每年4至6月 FREQ=YEARLY;BYMONTH=4,5,6'],
    ['每年11月至次年2月值守。', '每年11月至次年2月 FREQ=YEARLY;BYMONTH=1,2,11,12'],
    ['每年6月30日和12月31日前报送。', '每年6月30日和12月31日前 FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1'],
    ['每年1月10日、7月10日前报送。', '每年1月10日、7月10日前 FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=10'],
    ['次月5日前报送。', '次月5日前 FREQ=MONTHLY;BYMONTHDAY=5'],
    ['每周五下班前报送。', '每周五下班前 FREQ=WEEKLY;BYDAY=FR'],
    ['实行一季度一通报。', '一季度一 FREQ=MONTHLY;INTERVAL=3'],
    ['实行季考核。', '季考核 FREQ=MONTHLY;INTERVAL=3'],
    ['每两年修订一次。', '每两年 FREQ=YEARLY;INTERVAL=2'],
    ['每周一报送。', '每周一 FREQ=WEEKLY;BYDAY=MO'],
    ['每周五前报送。', '每周五前 FREQ=WEEKLY;BYDAY=FR'],
    ['每周一次会商。', '每周 FREQ=WEEKLY'],
    ['每旬报告进度。', '每旬 FREQ=MONTHLY;BYMONTHDAY=10,20,-1'],
    ['每日巡查。', '每日 FREQ=DAILY'],
    ['每个工作日公布。', '每个工作日 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['按月开展调度。', '按月 FREQ=MONTHLY'],
    ['按季度通报。', '按季度 FREQ=MONTHLY;INTERVAL=3'],
    ['建立月通报制度。', '月通报 FREQ=MONTHLY'],
    ['以旬报形式上报。', '旬报 FREQ=MONTHLY;BYMONTHDAY=10,20,-1'],
  ])('%s', (text, deadline) => {
    expect(due(text)).toEqual([deadline])
  })

  it.each([
    '达到每人每年320元。',
    '按季节调整。',
    '每年的采伐指标',
    '人民日报报道',
    '上月通报的问题',
    '春季检查',
    '工作日巡查',
    '每年增长5%',
  ])('is none: %s', (text) => {
    expect(due(text)).toEqual([])
  })
})

describe('any text', () => {
  const characters = [
    ...'0123456789一二三十两半年月日底旬末前内至—每按季度周个工作小时上下“”十四五《》，。（）',
  ]

  it('is read without a throw, each deadline where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...characters), maxLength: 60 }), (text) => {
        let from = 0
        for (const deadline of readDeadlines(notice(text, {}))) {
          expect(text.indexOf(deadline.text, from)).toBeGreaterThanOrEqual(0)
          from = text.indexOf(deadline.text, from) + deadline.text.length
          const given = [deadline.duration, deadline.recurrence].filter((value) => value !== null)
          expect(given.length + (deadline.date === null ? 0 : 1)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it.each([
    ['1', 0],
    ['每', 0],
    ['《', 0],
    ['2022年', 0],
    ['一二三', 0],
    ['每月1日、', 66_666],
    ['7月1日前、', 55_555],
    ['年底前', 111_111],
    ['（2022年', 0],
  ])('is read though it is a megabyte of %s', (part, found) => {
    expect(due(part.repeat(333_333 / part.length))).toHaveLength(found)
  })
})
