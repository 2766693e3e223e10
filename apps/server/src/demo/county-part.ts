import type { DemoSetting } from './story.ts'

/** What the demo county says of its own windows in every guide. */
export function countyPart(unitId: DemoSetting['unitId']) {
  return {
    place: '县政务服务中心综合窗口',
    hours: '工作日上午9:00—12:00，下午2:00—5:00',
    enquiries: '0350-0000000',
    complaints: '12345',
    unitId,
  }
}
