import { describe, expect, it } from 'vitest'
import { nearestNames } from './power-rules.ts'
import { dumped, littering, people, said, settled } from './world.test-support.ts'

const { wu, other, market, head, government, overseer, he } = people
const world = () => settled('2023-05-09T09:00:00+08:00')
const atMarket = { ...dumped, number: '市罚-1', officer1: 'qin', officer2: 'tang' }

describe('the body that may punish', () => {
  it('is the township whose list has the power, in its own place, from the day on which it has it', () => {
    const county = world()
    expect(said(county.open('ordinary', 'c', wu, dumped))).toBe('applied')
    const west = { ...dumped, officer1: 'lin', officer2: 'he' }
    expect(said(county.open('ordinary', 'd', other, west))).toContain(
      '要求乡（镇）在本行政区域内行使职权，实际违法行为发生在别的乡（镇）（《行政处罚法》第二十二条）',
    )
    const early = settled('2022-10-27T09:00:00+08:00')
    const before = { ...dumped, actOn: '2022-10-26', foundOn: '2022-10-26' }
    expect(said(early.open('ordinary', 'c', wu, before))).toContain('自2022-10-28起，今天是2022-10-27')
  })

  it('[wuzhai-2022-zf10.3] is no department for a delegated item unless the county decided so, and no township for an item outside its list without entrustment or whistle', () => {
    const county = world()
    expect(said(county.open('ordinary', 'm', market, atMarket))).toBe(
      '不符合规定：要求已下放的职权由乡（镇）行使，原部门停止行使；县人民政府指定原部门管辖的，附其决定，实际“对随地倾倒生活垃圾的处罚”已下放，没有附上有效的管辖决定（五政发〔2022〕10号第376—380行）。',
    )
    const asked = {
      number: '管-1',
      route: 'asked',
      township: 'east',
      power: littering.code,
      matter: '涉及多个乡（镇）',
      cause: 'grave',
    }
    expect(said(county.open('jurisdiction', 'j', head, asked))).toBe('raised')
    const withAsked = { ...atMarket, jurisdiction: '管-1' }
    expect(said(county.open('ordinary', 'm', market, withAsked))).toContain('没有附上有效的管辖决定')
    const decided = { receiver: 'market', document: '清政函〔2023〕3号', decidedOn: '2023-05-09' }
    expect(said(county.act('j', 'assign', government, { input: decided }))).toBe('assigned')
    expect(said(county.open('ordinary', 'm', market, withAsked))).toBe('applied')

    county.open('power', 'p2', government, {
      ...littering,
      code: '清单-9',
      name: '对无证采砂的处罚',
      holders: ['market'],
      isTownship: false,
      formerHolders: [],
    })
    const sand = { ...dumped, power: '清单-9' }
    expect(said(county.open('ordinary', 's', wu, sand))).toContain(
      '都没有的，按“吹哨报到”办理，实际“对无证采砂的处罚”不在本机构的清单内，也没有有效的委托书（五政发〔2022〕10号第378—400行）',
    )
    const paper = {
      number: '委-1',
      entrusted: 'east',
      legalBasis: '《行政处罚法》第二十条',
      power: '清单-9',
      scope: '调查、处罚',
      from: '2023-01-01',
      until: '2023-12-31',
    }
    county.open('entrustment', 'e', head, paper)
    const entrusted = { ...sand, entrustment: '委-1' }
    expect(said(county.open('ordinary', 's', wu, entrusted))).toContain('没有有效的委托书')
    county.act('e', 'publish', head, { input: { publishedAt: '县政府网站' } })
    expect(said(county.open('ordinary', 's', wu, entrusted))).toBe('applied')
    county.now = '2024-01-01T09:00:00+08:00'
    const later = { ...entrusted, number: '东罚-9', actOn: '2023-12-31', foundOn: '2024-01-01' }
    expect(said(county.open('ordinary', 't', wu, later))).toContain('没有有效的委托书')

    for (const [route, action, ends] of [
      ['own', 'investigate', 'investigated'],
      ['department', 'stopAndTell', 'told'],
      ['unclear', 'report', 'reported'],
    ] as const) {
      const found = {
        number: `哨-${route}`,
        foundAt: '2024-01-01T08:00:00+08:00',
        scene: '上河村',
        matter: '无证采砂',
        route,
        ...(route === 'department' ? { department: 'market' } : {}),
      }
      expect(said(county.open('whistle', `w-${route}`, wu, found))).toBe('found')
      const inputs = {
        own: { caseNumber: '东罚-8' },
        department: { stoppedBy: '当场制止', toldOn: '2024-01-01' },
        unclear: {},
      }
      expect(said(county.act(`w-${route}`, action, wu, { input: inputs[route] }))).toBe(ends)
    }
    expect(
      said(
        county.act('w-unclear', 'name', government, { input: { department: 'market' }, reason: '属市场局' }),
      ),
    ).toBe('told')
    const result = { answeredBy: '秦实', result: '已立案' }
    expect(said(county.act('w-unclear', 'answer', government, { input: result }))).toBe('answered')
  })

  it('[wutai-2023-zbf25.4] is told that the list has no such power, with the nearest names', () => {
    const county = world()
    county.open('power', 'p2', government, { ...littering, code: '清单-61', name: '对露天焚烧秸秆的处罚' })
    const burning = { ...dumped, power: '露天焚烧垃圾' }
    expect(said(county.open('ordinary', 'c', wu, burning))).toContain(
      '清单内无此职权“露天焚烧垃圾”，名称相近的有：“对露天焚烧秸秆的处罚”、“对随地倾倒生活垃圾的处罚”（五政办发〔2023〕25号第1205—1391行）',
    )
    expect(nearestNames('露天焚烧', ['野外用火', '露天焚烧秸秆'])).toEqual(['露天焚烧秸秆'])
  })

  it('[wuzhai-2022-zf10.4] takes items that are for the simple procedure by no other', () => {
    const county = world()
    const fire = { ...littering, code: '下放-52', name: '消防处罚', isSimpleOnly: true }
    county.open('power', 'p2', government, fire)
    const of = { ...dumped, power: '下放-52' }
    expect(said(county.open('ordinary', 'c', wu, of))).toContain(
      '实际“消防处罚”用了普通程序（五政发〔2022〕10号第476—479行）',
    )
    expect(said(county.open('simple', 'c', wu, of))).toBe('onSpot')
  })

  it('[wutai-2023-zbf25.5] takes items 149 to 152 only by the simple procedure, and item 40 for nobody who has other help', () => {
    const county = world()
    const fire = { ...littering, code: '清单-149', name: '消防处罚', isSimpleOnly: true }
    county.open('power', 'p2', government, fire)
    const of = { ...dumped, power: '清单-149' }
    expect(said(county.open('ordinary', 'c', wu, of))).toContain('仅限依法适用简易程序的职权用简易程序')
    expect(said(county.open('simple', 'c', wu, of))).toBe('onSpot')
    const relief = {
      ...littering,
      code: '清单-40',
      kind: 'other',
      name: '临时救助审核转报',
      excludesPoor: true,
      isReportedUp: true,
    }
    county.open('power', 'p3', government, relief)
    const asked = { number: '事-1', power: '清单-40', placeUnit: 'east', person: '苗得雨', matter: '救助' }
    expect(said(county.open('matter', 'x', wu, { ...asked, isPoor: true }))).toContain(
      '要求最低生活保障家庭成员和特困供养人员除外，实际属于除外的人员（五政办发〔2023〕25号第1253行）',
    )
    expect(said(county.open('matter', 'x', wu, asked))).toContain('最低生活保障家庭成员或者特困供养人员')
    expect(said(county.open('matter', 'x', wu, { ...asked, isPoor: false }))).toBe('accepted')
  })

  it('[wutai-2023-zbf25.6] reports what is only examined here to a department that the clerk fills in', () => {
    const county = world()
    const relief = { ...littering, code: '清单-39', kind: 'other', name: '救助转报', isReportedUp: true }
    county.open('power', 'p3', government, relief)
    const asked = {
      number: '事-1',
      power: '清单-39',
      placeUnit: 'east',
      person: '苗得雨',
      isPoor: false,
      matter: '救助',
    }
    county.open('matter', 'x', wu, asked)
    expect(said(county.act('x', 'settle', wu, { input: { result: '同意' } }))).toContain('由本级办结')
    expect(said(county.act('x', 'reportUp', wu, { input: { opinion: '符合' } }))).toContain('报送部门')
    const up = { reportedTo: 'justice', opinion: '符合' }
    expect(said(county.act('x', 'reportUp', wu, { input: up }))).toBe('reported')
    const answer = { answeredOn: '2023-05-20', result: '批准' }
    expect(said(county.act('x', 'answer', wu, { input: answer }))).toBe('settled')
  })
})

describe('the officers', () => {
  it('[wuzhai-2022-zf10.5] open a case only with passed exam and valid certificate, and are not lent away', () => {
    const county = world()
    const trainee = { number: 'xin', name: '新来人', unit: 'east' }
    county.open('officer', 'o6', overseer, trainee)
    expect(said(county.open('ordinary', 'c', wu, { ...dumped, officer2: 'xin' }))).toBe(
      '不符合规定：要求考试合格、证件在2023-05-09有效的本机构执法人员方可上岗执法，实际新来人没有通过公共法律知识考试（五政发〔2022〕10号第388行）。',
    )
    county.now = '2026-12-31T09:00:00+08:00'
    const late = { ...dumped, actOn: '2026-12-30', foundOn: '2026-12-30' }
    expect(said(county.open('ordinary', 'c', wu, late))).toBe('applied')
    county.now = '2027-01-01T09:00:00+08:00'
    const expired = { ...late, number: '东罚-2' }
    expect(said(county.open('ordinary', 'd', wu, expired))).toContain('吴明察的证件已于2026-12-31到期')
    expect(said(county.act('o1', 'second', overseer, { input: { awayTo: 'justice' }, reason: '借用' }))).toBe(
      '不符合规定：要求执法人员留在执法岗位，不抽调、借调，实际抽调、借调吴明察（五政发〔2022〕10号第390行）。',
    )
  })

  it('are two, of the body, without interest, and act themselves', () => {
    const county = world()
    expect(said(county.open('ordinary', 'c', wu, { ...dumped, officer2: 'wu' }))).toContain(
      '要求执法人员不少于两人，实际只有一人（《行政处罚法》第四十二条）',
    )
    expect(said(county.open('ordinary', 'c', wu, { ...dumped, officer2: 'lin' }))).toContain(
      '林致远不是本机构的执法人员',
    )
    expect(
      said(county.open('ordinary', 'c', wu, { ...dumped, officer1: 'he', officer2: 'nobody' })),
    ).toContain('“nobody”不是在岗的执法人员')
    expect(said(county.open('ordinary', 'c', wu, { ...dumped, hasInterest: true }))).toContain('应当回避')
    expect(said(county.open('ordinary', 'c', { ...he, id: 'someone' }, dumped))).toContain(
      '办理人不是本案的执法人员',
    )
  })
})

it('[wuzhai-2022-zf10.6] keeps entrustments with four fields, none empty, their publication and an alarm before they end', () => {
  const county = world()
  const paper = {
    number: '委-1',
    entrusted: 'east',
    legalBasis: '《行政处罚法》第二十条',
    power: littering.code,
    scope: '调查',
    from: '2023-05-10',
    until: '2023-12-31',
  }
  for (const field of ['legalBasis', 'power', 'scope', 'until'] as const) {
    const { [field]: _left, ...rest } = paper
    expect(county.open('entrustment', 'e', head, rest).kind, field).toBe('refused')
  }
  expect(said(county.open('entrustment', 'e', head, { ...paper, until: '2023-05-09' }))).toContain(
    '委托期限的止日不早于起日',
  )
  county.open('entrustment', 'e', head, paper)
  expect(county.get('e').state).toBe('written')
  const published = county.act('e', 'publish', head, { input: { publishedAt: '县政府网站' } })
  if (published.kind === 'refused') throw new Error(said(published))
  const alarms = published.effects.flatMap((effect) => (effect.kind === 'alarm' ? [effect] : []))
  expect(alarms.map(({ at, does }) => [at.slice(0, 10), does.kind])).toEqual([
    ['2023-12-02', 'remind'],
    ['2024-01-01', 'escalate'],
  ])
})

it('[wuzhai-2022-zf10.7] moves jurisdiction by request with its three reasons or by the county, each with its trail', () => {
  const county = world()
  const asked = {
    number: '管-1',
    route: 'asked',
    township: 'east',
    power: littering.code,
    matter: '案情复杂',
    cause: 'recusal',
  }
  for (const cause of ['grave', 'recusal', 'unfit']) {
    expect(said(county.open('jurisdiction', `j-${cause}`, head, { ...asked, cause }))).toBe('raised')
  }
  expect(said(county.open('jurisdiction', 'j', head, { ...asked, cause: 'fairness' }))).toBe(
    '不符合规定：要求乡（镇）申请的理由是重大复杂、需要回避、不宜本级管辖之一，由该乡（镇）自己申请，实际由乡（镇）办理可能影响公正（五政发〔2022〕10号第380行）。',
  )
  const ordered = { ...asked, route: 'ordered', cause: 'fairness' }
  expect(said(county.open('jurisdiction', 'k', government, ordered))).toBe('raised')
  const decision = { receiver: 'market', document: '清政函〔2023〕3号', decidedOn: '2023-05-09' }
  expect(said(county.act('k', 'assign', head, { input: decision }))).toContain('应由县人民政府办理')
  expect(said(county.act('k', 'assign', government, { input: decision }))).toBe('assigned')
  expect(county.get('k').doneBy).toEqual({ opening: 'wang', assign: 'wang' })
  expect(said(county.act('j-grave', 'decline', government, {}))).toContain('应写明理由')
  expect(said(county.act('j-grave', 'decline', government, { reason: '乡（镇）可以办' }))).toBe('declined')
})

it('[wuzhai-2022-zf10.8] changes the catalogue by renaming, merging and splitting, with the change of law behind each', () => {
  const county = world()
  const change = {
    change: 'rename',
    changedBy: '《城市市容和环境卫生管理条例》2023年修订',
    changedOn: '2023-05-09',
    name: '对乱倒生活垃圾的处罚',
    source: littering.source,
    holders: ['east'],
  }
  const { changedBy: _none, ...without } = change
  expect(said(county.act('p1', 'adjust', government, { input: without, reason: '依据修改' }))).toContain(
    '引起调整的法律、法规、规章修改',
  )
  for (const kind of ['rename', 'merge', 'split']) {
    const input = { ...change, change: kind, replaces: kind === 'rename' ? undefined : [littering.code] }
    const kept = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    expect(said(county.act('p1', 'adjust', government, { input: kept, reason: '依据修改' }))).toBe('listed')
  }
  expect(county.get('p1').data).toMatchObject({ name: '对乱倒生活垃圾的处罚', change: 'split' })
  expect(county.get('p1').events).toBe(4)
})
