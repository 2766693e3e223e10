import { type Counted, dataOf, defineStocktake, type RecordOf, type Stocktake } from '@luoshi/kernel'
import { wutaiPackage, wuzhaiPackage } from '../bases.ts'
import {
  coverage,
  coverageKinds,
  coverageStanding,
  issuedPlans,
  matchingPlanStanding,
  planStanding,
} from './coverage.ts'
import { buildings, greenFinding, plots, standardLandShare } from './land.ts'
import { landShare, publicBuildingArea } from './parameters.ts'
import { type ProjectDocuments, projects, stagesPermitted } from './start-at-once.ts'

const none: Counted = { says: '台账里还没有记录。', isMet: null, findings: [] }

/** The year by whose end windows, centres and points are everywhere. */
const COVERED_IN = 2022

const covered = defineStocktake({
  id: 'coverage',
  title: '大厅窗口、乡镇中心和村级服务点全覆盖',
  basis: wutaiPackage.lines(845, 847),
  register: coverage.id,
  count(records, { today }) {
    if (records.length === 0) return none
    const kinds = coverageStanding(dataOf<RecordOf<typeof coverage.fields>>(records), today, COVERED_IN)
    const shares = kinds
      .filter(({ all }) => all > 0)
      .map(({ kind, covered: done, all, share }) => `${coverageKinds[kind]}${done}/${all}，占${share}%`)
    return {
      says: `${shares.join('；')}。应在${COVERED_IN}年底前全覆盖。`,
      isMet: kinds.every(({ missing }) => missing.length === 0),
      findings: kinds.flatMap(({ kind, missing, isOverdue }) =>
        missing.map((name) => ({
          name,
          message: `没有${coverageKinds[kind]}${isOverdue ? '，已经逾期' : ''}。`,
        })),
      ),
    }
  },
})

const plans = defineStocktake({
  id: 'plans-issued',
  title: '应当制定的配套文件',
  basis: wuzhaiPackage.lines(2683),
  register: issuedPlans.id,
  count(records, { today, county, units }) {
    const issued = dataOf<RecordOf<typeof issuedPlans.fields>>(records)
    const named = planStanding(issued, today).filter(({ basis }) => basis.county === county)
    const owed =
      named.length > 0
        ? named.map(({ title, issuedOn }) => ({ name: title, isIssued: issuedOn !== null }))
        : matchingPlanStanding(units, issued).map(({ unit, isIssued }) => ({ name: unit, isIssued }))
    const left = owed.filter(({ isIssued }) => !isIssued)
    return {
      says: `应有${owed.length}份，已印发${owed.length - left.length}份。`,
      isMet: left.length === 0,
      findings: left.map(({ name }) => ({ name, message: '还没有登记印发的文件。' })),
    }
  },
})

const standardLand = defineStocktake({
  id: 'standard-land',
  title: '“标准地”占新批工业用地',
  basis: wutaiPackage.lines(811),
  register: plots.id,
  count(records, { settingOf }) {
    const least = settingOf(landShare)
    if (least === undefined) return { ...none, says: '比例还没有规定。' }
    const all = dataOf<RecordOf<typeof plots.fields>>(records)
    const { share, standard, all: whole, isMet } = standardLandShare(all, least)
    if (share === null) return none
    return {
      says: `新批工业用地${whole}平方米，其中“标准地”${standard}平方米，占${share}%，应不低于${least}%。`,
      isMet,
      findings: isMet
        ? []
        : all
            .filter(({ isStandard }) => !isStandard)
            .map(({ number, zone, area }) => ({
              name: number,
              message: `${zone}，${area}平方米，不是“标准地”。`,
            })),
    }
  },
})

const green = defineStocktake({
  id: 'green-clause',
  title: '出让合同写入绿色建筑条款',
  basis: wutaiPackage.lines(811),
  register: buildings.id,
  count(records, { settingOf }) {
    const from = settingOf(publicBuildingArea)
    if (records.length === 0 || from === undefined) return none
    const all = dataOf<RecordOf<typeof buildings.fields>>(records)
    const judged = all.map((building) => ({ building, ...greenFinding(building, from) }))
    const flagged = judged.filter(({ isFlagged }) => isFlagged)
    const due = judged.filter(({ isRequired }) => isRequired).length
    return {
      says: `${all.length}栋中${due}栋应当执行绿色建筑标准，${flagged.length === 0 ? '合同都写入了' : `${flagged.length}栋的合同没有写入`}。`,
      isMet: flagged.length === 0,
      findings: flagged.map(({ building, because }) => ({
        name: building.name,
        message: `${because}，出让合同没有写入，应当补写。`,
      })),
    }
  },
})

const startAtOnce = defineStocktake({
  id: 'start-at-once',
  title: '“拿地即开工”项目能办哪一阶段施工许可',
  basis: wutaiPackage.lines(805, 807),
  register: projects.id,
  count(records, { today }) {
    const open = records.filter(({ state }) => state !== 'permitted')
    if (records.length === 0) return none
    return {
      says: `${records.length}个项目，${records.length - open.length}个已取得主体施工许可。`,
      isMet: null,
      findings: open.map(({ data }) => {
        const { pit, main } = stagesPermitted(data as ProjectDocuments, today)
        const stage = (title: string, { isAllowed, says }: typeof pit) =>
          `${title}${isAllowed ? '可以办' : `不能办，${says}`}`
        return { name: String(data['name']), message: `${stage('基坑', pit)}；${stage('主体', main)}。` }
      }),
    }
  },
})

/** What the plans for the business environment ask as a whole. */
export const projectStocktakes: readonly Stocktake[] = [covered, plans, standardLand, green, startAtOnce]
