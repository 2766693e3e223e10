import { findValueOn, type Stocktake, type StocktakeContext, type StocktakeRecord } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { approvalLinkage } from './approval-linkage/index.ts'
import { crossRegionServices } from './cross-region-services/index.ts'
import { everyProgramme } from './index.ts'
import { promiseProjects } from './promise-projects/index.ts'
import { services } from './services/index.ts'

const around: StocktakeContext = {
  today: '2023-01-04',
  county: 'wutai',
  units: ['县财政局', '台城镇人民政府'],
  nameOf: (unit) => unit,
  settingOf: (parameter) => findValueOn(parameter, '2023-01-04')?.value,
}
const record = (data: Readonly<Record<string, unknown>>, state = 'current'): StocktakeRecord => ({
  id: 'R-1',
  state,
  data,
  opened: '2022-10-08T09:00:00+08:00',
  latest: '2022-10-18T09:00:00+08:00',
})
const counted = (
  { stocktakes = [] }: { readonly stocktakes?: readonly Stocktake[] },
  id: string,
  ...records: readonly StocktakeRecord[]
) => {
  const found = stocktakes.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found.count(records, around)
}

describe('what notices ask of registers as a whole', () => {
  it('says that nothing is there where nothing is', () => {
    const all = everyProgramme.flatMap(({ stocktakes = [] }) => stocktakes)
    expect(all.length).toBeGreaterThan(15)
    for (const { count } of all) {
      const { says, findings } = count([], around)
      expect(says).toMatch(/。$/)
      for (const { message } of findings) expect(message).toMatch(/。$/)
    }
  })

  it('of guides: the share that can be rated and that was transferred, of those that are published', () => {
    const guide = { item: '食品经营许可', situation: '新办', isRatable: false, isTransferred: true }
    const ratable = record({ ...guide, situation: '变更', isRatable: true }, 'published')
    const all = [record(guide, 'published'), ratable, record(guide, 'drafted')]
    expect(counted(services, 'ratable', ...all)).toMatchObject({
      says: '已公布2个办理情形，可评价的占50.0%，应达到100%。',
      isMet: false,
      findings: [{ name: '食品经营许可（新办）' }],
    })
    expect(counted(services, 'transferred', ...all)).toMatchObject({ isMet: true })
  })

  it('of knowledge and complaints: what is old, and what was settled at each level', () => {
    const entry = (question: string, updatedOn: string) => record({ number: question, question, updatedOn })
    const known = counted(services, 'knowledge-fresh', entry('甲', '2022-12-04'), entry('乙', '2022-12-03'))
    expect(known).toMatchObject({ isMet: false, findings: [{ name: '乙' }] })
    const matter = (level: string, state: string, isSatisfied?: boolean) =>
      record({ level, ...(isSatisfied === undefined ? {} : { isSatisfied }) }, state)
    const settled = counted(
      services,
      'settled-by-level',
      matter('county', 'closed', true),
      matter('county', 'handled'),
      matter('village', 'closed', false),
    )
    expect(settled.findings.map(({ message }) => message)).toEqual([
      '收到2件，办结1件，办结率50.0%，满意率100.0%。',
      '收到0件，办结0件，办结率还算不出，满意率还算不出。',
      '收到1件，办结1件，办结率100.0%，满意率0.0%。',
    ])
  })

  it('of the plans for the business environment: coverage, papers, standard land, green clauses, stages', () => {
    const place = { place: '白家庄村', kind: 'village' }
    const covered = record({ ...place, place: '台城村', coveredOn: '2022-12-01' })
    expect(counted(services, 'coverage', record(place), covered)).toMatchObject({
      says: '村（社区）便民服务点1/2，占50.0%。应在2022年底前全覆盖。',
      findings: [{ name: '白家庄村', message: '没有村（社区）便民服务点，已经逾期。' }],
    })
    expect(counted(services, 'plans-issued').says).toBe('应有5份，已印发0份。')
    const plot = { number: '1', zone: '开发区', area: '70', isStandard: true }
    const plain = { ...plot, number: '2', area: '30', isStandard: false }
    expect(counted(services, 'standard-land', record(plot), record(plain))).toMatchObject({ isMet: false })
    const building = { name: '文化馆', kind: 'welfare', area: '900', clause: 'none' }
    expect(counted(services, 'green-clause', record(building)).findings[0]?.message).toContain('应当补写')
    const project = { name: '新厂', landContract: '合同1', hasPromise: true }
    expect(counted(services, 'start-at-once', record(project)).findings[0]?.message).toBe(
      '基坑可以办；主体不能办，缺建设工程规划许可证、消防设计审查意见。',
    )
  })

  it('of linkage, services across regions and promised projects', () => {
    const batch = { number: '1', certificate: '许可证', source: 'printed', received: 100, used: 40 }
    expect(counted(approvalLinkage, 'blank-stock', record(batch)).findings).toEqual([
      { name: '许可证', message: '县自行印制，入库100本，已用40本，还剩60本。' },
    ])
    const village = { village: '台城村', township: '台城镇', isCovered: false }
    expect(counted(approvalLinkage, 'village-points', record(village))).toMatchObject({ isMet: false })
    const service = { name: '社保卡申领', scope: 'cross-province', mode: 'online' }
    expect(counted(crossRegionServices, 'whole-province', record(service)).says).toBe(
      '全省通办1项，应不少于70项；其中全程网办1项，异地代收代办0项，多地联办0项。',
    )
    const mailed = [record({ deliverTo: 'inside' }), record({ deliverTo: 'outside' })]
    expect(counted(crossRegionServices, 'postage', ...mailed).findings[1]?.message).toContain('没有写明')
    const [first] = Object.keys(promiseProjects.procedures[0]?.states ?? {})
    const ranked = counted(promiseProjects, 'ranking', record({ number: '1', name: '环城路' }, first))
    expect(ranked.findings[0]).toMatchObject({
      name: '第1名 环城路',
      message: expect.stringContaining('10天'),
    })
  })
})
