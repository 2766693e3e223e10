import { conflict, defineParameter, gap } from '@luoshi/kernel'
import { wutaiPackage, wuzhaiPackage } from '../bases.ts'

/** 一般性工业建设项目审批总时限: 45 working days. */
export const projectDays = defineParameter<number>({
  id: 'project-days',
  title: '一般性工业建设项目审批总时限',
  unit: '个工作日',
  values: [{ from: '2022-09-21', value: 45, basis: wutaiPackage.lines(819) }],
})

/** 标准地占新批工业用地: 80 %. */
export const landShare = defineParameter<string>({
  id: 'standard-land-share',
  title: '新出让“标准地”占新批工业用地',
  unit: '%',
  values: [{ from: '2022-09-21', value: '80', basis: wutaiPackage.lines(811) }],
  gap: gap('按面积还是按宗数计算没有写明，按面积', wutaiPackage.lines(811)),
})

/** 公共建筑建筑面积: from 20,000 m² on, one star. */
export const publicBuildingArea = defineParameter<string>({
  id: 'green-public-area',
  title: '执行绿色建筑标准的公共建筑面积',
  unit: '平方米',
  values: [{ from: '2022-09-21', value: '20000', basis: wutaiPackage.lines(811) }],
})

export const projectParameters = [projectDays, landShare, publicBuildingArea]

/** What the two counties’ plans leave open of it. */
export const projectQuestions = [
  conflict(
    '新增民用建筑写“一星级及以上”，公共建筑写“一星级以上”，是否含一星级不一致，按含一星级',
    wutaiPackage.lines(811),
    wuzhaiPackage.lines(2627),
  ),
  gap('政府投资公益性建筑和大型公共建筑是否限于标准地内没有写明，按不限', wuzhaiPackage.lines(2627)),
  gap('两个阶段施工许可各几日办结没有写明', wutaiPackage.lines(805, 807)),
]
