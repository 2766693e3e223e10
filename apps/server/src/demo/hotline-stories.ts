import { personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { step, story, WINDOW } from './story-parts.ts'

const SEED = 1234_5

const EXAMINER = 'examiner'

/** What people told the hotline, at which level it is handled and how far it is. */
const told = [
  { level: 'county', service: '城乡建设', title: '路灯不亮', unit: '县住房和城乡建设局', way: 'closed' },
  { level: 'county', service: '交通出行', title: '班车晚点没有通知', unit: '县交通运输局', way: 'settled' },
  { level: 'township', service: '农村环境', title: '垃圾清运不及时', unit: '龙泉镇人民政府', way: 'handled' },
  {
    level: 'county',
    service: '医疗卫生',
    title: '夜间没有值班医生',
    unit: '县卫生健康和体育局',
    way: 'late',
  },
  {
    level: 'township',
    service: '农业生产',
    title: '灌溉轮次表没有公开',
    unit: '石桥镇人民政府',
    way: 'appealed',
  },
  {
    level: 'county',
    service: '市场秩序',
    title: '集市缺斤短两',
    unit: '县市场监督管理局',
    way: 'registered',
  },
  { level: 'county', service: '邻里纠纷', title: '宅基地界线争议', unit: '县自然资源局', way: 'redirected' },
] as const

/** Matters of the hotline: given out, settled, asked after, disputed, waiting. */
export function hotlineStories({ townships, unitId }: DemoSetting): readonly DemoStory[] {
  const seeded = new Seeded(SEED)
  return told.flatMap(({ level, service, title, unit: name, way }, index) => {
    const unit = unitId(name)
    if (unit === null) return []
    const dispatch = (daysAgo: number): DemoStep => ({
      ...step('dispatch', WINDOW, daysAgo, { receiver: unit }),
      reason: '按职责交办',
    })
    const at = { at: unit }
    const settle: DemoStep = {
      ...step('settle', EXAMINER, 4, {
        reply: '已到现场处理，当面告知诉求人。',
        isReasonable: true,
        hasCalledBack: true,
      }),
      ...at,
    }
    const ways: Readonly<Record<typeof way, readonly DemoStep[]>> = {
      closed: [dispatch(6), settle, step('confirm', WINDOW, 2, { isSatisfied: true })],
      settled: [dispatch(6), settle],
      handled: [dispatch(1)],
      late: [dispatch(6)],
      appealed: [
        dispatch(6),
        { ...step('appeal', EXAMINER, 3), ...at, reason: '轮次表已在村务公开栏张贴，有照片' },
      ],
      registered: [],
      redirected: [{ ...step('redirect', WINDOW, 6), reason: '属于土地权属争议，已告知申请调处的途径' }],
    }
    const daysAgo = way === 'handled' || way === 'registered' ? 1 : 7
    return [
      story('services', 'settling', `hotline-${index + 1}`, {
        by: WINDOW,
        daysAgo,
        input: {
          number: `热-${String(index + 1).padStart(3, '0')}`,
          origin: 'hotline',
          level,
          service,
          title,
          content: `${townships[index % townships.length] ?? ''}群众反映：${title}。`,
          respondent: unit,
          complainant: personName(seeded),
          contact: phoneNumber(seeded),
        },
        steps: ways[way],
      }),
    ]
  })
}
