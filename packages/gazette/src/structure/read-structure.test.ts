import { describe, expect, it } from 'vitest'
import { readStructure } from './read-structure.ts'

const structure = (...lines: string[]) => readStructure(lines.join('\n'), { file: '', counties: [] })
const heads = (...lines: string[]) =>
  structure(...lines).instruments.map(({ docNumber, title, issuer, addressees, issuedOn, lines: span }) => ({
    docNumber,
    title,
    issuer,
    addressees,
    issuedOn,
    span,
  }))

const notice = (subject: string, number: string, date: string) => [
  `清源县人民政府办公室关于${subject}的通知`,
  number,
  '各乡（镇）人民政府，县直各单位：',
  '现将有关事项通知如下。',
  '清源县人民政府办公室',
  date,
]

describe('the heads of instruments', () => {
  it('reads title, number, addressees, signature and date', () => {
    expect(heads(...notice('做好春耕生产', '清政办发〔2021〕7号', '2021年3月9日'))).toEqual([
      {
        docNumber: '清政办发〔2021〕7号',
        title: '清源县人民政府办公室关于做好春耕生产的通知',
        issuer: '清源县人民政府办公室',
        addressees: '各乡（镇）人民政府，县直各单位',
        issuedOn: '2021-03-09',
        span: [1, 6],
      },
    ])
  })

  it.each([
    ['清政办发[2021]7号', '清政办发〔2021〕7号'],
    ['清政办发(2021) 7 号', '清政办发〔2021〕7号'],
    ['清政办发【2021】7号', '清政办发〔2021〕7号'],
    ['清政办发﹝2021﹞7号', '清政办发〔2021〕7号'],
    ['清政办函〔2021〕第7号', '清政办函〔2021〕7号'],
  ])('reads the number %s', (printed, docNumber) => {
    expect(heads(...notice('做好春耕生产', printed, '2021年3月9日'))[0]?.docNumber).toBe(docNumber)
  })

  it.each(['2021 年 3 月 9 日', '二〇二一年三月九日', '二○二一年三月九日'])('reads the date %s', (date) => {
    expect(heads(...notice('做好春耕生产', '清政办发〔2021〕7号', date))[0]?.issuedOn).toBe('2021-03-09')
  })

  it('guesses no number where brackets and 号 are lost', () => {
    const [head] = heads(...notice('做好春耕生产', '清政办发〔202107', '2021年3月9日'))
    expect(head).toMatchObject({ docNumber: null, addressees: '各乡（镇）人民政府，县直各单位' })
  })

  it('reads an announcement whose first sentence runs over several printed lines', () => {
    const read = heads(
      ...notice('做好春耕生产', '清政办发〔2021〕7号', '2021年3月9日'),
      '清源县人民政府',
      '关于在白鹭湖实行禁渔的通告',
      '清政通〔2021〕2号',
      '　　为让湖里的土著鱼类安心繁殖，根据有关法律和本县水域的实际',
      '情况，县人民政府决定实行禁渔。',
    )
    expect(read.map(({ docNumber }) => docNumber)).toEqual(['清政办发〔2021〕7号', '清政通〔2021〕2号'])
  })

  it('tells several instruments of one file apart, without any masthead', () => {
    const read = heads(
      ...notice('做好春耕生产', '清政办发〔2021〕7号', '2021年3月9日'),
      '',
      ...notice('做好防汛工作', '清政办发〔2021〕8号', '2021年3月20日'),
    )
    expect(read.map(({ docNumber, span }) => [docNumber, span])).toEqual([
      ['清政办发〔2021〕7号', [1, 6]],
      ['清政办发〔2021〕8号', [8, 13]],
    ])
  })

  it('reads a title over several lines, and its first half not as a signature', () => {
    const read = heads(
      '清源县人民政府',
      '关于印发清源县推进服务业',
      '发展实施方案的',
      '通 知',
      '清政发〔2021〕3号',
      '各乡（镇）人民政府、县直各',
      '单位：',
      '《清源县推进服务业发展实施方案》已经县人民政府同意，现印发给你们。',
      '清源县人民政府',
      '2021年3月9日',
      '清源县推进服务业发展实施方案',
      '一、总体目标',
    )
    expect(read).toMatchObject([
      {
        title: '清源县人民政府关于印发清源县推进服务业发展实施方案的通知',
        issuer: '清源县人民政府',
        addressees: '各乡（镇）人民政府、县直各单位',
        span: [1, 12],
      },
    ])
  })

  it('takes the text that a notice sends for no instrument of its own, though its title has 关于', () => {
    const read = heads(
      '清源县人民政府关于印发《关于加快林业发展的实施意见》的通知',
      '清政发〔2021〕3号',
      '各乡（镇）人民政府：',
      '现将《关于加快林业发展的实施意见》印发给你们。',
      '清源县人民政府',
      '2021年3月9日',
      '关于加快林业发展的实施意见',
      '一、总体目标',
    )
    expect(read).toHaveLength(1)
  })

  it('reads a notice without number or addressees behind one that is signed', () => {
    const read = heads(
      ...notice('做好春耕生产', '清政办发〔2021〕7号', '2021年3月9日'),
      '清源县人民政府关于禁止野外用火的通告',
      '为防止火灾，现通告如下：',
      '一、禁止野外用火。',
      '清源县人民政府',
      '2021年4月1日',
    )
    expect(read[1]).toMatchObject({
      docNumber: null,
      title: '清源县人民政府关于禁止野外用火的通告',
      issuedOn: '2021-04-01',
      span: [7, 11],
    })
  })

  it('names an order by who gave it, and gives it the title of what it puts into force', () => {
    const read = heads(
      '清源市人民政府令',
      '第 12 号',
      '《清源市城市供水管理办法》已经市政府常务会议通过，现予公布，自2021年5月1日起施行。',
      '市长 林一鸣',
      '2021年3月9日',
      '清源市城市供水管理办法',
      '第一章 总 则',
      '第一条 为了加强管理，制定本办法。',
    )
    expect(read).toMatchObject([
      {
        docNumber: '清源市人民政府令第12号',
        title: '清源市城市供水管理办法',
        issuer: '清源市人民政府',
        issuedOn: '2021-03-09',
        span: [1, 8],
      },
    ])
  })

  it('reads a paper with its mark and number above the title', () => {
    const read = heads(
      '清源省人民政府办公厅文件',
      '清政办发〔2021〕7号',
      '清源省人民政府办公厅',
      '关于加强管理的意见',
      '各市、州人民政府：',
      '经省人民政府同意，提出以下意见。',
    )
    expect(read).toMatchObject([
      { docNumber: '清政办发〔2021〕7号', title: '清源省人民政府办公厅关于加强管理的意见', span: [1, 6] },
    ])
  })

  it('gives a text with nothing but a title, and one with nothing but a body, one instrument', () => {
    expect(heads('关于做好春耕生产的通知')).toMatchObject([{ title: '关于做好春耕生产的通知', span: [1, 1] }])
    expect(heads('一、总体目标', '到2025年完成。')).toMatchObject([{ title: '', span: [1, 2] }])
  })

  it('finds no instrument in an empty file, nor in one of blank lines', () => {
    expect(heads('')).toEqual([])
    expect(heads('', '  ', '\t')).toEqual([])
  })

  it('takes number and date from what a web page prints about a document that lacks them', () => {
    const read = heads(
      '首页 > 政务公开',
      '索引号：QY01 发文字号：清政办发〔2021〕7号 成文日期：2021年3月9日',
      '清源县人民政府办公室关于做好春耕生产的通知',
      '各乡（镇）人民政府：',
      '现将有关事项通知如下。',
    )
    expect(read).toMatchObject([{ docNumber: '清政办发〔2021〕7号', issuedOn: '2021-03-09', span: [3, 5] }])
  })
})

describe('a gazette in another print', () => {
  const gazette = [
    '清源县人民政府公报',
    '2021年第1期',
    '目 录',
    '- 1、清源县人民政府办公室关于印发清源县 2021 年工作方案的通知 清政办发〔2021〕7 号..... (1)',
    '- 2、清源县人民政府办公室关于印发清源县应急预案的通知 清政办发〔2021〕8 号.. (12)',
    '# 清源县人民政府办公室 关于印发清源县 2021 年工作 方案的通知',
    '',
    '清政办发〔2021〕7 号',
    '',
    '各乡（镇）人民政府，清源现代农业产业示范区管委会，县直各局、办：',
    '',
    '《清源县 2021 年工作方案》已经县人民政府同意，现印发给你们，请认真贯彻执行。',
    '',
    '清源县人民政府办公室',
    '',
    '2021年3月9日',
    '',
    '清源县人民政府办公室 关于印发清源县应急预案的 通 知',
    '',
    '清政办发〔2021〕8号',
    '',
    '各乡（镇）人民政府：',
    '',
    '《清源县应急预案》已经县人民政府同意，现印发给你们。',
    '',
    '清源县人民政府办公室',
    '2021 年 3 月 20 日',
  ]
  const facts = (lines: readonly string[]) =>
    structure(...lines).instruments.map(({ docNumber, title, addressees, issuedOn, page }) =>
      [docNumber, title, addressees, issuedOn, page].join(' '),
    )
  const wrapped = (width: number) =>
    gazette.flatMap((line) => (line === '' ? [''] : (line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [])))

  it('reads the same heads as from one paragraph a line', () => {
    expect(facts(gazette)).toEqual([
      '清政办发〔2021〕7号 清源县人民政府办公室关于印发清源县2021年工作方案的通知 各乡（镇）人民政府，清源现代农业产业示范区管委会，县直各局、办 2021-03-09 1',
      '清政办发〔2021〕8号 清源县人民政府办公室关于印发清源县应急预案的通知 各乡（镇）人民政府 2021-03-20 12',
    ])
  })

  it.each([
    ['wrapped after 30 characters', wrapped(30)],
    ['wrapped after 20 characters', wrapped(20)],
    ['with a page number behind every line', gazette.flatMap((line) => [line, '', '- 3 -', ''])],
    ['without blank lines', gazette.filter((line) => line !== '')],
    ['in Windows line ends', [gazette.join('\r\n')]],
  ])('reads the same heads %s', (_, lines) => {
    expect(facts(lines)).toEqual(facts(gazette))
  })
})

describe('masthead and contents', () => {
  const cover = (...lines: string[]) =>
    structure(...lines, ...notice('做好春耕生产', '清政办发〔2021〕7号', '2021年3月9日'))

  it.each([
    [['清源县人民政府公报', '2020年第3期（下）', '（总第45期）']],
    [['清源县人民政府公报 2020 年第 3 期（下）（总第45期）']],
  ])('reads the cover %j', (lines) => {
    expect(cover(...lines).masthead).toMatchObject({
      name: '清源县人民政府公报',
      year: 2020,
      number: 3,
      part: '下',
    })
  })

  it('reads publisher and period', () => {
    expect(
      cover(
        '清源县人民政府公报',
        '2020年第3期',
        '清源县人民政府办公室主办',
        '2020 年 7 月 2 日—2020 年 7 月 30 日',
      ).masthead,
    ).toMatchObject({ publisher: '清源县人民政府办公室', period: { from: '2020-07-02', to: '2020-07-30' } })
  })

  it.each([
    ['清源县人民政府办公室关于做好春耕生产的通知 清政办发〔2021〕7号……（12）'],
    ['1、清源县人民政府办公室关于做好春耕生产的通知（清政办发〔2021〕7号）\t12'],
    ['- 1. 清源县人民政府办公室关于做好春耕生产的通知 清政办发[2021] 7 号 ..... (12)'],
    ['清源县人民政府办公室关于做好春耕\n生产的通知\n清政办发〔2021〕7号\t12'],
  ])('reads the entry %j', (entry) => {
    const { contents, instruments } = cover('清源县人民政府公报', '目　录', '【县政府办文件】', entry)
    expect(contents).toMatchObject([
      { title: '清源县人民政府办公室关于做好春耕生产的通知', docNumber: '清政办发〔2021〕7号', page: 12 },
    ])
    expect(instruments).toMatchObject([{ docNumber: '清政办发〔2021〕7号', page: 12 }])
  })

  it('keeps a year of the title out of the number', () => {
    const { contents } = cover('目录', '关于印发2021年工作要点的通知 清政办发〔2021〕9号 (3)')
    expect(contents[0]).toMatchObject({
      title: '关于印发2021年工作要点的通知',
      docNumber: '清政办发〔2021〕9号',
    })
  })

  it('names the county by the masthead, else by who issues', () => {
    const counties = [{ slug: 'qingyuan', name: '清源县', units: [], places: [] }]
    const text = notice('做好春耕生产', '清政办发〔2021〕7号', '2021年3月9日').join('\n')
    expect(readStructure(text, { file: '', counties }).county?.slug).toBe('qingyuan')
    expect(readStructure(text.replaceAll('清源', '牧云'), { file: '', counties }).county).toBeNull()
  })
})

describe('the clauses of an instrument', () => {
  const clauses = (...lines: string[]) => {
    const read = structure(...notice('印发工作方案', '清政办发〔2021〕7号', '2021年3月9日'), ...lines)
    return read.instruments[0]?.clauses.slice(2).map(({ clause }) => [clause.id, clause.heading, clause.text])
  }

  it('parts a heading from the text that runs on behind it', () => {
    expect(
      clauses(
        '清源县工作方案',
        '一、总体目标',
        '（一）摸清底数。全面排查。',
        '（二）建立台账。',
        '逐项登记。',
      ),
    ).toEqual([
      ['1', '总体目标', ''],
      ['1.1', '摸清底数', '全面排查。'],
      ['1.2', '建立台账', ''],
      ['1.2.p1', null, '逐项登记。'],
    ])
  })

  it('leaves out the contents of the text, and reads its headings below', () => {
    const list = ['总则', '1.1 编制目的', '1.2 适用范围', '组织体系', '2.1 指挥机构', '附则']
    expect(
      clauses(
        '清源县应急预案',
        ...list,
        '1 总则',
        '1.1 编制目的',
        '做好准备。',
        '1.2 适用范围',
        '适用于本县。',
      ),
    ).toEqual([
      ['1', '总则', ''],
      ['1.1', '编制目的', ''],
      ['1.1.p1', null, '做好准备。'],
      ['1.2', '适用范围', ''],
      ['1.2.p1', null, '适用于本县。'],
    ])
  })

  it('lists annexes without taking their numbers for clauses, and puts what they hold under them', () => {
    expect(
      clauses(
        '清源县工作方案',
        '一、工作要求',
        '附件：1.工程台账',
        '2.验收表',
        '附件2',
        '清源县验收表',
        '一、填表说明',
      ),
    ).toEqual([
      ['1', '工作要求', ''],
      ['1.p1', null, '附件：1.工程台账'],
      ['1.p2', null, '2.验收表'],
      ['附件2', '附件2', ''],
      ['附件2.p1', '清源县验收表', ''],
      ['附件2.1', '填表说明', ''],
    ])
  })

  it('puts a paragraph that announces a new list beside the list', () => {
    expect(
      clauses('清源县工作方案', '一、主要任务', '（一）扩大种植。', '“四小”即：', '（一）小种植。种菜。'),
    ).toEqual([
      ['1', '主要任务', ''],
      ['1.1', '扩大种植', ''],
      ['1.p1', null, '“四小”即：'],
      ['1.1~2', '小种植', '种菜。'],
    ])
  })
})
