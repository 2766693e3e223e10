/** Kinds of change between a file and its reading, each with what a reader of the result is told. */
export const repairKinds = {
  'line-break': '句中换行已接合',
  'page-break-join': '句中换页、换栏已接合',
  'blank-line': '段落间空行',
  'line-ending': '行尾标记',
  'layout-space': '排版空格',
  'page-number': '页码',
  markdown: 'Markdown 标记',
  html: 'HTML 标记',
  'ocr-word': '识别错字（and 改作“和”）',
  stutter: '换页处重复的字词',
  'heading-end': '标题与正文间的标点',
  'column-order': '分栏次序已调整',
  masthead: '刊头',
  contents: '目录',
  head: '标题、文号、主送机关',
  signature: '落款与成文日期',
  'publication-note': '公开说明',
  imprint: '版记',
  'web-page': '网页附加信息',
  'table-row': '表格行',
  'table-header': '表头',
  'left-out': '未计入正文的内容',
} as const satisfies Record<string, string>

/** One of the kinds above. */
export type RepairKind = keyof typeof repairKinds
