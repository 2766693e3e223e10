import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

const title = '江东省人民政府办公厅关于加强农田春灌管理工作的通知'

it('tells one title with two numbers', () => {
  const [finding] = findingsIn(
    `依照《${title}》（江政办发〔2021〕5号）。\n\n落实《${title}》（江政办发〔2021〕6号）。`,
  )
  expect(finding).toMatchObject({
    kind: 'citation-conflict',
    lines: [
      [18, 18],
      [20, 20],
    ],
  })
  expect(finding?.message).toContain('江政办发〔2021〕5号、江政办发〔2021〕6号')
})

it('tells one number with two wordings of a title', () => {
  const other = title.replace('加强', '规范')
  const text = `依照《${title}》（江政办发〔2021〕5号）。\n\n落实《${other}》（江政办发〔2021〕5号）。`
  expect(kindsIn(text)).toEqual(['citation-conflict'])
})

it('leaves the same title of two levels, and a title with and without its issuer, alone', () => {
  const central = '国务院办公厅关于加强农田春灌管理工作的通知'
  expect(kindsIn(`依照《${central}》（国办发〔2021〕1号）、《${title}》（江政办发〔2021〕5号）。`)).toEqual(
    [],
  )
  const short = title.replace('江东省人民政府办公厅', '')
  const text = `依照《${title}》（江政办发〔2021〕5号）。\n\n落实《${short}》（江政办发〔2021〕5号）。`
  expect(kindsIn(text)).toEqual([])
})

it('tells a short title that nothing introduces', () => {
  expect(kindsIn('编制范围不得超出《清单》。')).toEqual(['undefined-short-title'])
  expect(kindsIn('依照《江东省事项清单》（以下简称《清单》），不得超出《清单》。')).toEqual([])
})
