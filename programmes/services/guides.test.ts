import { checkProgramme, officialCalendar, validate } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { answersOf, formOf, materialsAsked } from './form.ts'
import { guides } from './guides.ts'
import { guideDrafts } from './items/index.ts'
import { staleEntries } from './knowledge.ts'
import { ratesByLevel } from './matters.ts'
import { mergedForm } from './packages.ts'
import { services } from './programme.ts'
import { isBad, ratableShare, transferRate } from './ratings.ts'
import { guideRatable, guideWithinLaw } from './rules.ts'
import { guideOf } from './services.test-support.ts'

const all = () => guideDrafts.map(({ number }) => guideOf(number))

describe('the items that come with the programme', () => {
  it('are a dozen and more, each whole, within the law and ratable', () => {
    expect(all().length).toBeGreaterThanOrEqual(12)
    for (const guide of all()) {
      expect(validate(guides.fields, guide), guide.number).toMatchObject({ kind: 'valid' })
      expect(guideWithinLaw.judge(guide, '2026-01-01').outcome, guide.number).toBe('yes')
      expect(guideRatable.judge(guide, '2026-01-01').outcome, guide.number).toBe('yes')
      for (const source of guide.source) expect(source).toMatch(/^《.+》第.+条$/)
    }
    expect(checkProgramme(services)).toEqual([])
    expect(officialCalendar().years).toBeDefined()
  })

  it('say of every material that is not asked why it is not', () => {
    const { asked, waived } = materialsAsked(guideOf('XK-077-1'))
    expect(asked.map(({ name }) => name)).toEqual([
      '主要设备设施、经营布局和操作流程说明',
      '食品安全规章制度',
    ])
    expect(waived.map(({ because }) => because)).toEqual([
      '不收营业执照，因为它有市场监督管理部门发的电子证照。',
      '不收身份证明，因为它有公安机关发的电子证照。',
      '不收从业人员健康证明，因为它由卫生健康部门核发，可以查询核验。',
    ])
  })
})

describe('the form of an item', () => {
  const { questions } = guideOf('XK-077-1')

  it('is checked by its questions, and says in Chinese what would pass', () => {
    const form = formOf(questions)
    const filled = {
      q1: '望月面馆',
      q2: '望月街3号',
      q3: '46.5',
      q4: '热食类食品制售',
      q5: '田大有',
      q6: false,
    }
    expect(validate(form, filled).kind).toBe('valid')
    const wrong = validate(form, { ...filled, q3: '很大', q4: '火锅' })
    expect(wrong.kind === 'invalid' && wrong.issues.map(({ message }) => message)).toEqual([
      expect.stringContaining('经营面积'),
      expect.stringContaining('热食类食品制售、冷食类食品制售'),
    ])
  })

  it('keeps what tells of a person apart', () => {
    const { answers, personalAnswers } = answersOf(questions, {
      q1: '望月面馆',
      q3: '46.5',
      q5: '田大有',
      q6: false,
    })
    expect(answers).toEqual([
      { label: '店铺名称', value: '望月面馆' },
      { label: '经营面积', value: '46.5平方米' },
      { label: '是否网络经营', value: '否' },
    ])
    expect(personalAnswers).toEqual([{ label: '食品安全管理人员', value: '田大有' }])
  })
})

it('a package asks once what several of its items ask', () => {
  const merged = mergedForm([guideOf('XK-077-1'), guideOf('XK-100-1')])
  expect(merged.questions.filter(({ label }) => label === '店铺名称')).toHaveLength(1)
  expect(merged.materials.filter(({ name }) => name === '营业执照')).toHaveLength(1)
  expect(merged.spared).toEqual({ questions: 2, materials: 2 })
})

describe('ratings', () => {
  it('[wutai-2022-zbf60.6] share of items that can be rated, target 100 %', () => {
    expect(ratableShare(all())).toEqual({ share: '100.0', isMet: true, notRatable: [] })
    const [first, ...others] = all()
    if (first === undefined) throw new Error('no guides')
    const some = [{ ...first, isRatable: false }, ...others]
    expect(ratableShare(some)).toEqual({
      share: '92.8',
      isMet: false,
      notRatable: ['食品经营许可（小餐饮店新办）'],
    })
    expect(ratableShare([])).toMatchObject({ share: null, isMet: false })
  })

  it('[wuzhai-2022-zbf37.9] lists every item that cannot be rated, and none is published', () => {
    const not = { ...guideOf('XK-026-1'), isRatable: false }
    expect(ratableShare([not, guideOf('XK-030-1')]).notRatable).toEqual([
      '教师资格认定（初级中学和小学教师资格）',
    ])
    const verdict = guideRatable.judge(not, '2026-01-01')
    expect(verdict.outcome).toBe('no')
    expect(verdict.reasons.map(({ found }) => found)).toEqual(['不可以', '不可以'])
  })

  it('are bad at the two lowest levels', () => {
    expect((['1', '2', '3', '4', '5'] as const).filter((level) => isBad({ level }))).toEqual(['4', '5'])
  })
})

it('[wutai-2022-zbf60.7] transferred items of all items, target 100 %', () => {
  const guidesNow = all()
  expect(transferRate(guidesNow)).toEqual({ share: '100.0', isMet: true, left: [] })
  const left = guidesNow.map((guide, place) => (place === 0 ? { ...guide, isTransferred: false } : guide))
  expect(transferRate(left)).toEqual({ share: '92.8', isMet: false, left: ['食品经营许可'] })
})

describe('the hotline’s knowledge base', () => {
  const entry = (number: string, updatedOn: string) => ({ number, question: `问题${number}`, updatedOn })
  const entries = [entry('1', '2022-10-21'), entry('2', '2022-09-20'), entry('3', '2022-09-21')]

  it('[wutai-2022-zbf60.5] warns of an entry when it is older than a month', () => {
    expect(staleEntries(entries, '2022-10-21')).toEqual([{ ...entries[1], staleFrom: '2022-10-20' }])
    expect(staleEntries(entries, '2022-10-22').map(({ number }) => number)).toEqual(['2', '3'])
  })

  it('[wuzhai-2022-zbf37.8] lists old entries, and tells the rates of settling and of satisfaction by level', () => {
    expect(staleEntries(entries, '2022-12-01').map(({ number }) => number)).toEqual(['2', '3', '1'])
    const matter = (level: 'county' | 'township' | 'village', isClosed: boolean, isSatisfied?: boolean) => ({
      level,
      isClosed,
      isSatisfied,
    })
    const rates = ratesByLevel([
      matter('county', true, true),
      matter('county', true, false),
      matter('county', true, true),
      matter('county', false),
      matter('township', true),
    ])
    expect(rates).toEqual([
      { level: 'county', received: 4, closed: 3, closedRate: '75.0', satisfiedRate: '66.6' },
      { level: 'township', received: 1, closed: 1, closedRate: '100.0', satisfiedRate: null },
      { level: 'village', received: 0, closed: 0, closedRate: null, satisfiedRate: null },
    ])
  })
})
