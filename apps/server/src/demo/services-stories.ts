import { guideDrafts, guideRecord, packageDrafts } from '@luoshi/programmes/services'
import { applicationStories } from './application-stories.ts'
import { countyPart } from './county-part.ts'
import { hotlineStories } from './hotline-stories.ts'
import type { DemoSetting, DemoStory } from './story.ts'

/** Guides and packages of the demo county, published, and what is asked for by them. */
export function servicesStories(setting: DemoSetting): readonly DemoStory[] {
  const { today, unitId } = setting
  const county = countyPart(unitId)
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
  return [...guides, ...packages, knowledge, ...applicationStories(setting), ...hotlineStories(setting)]
}
