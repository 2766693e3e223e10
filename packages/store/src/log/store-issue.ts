/** Everything that can keep the store from storing besides the kernel's own issues, with what a user reads. */
export const storeIssueTexts = {
  'file-too-large': (data: { name: string; most: string }) =>
    `文件“${data.name}”超过${data.most}，请压缩或拆分后再上传。`,
  'file-empty': (data: { name: string }) => `文件“${data.name}”是空的，请核对后重新上传。`,
  'file-kind': (data: { name: string; kinds: string }) =>
    `文件“${data.name}”不是可以上传的种类，可以上传的有：${data.kinds}。`,
  'file-unknown': (data: { name: string }) => `没有收到文件“${data.name}”，请重新上传后再办。`,
  'case-changed': (data: { case: string; expected: number; found: number }) =>
    `办件“${data.case}”已被他人办理：您看到的是第${data.expected}次办理后的情况，现已办理${data.found}次，请刷新后再办。`,
  'case-exists': (data: { case: string }) => `办件编号“${data.case}”已经有了，请换一个编号。`,
  'case-unknown': (_data: { case: string }) => '没有找到这个办件：它不存在，或者您无权查看。',
  'procedure-unknown': (data: { procedure: string; programme: string }) =>
    `制度“${data.programme}”里没有流程“${data.procedure}”。`,
  'key-reused': (data: { key: string }) =>
    `请求编号“${data.key}”已用于另一项办理：同一编号只能重发同样的请求，请换一个编号。`,
  'text-unstorable': () => '填写的文字里有不能保存的字符（空字符或残缺的字），请重新输入后再提交。',
  'record-exists': (data: { register: string; key: string; record: string }) =>
    `“${data.register}”里已有“${data.key}”（编号“${data.record}”），不能重复登记；请办理那一条的变更，或先将它注销。`,
  'field-not-listed': (data: { field: string; procedure: string }) =>
    `“${data.procedure}”不能按“${data.field}”查询或排序，请换一项。`,
  'cursor-unknown': () => '翻页的位置已经失效，请从第一页重新查询。',
  'disk-full': () => '数据库所在的磁盘满了，这一次没有保存，以前保存的都在。请管理员清出空间后再办。',
  'database-away': () =>
    '数据库连接不上，这一次是否保存还不能确定，以前保存的都在。请稍候刷新，看清现状后再办；一直如此时，请管理员查看磁盘空间和数据库日志。',
  'reading-without-reason': () => '查看个人信息应写明用途。',
  'linked-case-unknown': (data: { case: string; procedure: string }) =>
    `没有编号为“${data.case}”的关联办件（流程“${data.procedure}”），请核对编号。`,
  'correction-empty': () => '更正应写明要改的内容和理由。',
}

/** Code of an issue of the store. */
export type StoreIssueCode = keyof typeof storeIssueTexts

/** Why nothing was stored. It is returned, never thrown. */
export interface StoreIssue {
  readonly code: StoreIssueCode
  readonly data: Readonly<Record<string, unknown>>
  readonly message: string
}

/** An issue with its sentence. */
export function storeIssue<Code extends StoreIssueCode>(
  code: Code,
  ...given: Parameters<(typeof storeIssueTexts)[Code]>
): StoreIssue {
  const textOf = storeIssueTexts[code] as (...given: Parameters<(typeof storeIssueTexts)[Code]>) => string
  return { code, data: { ...given[0] }, message: textOf(...given) }
}
