import { describe, expect, it } from 'vitest'
import { noticeText } from '../test-support/notice-text.ts'
import { checkDraft, type DraftSurroundings, readDraft } from './draft-check.ts'
import type { RuleMakers } from './rule-making.ts'

const makers: RuleMakers = {
  county: 'qingyuan',
  docNumber: '清政办发〔2026〕3号',
  from: '2026-01-01',
  names: ['清源县人民政府', '县人民政府办公室', '县水利局'],
  line: 12,
}

const around: DraftSurroundings = {
  county: 'qingyuan',
  today: '2026-05-18',
  makers,
  numbers: [],
  effects: new Map(),
  sameOrder: [],
  targets: [],
}

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
    expect(kindsOf(text, effect('ends', '2026-05-18'))).not.toContain('引用已失效文件')
    expect(kindsOf(text, effect('ends', '2026-05-17'))).toContain('引用已失效文件')
  })

  it('is told of units that the county has not, of another value in force, and of the same order carried out already', () => {
    expect(messageOf(whole.replace('县应急管理局负责', '县桥梁总局负责'), '机构不存在')).toContain(
      '县桥梁总局',
    )
    const sameOrder = [{ docNumber: '清政办发〔2026〕2号', title: '旧通知', because: '事项相同' }] as never
    expect(messageOf(whole, '同一部署已有文件', { sameOrder })).toContain('清政办发〔2026〕2号《旧通知》')
    const target = whole.replace('现就', '2026年新增护栏里程30公里，现就')
    const targets = [
      {
        docNumber: '清政发〔2026〕1号',
        indicator: '新增护栏里程',
        words: '20公里',
        value: '20',
        unit: '公里',
        year: 2026,
      },
    ]
    expect(messageOf(target, '与现行文件不一致', { targets })).toContain('清政发〔2026〕1号写的是20公里')
  })

  it('that holds no document is told so', () => {
    expect(kindsOf('')).toContain('读不出公文')
  })
})
