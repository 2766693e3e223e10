import { describe, expect, it } from 'vitest'
import { findingsOf } from './invented-notice.test-support.ts'

interface Paper {
  readonly number: number
  readonly what: string
  /** How many times its one sentence is printed. */
  readonly length: number
}

const papers: readonly Paper[] = [
  { number: 1, what: '春灌管理', length: 20 },
  { number: 2, what: '秸秆禁烧', length: 20 },
  { number: 3, what: '校车安全', length: 200 },
  { number: 4, what: '山洪防御', length: 20 },
  { number: 5, what: '冬季供暖', length: 20 },
]

const titleOf = ({ what }: Paper) => `清源县人民政府办公室关于做好${what}工作的通知`

/** A gazette of five notices; `pages` are the first pages that its contents print. */
function gazette(pages: readonly number[], listedTitle = titleOf): string {
  const contents = papers.map((paper, index) => {
    return `${listedTitle(paper)} 清政办发〔2022〕${paper.number}号 ……(${pages[index]})`
  })
  const notices = papers.map((paper) =>
    [
      titleOf(paper),
      `清政办发〔2022〕${paper.number}号`,
      '各乡（镇）人民政府，县直各有关单位：',
      '现就有关事项通知如下。'.repeat(1) + '各单位要按照职责抓好落实，不得延误。\n\n'.repeat(paper.length),
      '清源县人民政府办公室',
      '2022年5月10日',
    ].join('\n\n'),
  )
  return [
    '清源县人民政府公报',
    '2022年第1期',
    '清源县人民政府办公室主办',
    '目 录',
    ...contents,
    ...notices,
  ].join('\n\n')
}

const kindsOf = (text: string) => findingsOf(text).map(({ kind }) => kind)

describe('the table of contents', () => {
  it('is left alone where it agrees with the body', () => {
    expect(kindsOf(gazette([1, 2, 3, 13, 14]))).toEqual([])
  })

  it('is told where it prints another title', () => {
    const text = gazette([1, 2, 3, 13, 14], (paper) => titleOf(paper).replace('秸秆禁烧', '秸秆综合利用'))
    expect(findingsOf(text)).toMatchObject([{ kind: 'contents-mismatch', docNumber: '清政办发〔2022〕2号' }])
  })

  it('is told where pages go backwards', () => {
    expect(kindsOf(gazette([1, 2, 3, 31, 14]))).toEqual(['page-doubtful'])
  })

  it('is told where a page leaves one paper no room and the next too much', () => {
    const [finding, ...others] = findingsOf(gazette([1, 2, 3, 4, 14]))
    expect(others).toEqual([])
    expect(finding?.kind).toBe('page-doubtful')
    expect(finding?.message).toContain('请核对第4页')
  })
})
