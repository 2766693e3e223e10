import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coverageText, readShownStatements, statementsIn, unknownStatements } from './coverage-text.ts'
import { projectFolder } from './run-step.ts'

const title = (id: string) => `it('[${id}] refuses a late claim', () => {`

describe('coverage of statements', () => {
  it('takes the ids that stand at the head of a title, several too', () => {
    expect(statementsIn(title('wutai-2021-zf26.3'))).toEqual(['wutai-2021-zf26.3'])
    expect(statementsIn(title('wutai-2021-zf26.3] [wutai-2021-zf26.4'))).toHaveLength(2)
  })

  it('takes no id from a comment or from the middle of a title', () => {
    expect(statementsIn(`// ${title('wutai-2021-zf26.3').slice(4)}`)).toEqual([])
    expect(statementsIn("it('as [wutai-2021-zf26.3] says', () => {")).toEqual([])
  })

  it('counts what works beside what does not', () => {
    const text = coverageText(new Map([['wutai-2021-zf26.3', ['a.test.ts']]]))
    expect(text).toContain('1 of 508 statements work; 507 not yet')
    expect(text).toContain('| `wutai-2021-zf26` | 五政发〔2021〕26号 | 1/8 | 3 | 1, 2, 4, 5, 6, 7, 8 |')
  })

  it('knows an id that no notice has', () => {
    const shown = new Map([
      ['wutai-2021-zf26.8', []],
      ['wutai-2021-zf26.9', []],
      ['wutai-2021-zf99.1', []],
    ])
    expect(unknownStatements(shown)).toEqual(['wutai-2021-zf26.9', 'wutai-2021-zf99.1'])
  })

  it('stands in docs/coverage.md as the tests are now, with no unknown id', () => {
    const shown = readShownStatements(projectFolder)
    expect(unknownStatements(shown)).toEqual([])
    expect(readFileSync(join(projectFolder, 'docs/coverage.md'), 'utf8')).toBe(coverageText(shown))
  })
})
