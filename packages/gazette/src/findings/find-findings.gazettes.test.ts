import { counties } from '@luoshi/counties'
import { type ReviewedFinding, requireRealGazettes, reviewedFindings } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

const found = requireRealGazettes().flatMap(({ name, text }) =>
  read(text, { file: name, counties }).findings.map((finding) => ({ gazette: name, ...finding })),
)
const reviews = new Map(reviewedFindings().map((review) => [keyOf(review), review]))

function keyOf({ gazette, kind, docNumber, line }: Omit<ReviewedFinding, 'verdict' | 'reason'>): string {
  return [gazette, kind, docNumber, line].join(' ')
}

const keys = found.map(({ gazette, kind, docNumber, lines }) =>
  keyOf({ gazette, kind, docNumber, line: lines[0]?.[0] ?? 0 }),
)

/** Kinds found in an instrument, each with the first line it names. */
function findingsIn(gazette: string, number: string): string[] {
  return found
    .filter((finding) => finding.gazette === gazette && finding.docNumber === number)
    .map(({ kind, lines }) => `${kind} ${lines[0]?.[0]}`)
}

describe('findings over the real gazettes', () => {
  it('are all judged by hand', () => {
    expect(keys.filter((key) => !reviews.has(key))).toEqual([])
  })

  it('are at least 60 true ones', () => {
    expect(new Set(keys.filter((key) => reviews.get(key)?.verdict)).size).toBeGreaterThanOrEqual(60)
  })

  it('have at most one false alarm in ten', () => {
    const judged = keys.flatMap((key) => reviews.get(key) ?? [])
    const falseAlarms = judged.filter(({ verdict }) => !verdict)
    expect(falseAlarms.length).toBeLessThanOrEqual(judged.length / 10)
  })

  it('name lines of the file, from top to bottom, in one sentence', () => {
    for (const { lines, message } of found) {
      expect(lines.length).toBeGreaterThan(0)
      expect(lines).toEqual([...lines].sort((a, b) => a[0] - b[0] || a[1] - b[1]))
      expect(message).toMatch(/^[^\n]+。$/)
    }
  })

  it('[wutai-2021-zf26.7] tells the conflict of 56号 and 51号, and five projects with four names', () => {
    const findings = findingsIn('wutai-2021-04', '五政发〔2021〕26号')
    expect(findings).toEqual(expect.arrayContaining(['citation-conflict 58', 'count-mismatch 84']))
  })

  it('[wutai-2021-zbf53.5] tells that the summary is due before the phases end', () => {
    expect(findingsIn('wutai-2021-04', '五政办发〔2021〕53号')).toContain('summary-before-end 296')
  })

  it('[wutai-2021-zbf57.4] tells that the annex is announced and not printed', () => {
    expect(findingsIn('wutai-2021-04', '五政办发〔2021〕57号')).toEqual(['annex-missing 332'])
  })

  it('[wutai-2021-zbf59.7] tells that a notice on medical insurance names pension insurance once', () => {
    expect(findingsIn('wutai-2021-04', '五政办发〔2021〕59号')).toContain('insurance-differs 361')
  })

  it('[wutai-2021-zbf62.4] finds nine rows for the nine relics of the title', () => {
    expect(findingsIn('wutai-2021-04', '五政办发〔2021〕62号').join()).not.toContain('count-mismatch')
  })

  it('[wutai-2023-zf24.2] finds every sum of the 73 projects right', () => {
    expect(findingsIn('wutai-2023-02', '五政发〔2023〕24号').join()).not.toContain('sum-mismatch')
  })

  it('tells one number with two titles', () => {
    expect(findingsIn('wutai-2023-02', '五政办发〔2023〕25号')).toContain('citation-conflict 1244')
  })

  it('tells the deadline before the date of issue', () => {
    expect(findingsIn('wuzhai-2022-02', '五政办发〔2022〕25号')).toContain('deadline-before-issue 1534')
  })

  it('tells where a plan contradicts itself', () => {
    const findings = findingsIn('wuzhai-2022-02', '五政发〔2022〕12号')
    expect(findings).toEqual(expect.arrayContaining(['target-conflict 644', 'sum-mismatch 799']))
  })

  it('never prints a whole telephone number', () => {
    for (const { message } of found) expect(message).not.toMatch(/1[3-9]\d{9}/)
  })
})
