import type { Finding } from '../issue.ts'
import { read } from '../read.ts'
import type { CountyNames } from '../reading.ts'
import type { FindingKindId } from './finding-kinds.ts'

/** What made-up 清源县 knows of its units. */
const qingyuan: CountyNames = {
  slug: 'qingyuan',
  name: '清源县',
  units: [
    { name: '县发展和改革局', aliases: ['县发改局', '县发展和改革委员会'] },
    { name: '县住房和城乡建设局', aliases: ['县住建局', '县住房和城乡建设管理局'] },
    { name: '县财政局', aliases: [] },
    { name: '县水利局', aliases: [] },
    { name: '县公安局', aliases: [] },
    { name: '县民政局', aliases: [] },
    { name: '县应急管理局', aliases: ['县应急局'] },
    { name: '县气象局', aliases: [] },
    { name: '县交通运输局', aliases: ['县交通局'] },
  ],
  places: [],
}

/** A clean notice of 10 May 2022 around the given text; the text's first line is line 18. */
export function noticeOf(body: string, title = '清源县春灌工作实施方案'): string {
  return [
    '清源县人民政府办公室',
    `关于印发${title}的通知`,
    '',
    '清政办发〔2022〕8号',
    '',
    '各乡（镇）人民政府，县直各有关单位：',
    '',
    `《${title}》已经县人民政府同意，现印发给你们，请认真贯彻执行。`,
    '',
    '清源县人民政府办公室',
    '',
    '2022年5月10日',
    '',
    '（此件公开发布）',
    '',
    title,
    '',
    body,
    '',
  ].join('\n')
}

/** Findings of a file as the reader gives them. */
export function findingsOf(text: string): Finding[] {
  return read(text, { file: 'invented.txt', counties: [qingyuan] }).findings
}

/** Findings of a clean notice around the given text. */
export function findingsIn(body: string): Finding[] {
  return findingsOf(noticeOf(body))
}

/** Kinds of the findings of a clean notice around the given text. */
export function kindsIn(body: string): FindingKindId[] {
  return findingsIn(body).map(({ kind }) => kind as FindingKindId)
}
