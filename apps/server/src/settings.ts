import { type County, countyBySlug } from '@luoshi/counties'
import type { SignInOptions } from './sign-in/index.ts'

/** What the environment says of an installation. Nothing else in the server reads it. */
export interface Settings {
  /** PostgreSQL to use (`DATABASE_URL`); null for the embedded one. */
  readonly databaseUrl: string | null
  /** Keys of personal data (`LUOSHI_MASTER_KEYS`); null for those in the data folder. */
  readonly masterKeys: string | null
  /** Where files are kept (`LUOSHI_FILES`): a folder, or an object store as `s3://key:secret@host/bucket?region=…`; null for the data folder. */
  readonly files: string | null
  /** Folder of the county's own fonts for papers (`LUOSHI_FONTS`). */
  readonly fontFolder: string | null
  /** Counties that are served (`LUOSHI_COUNTIES`), the made-up one where none is named. */
  readonly counties: readonly County[]
  /** From which level on something is logged (`LUOSHI_LOG`). */
  readonly logLevel: string
  /** Lets a program on another machine read `/metrics` (`LUOSHI_METRICS_TOKEN`). */
  readonly metricsToken: string | null
  /** Web hook that sends codes to citizens (`LUOSHI_CODE_WEBHOOK`, `LUOSHI_CODE_TOKEN`); null for none. */
  readonly codeWebhook: { readonly url: string; readonly token: string | null } | null
  /** Web hook that checks identities (`LUOSHI_IDENTITY_WEBHOOK`, `LUOSHI_IDENTITY_TOKEN`); null for none. */
  readonly identityWebhook: { readonly url: string; readonly token: string | null } | null
  readonly signIn: SignInOptions
}

/** What the environment says; or the sentence that says what is wrong in it. */
export type SettingsRead =
  | { readonly kind: 'read'; readonly settings: Settings }
  | { readonly kind: 'refused'; readonly message: string }

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** How long a refused sign-in takes at least, in milliseconds: longer than checking a password does. */
const REFUSAL_TAKES = 400

/** Reads the environment. */
export function readSettings(environment: NodeJS.ProcessEnv): SettingsRead {
  const given = (name: string) => environment[name] || null
  const slugs = (given('LUOSHI_COUNTIES') ?? 'qingyuan').split(',').map((slug) => slug.trim())
  const known = slugs.map((slug) => countyBySlug.get(slug))
  const unknown = slugs.filter((_slug, index) => known[index] === undefined)
  if (unknown.length > 0) {
    const all = [...countyBySlug.keys()].join('、')
    return refused(`LUOSHI_COUNTIES 里没有“${unknown.join('、')}”这个县，可写的有：${all}。`)
  }
  const databaseUrl = given('DATABASE_URL')
  if (databaseUrl !== null && !/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    return refused('DATABASE_URL 应像 postgres://账户:口令@主机:5432/库名 。')
  }
  const logLevel = given('LUOSHI_LOG') ?? 'warn'
  if (!logLevels.includes(logLevel)) {
    return refused(`LUOSHI_LOG 写的是“${logLevel}”，可写的有：${logLevels.join('、')}。`)
  }
  const publicUrl = given('LUOSHI_PUBLIC_URL')
  if (publicUrl !== null && !/^https?:\/\/[^/]+$/.test(publicUrl)) {
    return refused(
      `LUOSHI_PUBLIC_URL 写的是“${publicUrl}”，应像 https://luoshi.example.gov.cn ，末尾没有斜杠。`,
    )
  }
  const codes = readWebhook(given, 'LUOSHI_CODE', '短信网关')
  if (typeof codes === 'string') return refused(codes)
  const identity = readWebhook(given, 'LUOSHI_IDENTITY', '身份核验服务')
  if (typeof identity === 'string') return refused(identity)
  const provider = readProvider(given, slugs)
  if (typeof provider === 'string') return refused(provider)
  return {
    kind: 'read',
    settings: {
      databaseUrl,
      masterKeys: given('LUOSHI_MASTER_KEYS'),
      files: given('LUOSHI_FILES'),
      fontFolder: given('LUOSHI_FONTS'),
      counties: known.filter((county) => county !== undefined),
      logLevel,
      metricsToken: given('LUOSHI_METRICS_TOKEN'),
      codeWebhook: codes,
      identityWebhook: identity,
      signIn: {
        counties: slugs,
        publicUrl,
        trustsProxy: given('LUOSHI_TRUST_PROXY') === '1',
        provider,
        refusalTakes: REFUSAL_TAKES,
      },
    },
  }
}

/** A web hook of the county's own; null for none; or the sentence that says what is wrong with it. */
function readWebhook(given: (name: string) => string | null, prefix: string, what: string) {
  const url = given(`${prefix}_WEBHOOK`)
  if (url === null) return null
  if (!/^https?:\/\/\S+$/.test(url)) {
    return `${prefix}_WEBHOOK 写的是“${url}”，应是${what}的网址，如 https://example.gov.cn/hook 。`
  }
  return { url, token: given(`${prefix}_TOKEN`) }
}

/** A county's own identity provider (`LUOSHI_OIDC_…`); null for none; or the sentence that says what is missing. */
function readProvider(
  given: (name: string) => string | null,
  counties: readonly string[],
): SignInOptions['provider'] | string {
  const issuer = given('LUOSHI_OIDC_ISSUER')
  if (issuer === null) return null
  const clientId = given('LUOSHI_OIDC_CLIENT_ID')
  const clientSecret = given('LUOSHI_OIDC_CLIENT_SECRET')
  if (clientId === null || clientSecret === null) {
    return '用统一身份认证（LUOSHI_OIDC_ISSUER）时，还应写明 LUOSHI_OIDC_CLIENT_ID 和 LUOSHI_OIDC_CLIENT_SECRET。'
  }
  const county = given('LUOSHI_OIDC_COUNTY') ?? counties[0] ?? ''
  if (!counties.includes(county)) return `LUOSHI_OIDC_COUNTY 写的是“${county}”，不在 LUOSHI_COUNTIES 之中。`
  return { county, issuer, clientId, clientSecret, claim: given('LUOSHI_OIDC_CLAIM') ?? 'sub' }
}

function refused(message: string): SettingsRead {
  return { kind: 'refused', message }
}
