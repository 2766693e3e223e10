import type { IssueCode } from '@luoshi/kernel'
import type { StoreIssueCode } from '@luoshi/store'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ApiIssueCode } from './api-issues.ts'

/** Code of anything that the API can refuse with. */
export type RefusalCode = ApiIssueCode | StoreIssueCode | IssueCode

/** The one place where a code becomes an HTTP status. Codes of definitions that do not fit together are bugs: 500. */
const statuses = {
  'address-unknown': 404,
  'county-not-own': 403,
  'programme-unknown': 404,
  'query-refused': 400,
  'body-unreadable': 400,
  'body-too-large': 413,
  'version-missing': 428,
  'version-unreadable': 400,
  'key-unreadable': 400,
  'moment-unreadable': 400,
  'unit-unknown': 422,
  'unit-not-said': 422,
  'paper-unknown': 404,
  'paper-too-long': 422,
  'paper-rows-hidden': 403,
  'paper-format': 404,
  'form-unreadable': 400,
  'source-unread': 422,
  'list-table-unknown': 404,
  'import-unknown': 404,
  'file-lost': 409,
  'file-not-for-public': 404,
  'rule-not-here': 422,
  'value-refused': 422,
  'worth-unknown': 422,
  'too-many-cases': 422,
  'linked-case-elsewhere': 422,
  'linked-case-differs': 422,
  'comparison-not-whole': 403,
  'comparison-too-large': 422,
  'too-many-requests': 429,
  'scope-missing': 403,
  'went-wrong': 500,

  'disk-full': 507,
  'database-away': 503,
  'case-changed': 412,
  'case-exists': 409,
  'case-unknown': 404,
  'linked-case-unknown': 422,
  'procedure-unknown': 404,
  'key-reused': 409,
  'text-unstorable': 422,
  'record-exists': 409,
  'field-not-listed': 400,
  'cursor-unknown': 400,
  'correction-empty': 422,
  'reading-without-reason': 422,
  'file-empty': 422,
  'file-kind': 415,
  'file-too-large': 413,
  'file-unknown': 404,

  'field-missing': 422,
  'field-refused': 422,
  'field-unknown': 422,
  'not-a-record': 422,
  'action-not-here': 409,
  'other-version': 409,
  'not-allowed': 403,
  'earlier-than-latest': 409,
  'same-person': 403,
  'reason-missing': 422,
  'material-missing': 422,
  'link-unknown': 422,
  'link-to-nothing': 422,
  'link-missing': 422,
  'receiver-refused': 422,
  'no-sender': 409,
  'no-unit-above': 409,
  'request-missing': 409,
  'request-waiting': 409,
  'limit-not-running': 409,
  'extended-enough': 409,
  'disclosure-running': 409,
  'limit-not-begun': 409,
  'limit-running': 409,
  'limit-over': 409,
  'limit-end-unknown': 409,
  'disclosure-over': 409,
  'disclosure-end-unknown': 409,
  'gate-refused': 422,
  'gate-unknown': 422,
} as const satisfies Record<ApiIssueCode | StoreIssueCode, ContentfulStatusCode> &
  Partial<Record<IssueCode, ContentfulStatusCode>>

/** What a status is called, in a few words. */
const titles: Readonly<Record<number, string>> = {
  400: '请求写得不对',
  403: '无权办理',
  404: '没有找到',
  409: '现在不能办理',
  412: '已被他人办理',
  413: '内容太大',
  415: '不收这种文件',
  422: '没有通过',
  428: '没有写明版本',
  429: '请求过于频繁',
  500: '出错了',
}

/** Where several things stand against a request, the first of these is its status. */
const precedence: readonly ContentfulStatusCode[] = [500, 403, 404, 412, 409, 413, 415, 422, 400]

/** The status of one code. */
export function statusOf(code: RefusalCode): ContentfulStatusCode {
  return Object.hasOwn(statuses, code) ? statuses[code as keyof typeof statuses] : 500
}

/** The status of all codes that stand against a request. */
export function statusOfAll(codes: readonly RefusalCode[]): ContentfulStatusCode {
  const found = new Set(codes.map(statusOf))
  return precedence.find((status) => found.has(status)) ?? [...found][0] ?? 500
}

/** What a status is called. */
export function titleOf(status: ContentfulStatusCode): string {
  return titles[status] ?? '没有办成'
}
