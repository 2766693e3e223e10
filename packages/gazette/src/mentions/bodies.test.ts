import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBodies, rosterProblems } from './bodies.ts'
import { inventedInstrument, inventedTable } from './invented-instrument.test-support.ts'

const bodiesOf = (...paragraphs: string[]) => readBodies(inventedInstrument(paragraphs))
const membersOf = (...paragraphs: string[]) =>
  bodiesOf(...paragraphs).flatMap(({ members }) =>
    members.map(({ role, person, post }) => [role, person, post]),
  )

describe('readBodies', () => {
  it('reads a body that a sentence sets up, with members and office', () => {
    expect(
      bodiesOf(
        '成立由县长任组长、分管副县长任副组长、县财政局和县水利局负责人为成员的清源县某项工作领导小组。领导小组下设办公室，办公室设在县水利局，办公室主任由县水利局局长兼任。',
      ),
    ).toEqual([
      {
        clause: '1',
        name: '清源县某项工作领导小组',
        members: [
          { role: '组长', person: null, post: '县长', lines: [1, 1] },
          { role: '副组长', person: null, post: '分管副县长', lines: [1, 1] },
          { role: '办公室主任', person: null, post: '县水利局局长', lines: [1, 1] },
          { role: '成员', person: null, post: '县财政局和县水利局负责人', lines: [1, 1] },
        ],
        office: '县水利局',
      },
    ])
  })

  it('reads member units and roles given after the name', () => {
    expect(
      membersOf(
        '县政府成立某项普查领导小组，由分管副县长任组长。成员单位包括县统计局、县财政局、各乡（镇）人民政府。',
      ),
    ).toEqual([
      ['组长', null, '分管副县长'],
      ['成员', null, '县统计局'],
      ['成员', null, '县财政局'],
      ['成员', null, '各乡（镇）人民政府'],
    ])
    expect(membersOf('成立某项工作专班,组长由县政府分管领导担任,负责日常工作。')).toEqual([
      ['组长', null, '县政府分管领导'],
    ])
  })

  it('reads an office and its head however the sentence turns', () => {
    expect(
      bodiesOf('成立县某项指挥部，下设办公室在县水利局，由县水利局局长兼任办公室主任。').map(
        ({ office, members }) => [office, members.map(({ role, post }) => [role, post])],
      ),
    ).toEqual([['县水利局', [['办公室主任', '县水利局局长']]]])
  })

  it('reads several bodies of one sentence, and whose office is where', () => {
    const bodies = bodiesOf(
      '成立甲项工作领导小组，办公室设在县能源局。领导小组下设乙项目专班、丙项目指挥部和丁项目指挥部。',
      '丁项目指挥部办公室设在县住建局，定期向甲项工作领导小组报告。',
    )
    expect(bodies.map(({ name, office }) => [name, office])).toEqual([
      ['甲项工作领导小组', '县能源局'],
      ['乙项目专班', null],
      ['丙项目指挥部', null],
      ['丁项目指挥部', '县住建局'],
    ])
  })

  it.each([
    '各乡镇要成立专项整治工作领导小组，压实责任。',
    '充分发挥县某项领导小组的统筹作用。',
    '建立部门协调机制。',
    '要建立工作专班，加强保障。',
    '各成员单位要各司其职。',
    '成立时间不限。',
  ])('finds no body in %s', (text) => {
    expect(bodiesOf(text)).toEqual([])
  })

  it('reads a roster, one member a line', () => {
    const roster = [
      '成立清源县某项工作领导小组，组成人员如下：',
      '组 长：王一一 县委副书记、县长',
      '副组长：李 二 县政府副县长',
      '赵三三 县公安局局长',
      '成 员：孙四四 县财政局局长',
      '周 五 县水利局副局长',
      '各乡（镇）乡（镇）长',
      '领导小组下设办公室，办公室设在县财政局，办公室主任由孙四四兼任。',
    ]
    expect(bodiesOf(...roster)).toEqual([
      {
        clause: '1',
        name: '清源县某项工作领导小组',
        members: [
          { role: '组长', person: '王一一', post: '县委副书记、县长', lines: [2, 2] },
          { role: '副组长', person: '李二', post: '县政府副县长', lines: [3, 3] },
          { role: '副组长', person: '赵三三', post: '县公安局局长', lines: [4, 4] },
          { role: '成员', person: '孙四四', post: '县财政局局长', lines: [5, 5] },
          { role: '成员', person: '周五', post: '县水利局副局长', lines: [6, 6] },
          { role: '成员', person: null, post: '各乡（镇）乡（镇）长', lines: [7, 7] },
          { role: '办公室主任', person: '孙四四', post: null, lines: [8, 8] },
        ],
        office: '县财政局',
      },
    ])
  })

  it('reads a roster whose lines were joined', () => {
    expect(
      membersOf(
        '成立某项工作指挥部：\n总指挥：王一一 县长\n副总指挥：李 二 副县长\n成员：赵三三 县林业局局长',
      ),
    ).toEqual([
      ['总指挥', '王一一', '县长'],
      ['副总指挥', '李二', '副县长'],
      ['成员', '赵三三', '县林业局局长'],
    ])
  })

  it('reads what stands behind a roster whose last line was joined to it', () => {
    expect(
      bodiesOf(
        '成立某项工作领导小组：',
        '组长：王一一 县长',
        '成员：李 二 县财政局局长\n领导小组办公室设在县财政局。',
      ),
    ).toMatchObject([{ name: '某项工作领导小组', office: '县财政局', members: [{}, {}] }])
  })

  it('puts posts together that the print broke', () => {
    expect(
      membersOf(
        '组 长：王一一',
        '县委副书记、县长',
        '副组长：李 二 县政府',
        '办副主任',
        '成 员：赵三三 县财政局',
        '局局长',
      ),
    ).toEqual([
      ['组长', '王一一', '县委副书记、县长'],
      ['副组长', '李二', '县政府办副主任'],
      ['成员', '赵三三', '县财政局局长'],
    ])
  })

  it('tells a name from a post that follows it without a space', () => {
    expect(membersOf('组长：王一一县委副书记、县长', '副组长：李二副县长')).toEqual([
      ['组长', '王一一', '县委副书记、县长'],
      ['副组长', '李二', '副县长'],
    ])
  })

  it('reads lists of names, and roles without names', () => {
    expect(membersOf('组长：王一一', '副组长：李二、赵三三', '成员：孙四四 周 五 吴六六')).toEqual([
      ['组长', '王一一', null],
      ['副组长', '李二', null],
      ['副组长', '赵三三', null],
      ['成员', '孙四四', null],
      ['成员', '周五', null],
      ['成员', '吴六六', null],
    ])
    expect(membersOf('**组 长：**县委副书记、县长', '成员：县财政局、县水利局主要负责人')).toEqual([
      ['组长', null, '县委副书记、县长'],
      ['成员', null, '县财政局'],
      ['成员', null, '县水利局主要负责人'],
    ])
  })

  it('takes the name of a body from the head of its roster', () => {
    const [body] = bodiesOf('附件1', '清源县某项工作领导小组 组成人员名单', '组长：王一一 县长')
    expect(body?.name).toBe('清源县某项工作领导小组')
    const [broken] = bodiesOf('2.1.1 清源县某项', '现场指挥部', '总指挥：王一一 县长')
    expect(broken?.name).toBe('清源县某项现场指挥部')
  })

  it('knows a body again by its short name and without its county', () => {
    const bodies = bodiesOf(
      '成立由县长任组长的县某项整治工作领导小组（见附件1）。县领导小组办公室设在县住建局。',
      '附件1',
      '清源县某项整治工作领导小组',
      '组长：王一一 县长',
    )
    expect(bodies.map(({ name, office, members }) => [name, office, members.length])).toEqual([
      ['清源县某项整治工作领导小组', '县住建局', 1],
    ])
  })
})

describe('rosterProblems', () => {
  const scrambled = [
    '成立某项工作领导小组，名单如下：',
    '组 长：王一一 县长',
    '副组长：李 二 副县长',
    '成 员：赵三三 县财政局局长',
    '钱五五 县林业局局长',
    '孙四四 县水利局局长',
    '周五五 县交通运输局',
    '局长 吴六六 县应急管理局',
    '局长 郑七七 县气象局',
    '二、工作职责',
  ]

  it('names the lines on which two persons stand, and tells them apart where each post ends on the line below', () => {
    const instrument = inventedInstrument(scrambled)
    expect(rosterProblems(instrument)).toEqual([{ clause: '2', body: '某项工作领导小组', lines: [8, 9] }])
    const [body] = readBodies(instrument)
    expect(body?.members.map(({ lines }) => lines)).toEqual([
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
      [6, 6],
      [7, 8],
      [8, 9],
    ])
    // What the post of the last one is, is lost.
    expect(body?.members.slice(-2).map(({ person, post }) => [person, post])).toEqual([
      ['周五五', '县交通运输局局长'],
      ['吴六六', '县应急管理局局长'],
    ])
  })

  it('leaves out prose that has come into a roster from elsewhere, and what a break says twice', () => {
    const [body] = readBodies(
      inventedInstrument([
        '成立某项工作领导小组，名单如下：',
        '组 长：王一一 县长',
        '成 员：赵三三 县财政局局长',
        '周五五 县交通运输局',
        '局长 吴六六 县应急管理局 大对运输活动的检查力度，严格查验有关证照。',
        '局长 郑七七 县消防救援大队 大队大队长',
        '二、工作职责',
      ]),
    )
    expect(body?.members.slice(-3).map(({ person, post }) => [person, post])).toEqual([
      ['周五五', '县交通运输局局长'],
      ['吴六六', '县应急管理局局长'],
      ['郑七七', '县消防救援大队大队长'],
    ])
  })

  it('gives no member beside a line on which it cannot be told what belongs to whom', () => {
    const instrument = inventedInstrument([
      ...scrambled.slice(0, 6),
      '周五五 县交通运输局局长',
      '局长 吴六六 县应急管理局局长 副局长 郑七七',
      '二、工作职责',
    ])
    expect(readBodies(instrument)[0]?.members.map(({ lines: [line] }) => line)).toEqual([2, 3, 4, 5])
  })

  it('gives no members where columns stand beside the roster as a table', () => {
    const instrument = inventedInstrument([
      '某项普查领导小组人员名单',
      '成 员： 王一一 县统计局',
      '李 二 某示范区 副主任',
    ])
    const columns = inventedTable(['组长', '赵三三'], [['县长', '孙四四']], 4)
    expect(rosterProblems(instrument, [columns])).toMatchObject([{ body: '某项普查领导小组', lines: [4, 5] }])
    expect(readBodies(instrument, [columns])).toMatchObject([{ members: [] }])
  })

  it('names posts that stand apart from their names', () => {
    const instrument = inventedInstrument([
      '组长：王一一',
      '副组长：李二二',
      '赵三三',
      '县财政局局长',
      '县水利局局长',
    ])
    expect(rosterProblems(instrument)).toMatchObject([{ lines: [4, 5] }])
  })

  it('finds nothing wrong with a roster in order', () => {
    expect(rosterProblems(inventedInstrument(scrambled.slice(0, 6)))).toEqual([])
  })
})

it('never throws, and gives lines of the text', () => {
  const words = fc.constantFrom(
    ...[
      '组长：',
      '副组长：',
      '成员：',
      '王一一',
      '李 二',
      '县长',
      '县财政局',
      '局长',
      ' ',
      '\t',
      '、',
      '，',
      '。',
    ],
    ...[
      '成立',
      '领导小组',
      '指挥部',
      '由',
      '任组长',
      '为成员',
      '的',
      '办公室设在',
      '办公室主任由',
      '兼任',
      '（镇）',
    ],
  )
  const paragraph = fc.array(words, { maxLength: 10 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 10 }), (paragraphs) => {
      const instrument = inventedInstrument(paragraphs)
      for (const { name, members } of readBodies(instrument)) {
        expect(name).not.toBe('')
        for (const { lines } of members) {
          expect(lines[0]).toBeGreaterThanOrEqual(1)
          expect(lines[1]).toBeLessThanOrEqual(paragraphs.length)
        }
      }
      rosterProblems(instrument)
    }),
    { numRuns: 500 },
  )
})

it.each([
  '领导小组',
  '成立',
  '成立甲领导小组。',
  '领导小组办公室设在乙',
  '组长：',
  '由甲任组长',
  '成员',
  '办公室设在',
  '为成员',
  '甲、',
])(
  'finds the body behind a megabyte of %s',
  (unit) => {
    const bodies = bodiesOf(`领导小组成员${unit.repeat(1_000_000 / unit.length)}`, '成立某项整治工作专班。')
    expect(bodies.map(({ name }) => name)).toContain('某项整治工作专班')
    const many = Array.from({ length: 20_000 }, (_, index) => `成立第${index}号工程指挥部。${unit}`)
    expect(bodiesOf(...many).length).toBeGreaterThanOrEqual(20_000)
  },
  30_000,
)
