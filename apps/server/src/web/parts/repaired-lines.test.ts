import { readFileSync } from 'node:fs'
import { counties, demoGazettePath } from '@luoshi/counties'
import { read, splitLines } from '@luoshi/gazette'
import { describe, expect, it } from 'vitest'
import { countRepairs, repairedLines } from './repaired-lines.ts'

const repair = { line: 1, column: 0, before: '', after: '' }

describe('repairedLines', () => {
  it('shows what was taken out and put in', () => {
    const repairs = [
      { ...repair, kind: 'markdown', before: '## ' },
      { ...repair, kind: 'ocr-word', column: 5, before: ' and ', after: '和' },
    ]
    expect(repairedLines(['## 墒情 and 降水'], repairs, 1, 1)).toEqual([
      {
        line: 1,
        parts: [
          { kind: 'removed', text: '## ' },
          { kind: 'kept', text: '墒情' },
          { kind: 'removed', text: ' and ' },
          { kind: 'added', text: '和' },
          { kind: 'kept', text: '降水' },
        ],
        kinds: ['markdown', 'ocr-word'],
      },
    ])
  })

  it('shows where a line was joined with the text below it', () => {
    const repairs = [{ ...repair, kind: 'page-break-join', column: 2, before: '\n\n- 4 -\n\n' }]
    const lines = repairedLines(['防汛', '', '- 4 -', '', '工作'], repairs, 1, 5)
    expect(lines[0]?.parts).toEqual([
      { kind: 'kept', text: '防汛' },
      { kind: 'joined', text: '' },
    ])
    expect(lines[0]?.kinds).toEqual(['page-break-join'])
    expect(lines[2]?.parts).toEqual([{ kind: 'removed', text: '- 4 -' }])
    expect(lines[4]?.parts).toEqual([{ kind: 'kept', text: '工作' }])
  })

  it('tells the kind of what was read elsewhere on the first line that holds any of it', () => {
    const repairs = [
      { ...repair, kind: 'signature', column: 2, before: '\n\n县政府\n2026年5月1日\n', after: '\n' },
    ]
    const lines = repairedLines(['如下', '', '县政府', '2026年5月1日', '一、'], repairs, 1, 5)
    expect(lines.map(({ kinds }) => kinds)).toEqual([[], [], ['signature'], [], []])
    expect(lines[3]?.parts).toEqual([{ kind: 'elsewhere', text: '2026年5月1日' }])
  })

  it('keeps each character of every line, whatever page of lines is shown', () => {
    const text = readFileSync(demoGazettePath, 'utf8')
    const issue = read(text, { file: 'gazette.txt', counties })
    const lines = splitLines(text).lines.map(({ raw }) => raw)
    for (const [first, last] of [
      [1, lines.length],
      [52, 90],
      [240, 300],
    ] as const) {
      const shown = repairedLines(lines, issue.repairs, first, last).map(({ parts }) =>
        parts
          .filter(({ kind }) => kind !== 'added')
          .map(({ text: part }) => part)
          .join(''),
      )
      expect(shown).toEqual(lines.slice(first - 1, last))
    }
  })
})

describe('countRepairs', () => {
  it('counts what changed within the lines, and neither what every paragraph has nor what is shown elsewhere', () => {
    const repairs = [
      { ...repair, line: 4, kind: 'markdown' },
      { ...repair, line: 5, kind: 'page-number' },
      { ...repair, line: 6, kind: 'blank-line' },
      { ...repair, line: 7, kind: 'signature' },
      { ...repair, line: 8, kind: 'page-number' },
      { ...repair, line: 9, kind: 'page-number' },
    ]
    expect(countRepairs(repairs, [5, 8])).toEqual([{ kind: 'page-number', count: 2, line: 5 }])
  })
})
