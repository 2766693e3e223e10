import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

const messageOf = (environment: NodeJS.ProcessEnv) => {
  const read = readSettings(environment)
  return read.kind === 'refused' ? read.message : null
}

describe('the environment', () => {
  it('says nothing where nothing is set: the made-up county on a database of its own', () => {
    expect(readSettings({})).toMatchObject({
      settings: {
        databaseUrl: null,
        masterKeys: null,
        counties: [{ slug: 'qingyuan' }],
        logLevel: 'warn',
        signIn: { counties: ['qingyuan'], publicUrl: null, trustsProxy: false, provider: null },
      },
    })
  })

  it('names the counties, the site and its identity provider', () => {
    const provider = {
      LUOSHI_OIDC_ISSUER: 'https://id.example',
      LUOSHI_OIDC_CLIENT_ID: 'luoshi',
      LUOSHI_OIDC_CLIENT_SECRET: 'secret',
    }
    const site = { LUOSHI_COUNTIES: 'wutai, wuzhai', LUOSHI_PUBLIC_URL: 'https://luoshi.example' }
    expect(readSettings({ ...provider, ...site })).toMatchObject({
      settings: {
        counties: [{ slug: 'wutai' }, { slug: 'wuzhai' }],
        signIn: { publicUrl: 'https://luoshi.example', provider: { county: 'wutai', claim: 'sub' } },
      },
    })
  })

  it('that is wrong is told with what would pass', () => {
    expect(messageOf({ LUOSHI_COUNTIES: 'wutai,taiyuan' })).toBe(
      'LUOSHI_COUNTIES 里没有“taiyuan”这个县，可写的有：wutai、wuzhai、qingyuan。',
    )
    expect(messageOf({ LUOSHI_LOG: 'loud' })).toBe(
      'LUOSHI_LOG 写的是“loud”，可写的有：trace、debug、info、warn、error、fatal、silent。',
    )
    expect(messageOf({ LUOSHI_PUBLIC_URL: 'luoshi.example/' })).toContain(
      '应像 https://luoshi.example.gov.cn',
    )
    expect(messageOf({ LUOSHI_OIDC_ISSUER: 'https://id.example' })).toContain('LUOSHI_OIDC_CLIENT_ID')
  })
})
