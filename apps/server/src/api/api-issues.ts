/** Everything that can keep the API from answering besides what the kernel and the store say, with what a user reads. */
export const apiIssueTexts = {
  'address-unknown': () => '没有这个地址，请核对后再试；全部地址见 /api/。',
  'county-not-own': (data: { county: string }) => `您不在“${data.county}”任职，只能查询和办理本县的事项。`,
  'programme-unknown': (data: { programme: string }) => `没有编号为“${data.programme}”的制度。`,
  'query-refused': (data: { name: string; wanted: string }) =>
    `查询条件“${data.name}”不对，应为${data.wanted}。`,
  'body-unreadable': (data: { place: string; wanted: string }) =>
    `请求的内容读不出（${data.place}），应为${data.wanted}。`,
  'body-too-large': (data: { most: string }) => `请求的内容太大，至多${data.most}。`,
  'version-missing': () =>
    '没有写明依据哪一版办理：请在 If-Match 中写上读到的版本号，如 If-Match: "3"，以免覆盖他人的办理。',
  'version-unreadable': (data: { found: string }) =>
    `If-Match 写的是“${data.found}”，应为读到的版本号，如"3"。`,
  'key-unreadable': () => 'Idempotency-Key 应为8至100个字母、数字或连字符，每项办理各用一个。',
  'moment-unreadable': (data: { found: string }) =>
    `时间写的是“${data.found}”，应带时区，如2026-03-02T09:00:00+08:00。`,
  'unit-unknown': (data: { unit: string }) => `没有编码为“${data.unit}”的现有机构。`,
  'unit-not-said': (data: { units: string }) =>
    `您在几个机构都可以办理，请写明为哪个机构办理：${data.units}。`,
  'paper-unknown': (data: { paper: string }) => `这一次办理没有产生文书“${data.paper}”。`,
  'paper-too-long': (data: { most: number }) =>
    `要列入表格的记录超过${data.most}条，请加上条件，分几次生成。`,
  'paper-rows-hidden': (data: { paper: string; register: string }) =>
    `文书“${data.paper}”列出的“${data.register}”里有您无权查看的记录，请由有权查看全部的人员生成。`,
  'paper-format': (data: { paper: string }) =>
    `文书“${data.paper}”是成文的文书，没有表格格式，请下载DOCX或PDF。`,
  'form-unreadable': () => '没有收到文件：请以表单（multipart/form-data）发送，文件放在 file 一项。',
  'source-unread': (data: { says: string }) => `这个文件没有读：${data.says}`,
  'list-table-unknown': (data: { document: string; table: number }) =>
    `已公布的公报里没有“${data.document}”的第${data.table + 1}张表。请核对文号；公报没有登的，请上传表格文件。`,
  'import-unknown': () => '没有这次导入，或者它还没有结束。',
  'file-lost': () => '办理记录所记的文件有找不到的，卷宗不完整，不能归档，请管理员从备份恢复。',
  'file-not-for-public': () => '这个文件不能去掉拍摄地点等信息，没有可以公开的版本。',
  'rule-not-here': (data: { rule: string; known: string }) =>
    `规则“${data.rule}”不能这样试算：只能用办件自己的内容就能判定的规则，有：${data.known}。`,
  'value-refused': (data: { parameter: string; value: string }) =>
    `参数“${data.parameter}”不能是“${data.value}”，请写这一制度中参数的编号和合于它的值。`,
  'worth-unknown': (data: { field: string }) =>
    `“${data.field}”不是办件中的数，也不是这一制度以元计的参数，算不出金额。`,
  'too-many-cases': (data: { most: number }) => `办件超过${data.most}件，请写明环节，缩小范围后再试算。`,
  'linked-case-elsewhere': (data: { link: string; key: string; found: string; wanted: string }) =>
    `“${data.link}”${data.key}现在是“${data.found}”，要求是“${data.wanted}”。`,
  'linked-case-differs': (data: {
    link: string
    key: string
    label: string
    found: string
    wanted: string
  }) => `“${data.link}”${data.key}的“${data.label}”是“${data.found}”，要求是本件的“${data.wanted}”。`,
  'comparison-not-whole': (data: { comparison: string; register: string }) =>
    `“${data.comparison}”要看全县的“${data.register}”，您只能看其中一部分或者不能看，比对的结果会把看不到的当作没有，所以不比对。`,
  'comparison-too-large': (data: { most: number }) => `一方的记录超过${data.most}条，不能一次比对。`,
  'too-many-requests': (data: { seconds: number }) => `请求过于频繁，请${data.seconds}秒后再试。`,
  'scope-missing': (data: { scope: string }) => `这一接口令牌没有“${data.scope}”的权限，请管理员另发。`,
  'went-wrong': () => '这一请求没有办成，不是您的原因。请稍后再试；一再出现时，请把请求编号告诉管理员。',
} as const

/** Code of an issue of the API. */
export type ApiIssueCode = keyof typeof apiIssueTexts

/** Why nothing was answered. */
export interface ApiIssue {
  readonly code: ApiIssueCode
  readonly data: Readonly<Record<string, unknown>>
  readonly message: string
}

/** An issue with its sentence. */
export function apiIssue<Code extends ApiIssueCode>(
  code: Code,
  ...given: Parameters<(typeof apiIssueTexts)[Code]>
): ApiIssue {
  const textOf = apiIssueTexts[code] as (...given: readonly unknown[]) => string
  return { code, data: { ...given[0] }, message: textOf(...given) }
}
