import { choice, defineRule, yesNo } from '@luoshi/kernel'
import { wutaiPackage } from '../bases.ts'

/** Projects that the plan names where it lets go of technical review. */
export const reviewedKinds = {
  major: '重大项目',
  enterprise: '企业投资项目',
  promise: '承诺制办理的政府服务、区域综合评估项目',
  other: '其他项目',
} as const

/** 免予技术评审: in principle no review is organised; the designer answers for life instead. */
export const reviewExempt = defineRule({
  id: 'review-exempt',
  title: '原则上不再组织技术评审',
  basis: wutaiPackage.lines(825),
  inputs: {
    projectKind: choice('项目类别', reviewedKinds),
    touchesPublic: yesNo('涉及公共利益和公众安全'),
    touchesSafety: yesNo('涉及环保、生产、生命财产安全'),
  },
  parameters: {},
  decide: ({ projectKind, touchesPublic, touchesSafety }) => {
    const isExempt = {
      major: !touchesPublic,
      enterprise: !touchesSafety,
      promise: true,
      other: false,
    }[projectKind]
    const touched = [
      ...(touchesPublic ? ['涉及公共利益和公众安全'] : []),
      ...(touchesSafety ? ['涉及环保、生产、生命财产安全'] : []),
    ]
    return {
      isMet: isExempt,
      wanted:
        '不涉及公共利益和公众安全的重大项目，不涉及环保、生产、生命财产安全的企业投资项目，或者承诺制、区域综合评估项目',
      found: `${reviewedKinds[projectKind]}，${touched.length === 0 ? '都不涉及' : touched.join('，')}`,
    }
  },
})
