import { describe, expect, it } from 'vitest'
import { noticeText } from '../test-support/notice-text.ts'
import { checkDraft, type DraftSurroundings, readDraft } from './draft-check.ts'
import { surroundingsOf } from './draft-surroundings.ts'
import type { RuleMakers } from './rule-making.ts'

const makers: RuleMakers = {
  county: 'qingyuan',
  docNumber: '清政办发〔2026〕3号',
  from: '2026-01-01',
  names: ['清源县人民政府', '县人民政府办公室', '县水利局'],
  line: 12,
}

const around: DraftSurroundings = surroundingsOf({ county: 'qingyuan', today: '2026-05-18', makers })

const whole = noticeText.replace(
  '清源县人民政府办公室\n\n2026年5月18日',
  '三、本通知自印发之日起施行，有效期2年，由县交通运输局负责解读。\n\n（公开属性：主动公开）\n\n清源县人民政府办公室\n\n2026年5月18日',
)

function kindsOf(text: string, more: Partial<DraftSurroundings> = {}): string[] {
  return checkDraft(readDraft(text, 'draft.txt'), { ...around, ...more }).map(({ kind }) => kind)
}

function messageOf(text: string, kind: string, more: Partial<DraftSurroundings> = {}): string | undefined {
  return checkDraft(readDraft(text, 'draft.txt'), { ...around, ...more }).find((one) => one.kind === kind)
    ?.message
}

/** A text as a published notice in force. */
function published(text: string, isRelated = true): Partial<DraftSurroundings> {
  const { instrument } = readDraft(text, 'published.txt')
  if (instrument === null) throw new Error('no notice was read')
  return { inForce: [{ docNumber: '清政发〔2026〕1号', instrument, isRelated }] }
}

describe('a draft', () => {
  it('that has all it needs is left alone', () => {
    expect(kindsOf(whole)).toEqual([])
  })

  it('[wuzhai-2022-zbf31.3] is refused without an attribute, and without a reason where it is not open', () => {
    expect(messageOf(whole.replace('（公开属性：主动公开）', ''), '公开属性')).toBe(
      '没有明确公开属性，不得发文：请写明“公开属性：主动公开”“依申请公开”或“不予公开”（五寨 五政办发〔2022〕31号第2313行）。',
    )
    const closed = whole.replace('主动公开）', '依申请公开）')
    expect(messageOf(closed, '公开属性')).toBe(
      '公开属性为“依申请公开”，没有说明不能主动公开的依据和理由，不得发文（五寨 五政办发〔2022〕31号第2313行）。',
    )
    expect(kindsOf(closed.replace('依申请公开）', '依申请公开，不公开理由：涉及商业秘密）'))).toEqual([])
  })

  it('is told where its term and who interprets it are missing', () => {
    expect(kindsOf(whole.replace(/三、本通知.*\n/, ''))).toEqual(['有效期限', '解读主体'])
  })

  it('is told where its issuer is not on the list', () => {
    const names = ['县水利局']
    expect(messageOf(whole, '制定主体', { makers: { ...makers, names } })).toContain('应当报请主管部门制定')
    expect(kindsOf(whole, { makers: null })).toEqual(['制定主体'])
  })

  it('is told where its number is taken or out of sequence', () => {
    expect(messageOf(whole, '文号', { numbers: ['清政办发〔2026〕90号'] })).toBe(
      '文号“清政办发〔2026〕90号”已经用过，请换一个。',
    )
    expect(messageOf(whole, '文号', { numbers: ['清政办发〔2026〕87号'] })).toBe(
      '文号“清政办发〔2026〕90号”不连续：清政办发〔2026〕公开的最后一号是87号，下一号应为88号。',
    )
    expect(kindsOf(whole, { numbers: ['清政办发〔2026〕89号'] })).toEqual([])
  })

  it('is told where it cites what is repealed or has lapsed, on the day itself for a repeal', () => {
    const text = whole.replace('现就', '根据《桥梁办法》（清政办发〔2020〕5号），现就')
    const by = { docNumber: '清政办发〔2026〕7号', title: '桥梁管理办法' } as never
    const effect = (kind: 'repeals' | 'ends', onDay: string) => ({
      effects: new Map([
        ['清政办发〔2020〕5号', [{ kind, docNumber: null, title: '', onDay, says: '', clause: '1', by }]],
      ]),
    })
    expect(messageOf(text, '引用已失效文件', effect('repeals', '2026-05-18'))).toBe(
      '引用的《桥梁办法》（清政办发〔2020〕5号）已经失去效力：2026-05-18由清政办发〔2026〕7号废止，请改引现行文件。',
    )
    const repealing = text.replace('三、本通知', '三、《桥梁办法》（清政办发〔2020〕5号）同时废止。本通知')
    expect(kindsOf(repealing, effect('repeals', '2026-05-18'))).toEqual([])
    expect(kindsOf(text, effect('ends', '2026-05-18'))).not.toContain('引用已失效文件')
    expect(kindsOf(text, effect('ends', '2026-05-17'))).toContain('引用已失效文件')
  })

  it('is told where the register says that what it cites is over, where that is not in force yet, and where it bears another title', () => {
    const text = whole.replace('现就', '根据《桥梁办法》（清政办发〔2020〕5号），现就')
    const term = { from: '2020-01-01', until: null, repealedOn: null, note: '' }
    const terms = (more: Partial<typeof term> | { until: string } | { repealedOn: string }) => ({
      terms: new Map([['清政办发〔2020〕5号', { ...term, ...more }]]),
    })
    expect(messageOf(text, '引用已失效文件', terms({ until: '2026-05-17' }))).toBe(
      '引用的《桥梁办法》（清政办发〔2020〕5号）已经失去效力：有效期至2026-05-17，请改引现行文件。',
    )
    expect(kindsOf(text, terms({ until: '2026-05-18' }))).toEqual([])
    expect(kindsOf(text, terms({ repealedOn: '2026-05-18' }))).toEqual(['引用已失效文件'])
    expect(messageOf(text, '引用未施行文件', terms({ from: '2026-06-01' }))).toContain('自2026-06-01起施行')
    const titles = (title: string) => ({ titles: new Map([['清政办发〔2020〕5号', [title]]]) })
    expect(messageOf(text, '引用文号与标题不符', titles('清源县燃气办法'))).toBe(
      '引用的《桥梁办法》（清政办发〔2020〕5号）文号与标题不符：公开的清政办发〔2020〕5号是《清源县燃气办法》，请核对文号。',
    )
    expect(kindsOf(text, titles('清源县人民政府办公室关于印发《桥梁办法》的通知'))).toEqual([])
  })

  it('is told of units that the county has not, of another value in force, and of the same order carried out already', () => {
    expect(messageOf(whole.replace('县应急管理局负责', '县桥梁总局负责'), '机构不存在')).toContain(
      '县桥梁总局',
    )
    const sameOrder = [{ docNumber: '清政办发〔2026〕2号', title: '旧通知', because: '事项相同' }] as never
    expect(messageOf(whole, '同一部署已有文件', { sameOrder })).toContain('清政办发〔2026〕2号《旧通知》')
    const target = whole.replace('现就', '2026年新增护栏里程30公里，现就')
    const inForce = published(target.replace('30公里', '20公里'), false)
    const range = target.replace('30公里', '不低于30公里、不超过40公里')
    expect(kindsOf(range, published(range))).toEqual([])
    expect(messageOf(target, '与现行文件不一致', inForce)).toBe(
      '“新增护栏里程”2026年写的是30公里，清政发〔2026〕1号正文写的是20公里，请核对以哪个为准；要改的，写明修改或废止它。',
    )
  })

  it.each([
    [
      'another day for the same',
      ['6月20日前', '6月20日前'],
      ['6月20日前', '6月30日前'],
      '“6月20日前查完全部农村公路桥梁。”一句写的是“6月20日前”，清政发〔2026〕1号一写的是“6月30日前”',
    ],
    [
      'another day in the brackets behind it',
      ['发现裂缝的，当日上报。（县应急管理局负责）', '发现裂缝的一律封闭。（县应急管理局负责，8月底前完成）'],
      ['发现裂缝的，当日上报。（县应急管理局负责）', '发现裂缝的一律封闭。（县应急管理局负责，9月底前完成）'],
      '“发现裂缝的一律封闭。”一句写的是“8月底前”，清政发〔2026〕1号二写的是“9月底前”',
    ],
    [
      'another number of days for the same',
      ['三、本通知', '三、桥梁封闭后3个工作日内向社会公布原因。\n\n四、本通知'],
      ['三、本通知', '三、桥梁封闭后5个工作日内向社会公布原因。\n\n四、本通知'],
      '“桥梁封闭后3个工作日内向社会公布原因。”一句写的是“3个工作日内”，清政发〔2026〕1号三写的是“5个工作日内”',
    ],
    [
      'another lead of the same',
      ['县应急管理局负责', '县应急管理局负责'],
      ['县应急管理局负责', '县水利局负责'],
      '“及时报告”写的是由县应急管理局负责，清政发〔2026〕1号二写的是由县水利局负责',
    ],
  ] as const)('is told of %s in a notice in force about the same', (_, here, there, expected) => {
    const messages = (draft: string, more: Partial<DraftSurroundings>) =>
      checkDraft(readDraft(draft, 'draft.txt'), { ...around, ...more }).map(({ message }) => message)
    const [draft, other] = [whole.replace(here[0], here[1]), whole.replace(there[0], there[1])]
    expect(messages(draft, published(other))).toEqual([
      `${expected}，请核对以哪个为准；要改的，写明修改或废止它。`,
    ])
    expect(messages(draft, published(other, false))).toEqual([])
    expect(messages(draft, published(draft))).toEqual([])
    const amending = draft.replace('现就', '对《巡查通知》（清政发〔2026〕1号）作如下修改，现就')
    expect(messages(amending, published(other))).toEqual([])
  })

  it('is told of another sum, but not of another year', () => {
    const text = whole.replace('二、及时报告。', '二、及时报告。报告属实的，一次奖励报告人500元。')
    const more = published(text.replace('500元', '300元'))
    expect(messageOf(text, '与现行文件不一致', more)).toContain(
      '写的是“500元”，清政发〔2026〕1号二写的是“300元”',
    )
    const before = published(whole.replaceAll('2026年5月18日', '2025年5月18日').replace('6月20日', '6月30日'))
    expect(kindsOf(whole, before)).toEqual([])
  })

  it('is told of the same leading group with its office elsewhere', () => {
    const draftWith = (office: string) =>
      whole.replace('二、及时', `成立清源县桥梁安全领导小组，办公室设在${office}。\n\n二、及时`)
    expect(
      messageOf(draftWith('县交通运输局'), '与现行文件不一致', published(draftWith('县应急管理局'), false)),
    ).toContain('“清源县桥梁安全领导小组”的办公室写的是设在县交通运输局，清政发〔2026〕1号')
    expect(kindsOf(draftWith('县交通运输局'), published(draftWith('县交通运输局'), false))).toEqual([])
  })

  it('is told of an item of a list with another body or another limit, under any name of the body', () => {
    const list = (unit: string, limit: string) =>
      `清源县人民政府办公室
关于公布清源县行政许可事项清单的通知

清政办发〔2026〕90号

各乡（镇）人民政府：

现将清单公布如下。

附件：清源县行政许可事项清单

清源县人民政府办公室

2026年5月18日

附件

清源县行政许可事项清单

| 序号 | 许可事项名称 | 实施部门 | 办理时限 |
| --- | --- | --- | --- |
| 1 | 取水许可 | 县水利局 | 20个工作日 |
| 2 | 桥梁涉路施工许可 | ${unit} | ${limit} |
`
    const told = (draft: string, other: string) =>
      checkDraft(readDraft(draft, 'draft.txt'), { ...around, ...published(other) })
        .filter(({ kind }) => kind === '与现行文件不一致')
        .map(({ message }) => message.split('，请')[0])
    const draft = list('县发展和改革局', '10个工作日')
    expect(told(draft, list('县交通运输局', '20个工作日'))).toEqual([
      '“桥梁涉路施工许可”的实施部门写的是县发展和改革局，清政发〔2026〕1号的清单写的是县交通运输局',
      '“桥梁涉路施工许可”的办理时限写的是10个工作日，清政发〔2026〕1号的清单写的是20个工作日',
    ])
    expect(told(draft, list('县发改局', '10 个工作日'))).toEqual([])
  })

  it('that holds no document is told so', () => {
    expect(kindsOf('')).toContain('读不出公文')
  })
})
