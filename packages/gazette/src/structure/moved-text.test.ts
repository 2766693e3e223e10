import { expect, it } from 'vitest'
import { read } from '../read.ts'
import { rebuild } from '../rebuild.ts'

const notice = (...paragraphs: readonly string[]) =>
  [
    '清源县人民政府办公室关于做好防火工作的通知',
    '清政办发〔2026〕91号',
    '各乡（镇）人民政府，县直有关单位：',
    '现就防火工作通知如下。',
    ...paragraphs,
    '清源县人民政府办公室',
    '2026年5月18日',
  ].join('\n\n')

const duties = (second: string, third: string) => [
  '一、职责分工',
  '（一）县公安局：负责维护现场秩序，查处违法行为。',
  second,
  third,
  '（四）县水利局：负责保障灭火用水，修复受损设施。',
  '（五）县民政局：负责调集物资，做好善后工作。',
  '二、工作要求',
  '各单位要加强火灾预防，做好准备。',
]

const readNotice = (text: string) => {
  const issue = read(text, { file: 'notice.txt', counties: [] })
  expect(rebuild(issue)).toBe(text)
  const clauses = issue.instruments[0]?.clauses ?? []
  return {
    textOf: (label: string) => clauses.find((clause) => clause.label === label)?.text ?? '',
    findings: issue.findings.filter(({ kind }) => kind === 'lost-text').map(({ message }) => message),
  }
}

it('gives a sentence its rest back that stands behind another one, where the word goes on', () => {
  const { textOf, findings } = readNotice(
    notice(
      ...duties(
        '（二）县消防大队：负责检查隐患，开展火',
        '（三）县林业局：负责火情监测，提供技术指导。 灾救援工作。',
      ),
    ),
  )
  expect(textOf('（二）')).toBe('县消防大队：负责检查隐患，开展火灾救援工作。')
  expect(textOf('（三）')).toBe('县林业局：负责火情监测，提供技术指导。')
  expect(findings).toEqual([expect.stringContaining('开展火”之后的文字印在第15行，已接回')])
})

it('leaves what goes on with no word of the text, and what two places could go on with', () => {
  const broken = '（二）县消防大队：负责检查隐患，开展火'
  const other = readNotice(
    notice(...duties(broken, '（三）县林业局：负责火情监测，提供技术指导。 种植树木工作。')),
  )
  expect(other.textOf('（二）')).toBe('县消防大队：负责检查隐患，开展火')
  expect(other.textOf('（三）')).toContain('种植树木工作。')
  expect(other.findings[0]).toContain('句末没有标点')
  const two = duties(broken, '（三）县林业局：负责火情监测，提供技术指导。 灾救援工作。')
  const both = readNotice(notice(...two.slice(0, -1), `${two.at(-1)} 灾后重建工作。`))
  expect(both.textOf('（二）')).toBe('县消防大队：负责检查隐患，开展火')
})

it('changes nothing where every sentence is whole', () => {
  const { textOf, findings } = readNotice(
    notice(
      ...duties(
        '（二）县消防大队：负责检查隐患，开展火灾救援。',
        '（三）县林业局：负责火情监测，提供技术指导。 灾情上报。',
      ),
    ),
  )
  expect(textOf('（三）')).toContain('灾情上报。')
  expect(findings).toEqual([])
})
