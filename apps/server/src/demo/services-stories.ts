import { guideDrafts, guideRecord, packageDrafts } from '@luoshi/programmes/services'
import type { DemoSetting, DemoStory } from './story.ts'

/** Guides and packages of the demo county, published; the county's own limits for complaints and promises. */
export function servicesStories({ today, unitId }: DemoSetting): readonly DemoStory[] {
  const county = {
    place: '县政务服务中心综合窗口',
    hours: '工作日上午9:00—12:00，下午2:00—5:00',
    enquiries: '0350-0000000',
    complaints: '12345',
    unitId,
  }
  const guides = guideDrafts.flatMap((draft): DemoStory[] => {
    const record = guideRecord(draft, county)
    if (record === null) return []
    return [
      {
        programme: 'services',
        procedure: 'guiding',
        id: `guiding-${draft.number}`,
        by: 'window',
        daysAgo: 80,
        input: { ...record },
        steps: [{ action: 'publish', by: 'window', daysAgo: 79 }],
      },
    ]
  })
  const packages = packageDrafts.map(
    (draft): DemoStory => ({
      programme: 'services',
      procedure: 'packages',
      id: `packages-${draft.number}`,
      by: 'window',
      daysAgo: 78,
      input: { ...draft, guides: [...draft.guides] },
      steps: [],
    }),
  )
  const knowledge: DemoStory = {
    programme: 'services',
    procedure: 'knowledge',
    id: 'knowledge-demo-1',
    by: 'window',
    daysAgo: 10,
    input: {
      number: 'ZS-1',
      question: '在乡镇能不能办食品经营许可？',
      answer: '能。任何一个乡镇便民服务窗口都可以收件，也可以在那里领取许可证。',
      keptBy: unitId('县行政审批服务管理局') ?? '',
      updatedOn: `${today.slice(0, 8)}01`,
    },
    steps: [],
  }
  return [...guides, ...packages, knowledge]
}
