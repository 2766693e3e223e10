import { addDays } from '@luoshi/kernel'
import { personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStory } from './story.ts'
import { DEPARTMENT, step, story, type Teller, TOWNSHIP, villages, WINDOW } from './story-parts.ts'

const SEED = 2021_0719

/** Rural houses: what is carried on in them, and what the township finds when it looks. */
export function houseStories(setting: DemoSetting): readonly DemoStory[] {
  return [premises].flatMap((tell) => tell(setting, new Seeded(SEED)))
}

/** Premises from their registration to the township's check, and what follows where it finds them wanting. */
const premises: Teller = ({ today, townships, unitId }, seeded) => {
  const shops = [
    '农家小院',
    '便民超市',
    '石磨坊',
    '民宿',
    '农资店',
    '手工豆腐坊',
    '家庭旅馆',
    '小吃店',
    '理发店',
  ]
  const register = {
    ...step('register', WINDOW, 40, {
      promises: ['compliant', 'truthful', 'safe'],
      zone: '一层临街两间',
      area: seeded.tenths(30, 160),
    }),
    materials: ['promise', 'sketch'],
  }
  const push = step('push', WINDOW, 39)
  const at = (index: number) => unitId(`${townships[index % townships.length] ?? ''}人民政府`) ?? ''
  const ofTownship = (index: number, one: ReturnType<typeof step>) => ({ ...one, at: at(index) })
  const ways = (index: number) => {
    const pass = ofTownship(
      index,
      step('pass', TOWNSHIP, 30, { checkedOn: addDays(today, -30), finding: '与承诺和示意图一致，通道畅通' }),
    )
    const fail = (daysAgo: number) =>
      ofTownship(
        index,
        step('fail', TOWNSHIP, daysAgo, {
          checkedOn: addDays(today, -daysAgo),
          unmet: ['unsafe'],
          finding: '后墙开裂，加建部分没有圈梁',
          stopping: '当日停止经营，人员已离开',
        }),
      )
    const notify = (daysAgo: number, changeBy: number) =>
      step('notify', WINDOW, daysAgo, { changeBy: addDays(today, changeBy) })
    return [
      [register, push, pass],
      [
        register,
        push,
        fail(28),
        notify(26, -6),
        step('change', WINDOW, 10, { changedOn: addDays(today, -10), newPlace: '集镇商业街6号' }),
      ],
      [register, push],
      [register],
      [],
      [register, push, fail(20), notify(18, -4)],
      [register, push, fail(9)],
      [register, push, fail(8), notify(6, 20)],
      [register, push, pass],
    ]
  }
  return [
    ...shops.map((shop, index) =>
      story('rural-houses', 'registration', index + 1, {
        by: WINDOW,
        daysAgo: 41,
        input: {
          number: `经-${index + 1}`,
          subject: `${villages[index % villages.length] ?? ''}${shop}`,
          operator: personName(seeded),
          contact: phoneNumber(seeded),
          business: index % 2 === 0 ? '餐饮服务' : '零售、住宿服务',
          township: at(index),
          village: villages[index % villages.length] ?? '',
          place: `${villages[index % villages.length] ?? ''}${seeded.between(1, 5)}街${seeded.between(1, 60)}号`,
          completion: index === 4 ? 'none' : 'passed',
        },
        steps: ways(index)[index] ?? [],
      }),
    ),
    ...['液化气瓶放在灶台旁', '外挂招牌松动', '二层堆放货物过重'].map((hazard, index) =>
      story('rural-houses', 'hazard-report', index + 1, {
        by: TOWNSHIP,
        daysAgo: 5 - index,
        input: {
          number: `患-${index + 1}`,
          ...(index === 0 ? { premises: '经-1' } : {}),
          village: villages[index] ?? '',
          place: `${villages[index] ?? ''}${index + 1}街`,
          foundOn: addDays(today, index - 5),
          hazard,
          measures: '当场要求停用并清理',
        },
        steps:
          index === 0
            ? [step('dispose', TOWNSHIP, 3, { disposedOn: addDays(today, -3), disposal: '已建专用气瓶间' })]
            : [],
      }),
    ),
    story('rural-houses', 'crediting', 1, {
      by: DEPARTMENT,
      at: unitId('县市场监督管理局'),
      daysAgo: 15,
      input: {
        number: '信-1',
        subject: '东沟村民宿',
        act: '责令停止经营后继续接待',
        decision: `清市监罚决〔${today.slice(0, 4)}〕9号`,
        body: unitId('县市场监督管理局') ?? '',
        decidedOn: addDays(today, -17),
      },
    }),
  ]
}
