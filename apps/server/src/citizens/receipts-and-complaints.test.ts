import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { unitsNamed } from '@luoshi/kernel'
import { findCase } from '@luoshi/store'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carryOutAlarms } from '../jobs/alarms.ts'
import { createLog } from '../server-log.ts'
import { type DeskSite, startSiteOf } from '../test-support/desk-site.ts'
import { Officer, Visitor } from '../test-support/visitor.ts'
import { webhookSender } from './code-sender.ts'
import { webhookIdentity } from './identity.ts'
import { publishGuides } from './journey.test-support.ts'

/** What the county's own gateway and identity service are asked, and the status with which they answer. */
interface Hook {
  readonly asked: { readonly path: string; readonly token: string; readonly body: Record<string, unknown> }[]
  status: number
}

const hook: Hook = { asked: [], status: 200 }
const receiver = createServer((request, response) => {
  let text = ''
  request.on('data', (part) => {
    text += part
  })
  request.on('end', () => {
    const body = JSON.parse(text) as Record<string, unknown>
    hook.asked.push({ path: request.url ?? '', token: request.headers.authorization ?? '', body })
    response.writeHead(hook.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ same: body['name'] === '田大有' }))
  })
})

let site: DeskSite
let address = ''
beforeAll(async () => {
  const port = await listening(receiver)
  const log = createLog('silent', pino.destination(2))
  site = await startSiteOf(
    'guides_2022_09_29',
    ['qingyuan'],
    '2022-09-29T09:00:00.000+08:00',
    0,
    publishGuides,
    {
      codeSender: webhookSender(`http://localhost:${port}/code`, 'code-token', log),
      identity: webhookIdentity(`http://localhost:${port}/identity`, 'identity-token', log),
    },
  )
  address = `${site.address}/services/qingyuan`
}, 120_000)
afterAll(async () => {
  await site?.stop()
  receiver.close()
})

const listening = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, () => resolve((server.address() as AddressInfo).port))
  })

const officer = (username: string) => new Officer(site, 'services').signIn(username)
const stored = (id: string) => findCase(site.services.db, 'qingyuan', id)
const between = (text: string, before: string, after: string) =>
  text.slice(text.indexOf(before) + before.length).split(after)[0] ?? ''
const csrfIn = (text: string) => between(text, 'name="csrf" value="', '"')
const receiptIn = (text: string) => ({
  number: between(text, 'class="receipt-number">', '<'),
  code: between(text, 'class="receipt-code">', '<'),
})
const field = { kind: '1', idNumber: '11010519491231002X', contact: '13800005678' }
const ROAD = { q1: '田大有运输', q2: '2', q3: '甲123', q4: '田大有', m3: 'original' }

describe('the county’s own web hooks', () => {
  it('send the code, and say whether a name and a number are one person’s', async () => {
    const citizen = new Visitor()
    hook.status = 500
    const notSent = await citizen.post(`${address}/sign-in`, { phone: '13800005677' })
    expect(notSent.status).toBe(422)
    expect(notSent.text).toContain('到任何一个政务服务窗口办理')
    hook.status = 200
    expect((await citizen.post(`${address}/sign-in`, { phone: '13800005678' })).status).toBe(200)
    const sent = hook.asked.at(-1)
    expect(sent).toMatchObject({
      path: '/code',
      token: 'Bearer code-token',
      body: { phone: '13800005678', minutes: 5, code: expect.stringMatching(/^\d{6}$/) },
    })
    const code = String(sent?.body['code'])
    expect((await citizen.post(`${address}/sign-in/code`, { phone: '13800005678', code })).status).toBe(303)

    const form = await citizen.ask(`${address}/apply/XK-021-1`)
    const fields = { ...field, ...ROAD, csrf: csrfIn(form.text), do: 'submit' }
    const other = await citizen.post(`${address}/apply/XK-021-1`, { ...fields, applicant: '田小有' })
    expect(other.status).toBe(422)
    expect(other.text).toContain('姓名和公民身份号码不一致')
    expect(hook.asked.at(-1)).toEqual({
      path: '/identity',
      token: 'Bearer identity-token',
      body: { name: '田小有', idNumber: '11010519491231002X' },
    })
    const taken = await citizen.post(`${address}/apply/XK-021-1`, { ...fields, applicant: '田大有' })
    const receipt = receiptIn(taken.text)
    expect(await stored(receipt.number)).toMatchObject({ case: { state: 'received' } })
    const asked = await new Visitor().post(`${address}/query`, receipt)
    expect(asked.text).toContain('待核对')
    expect(asked.text).not.toContain('11010519491231002X')
  })
})

describe('a bad rating', () => {
  it('of what a window took in is given with the receipt, and becomes a matter of supervision with its limit', async () => {
    const township = await officer('township')
    const page = await township.ask(`${site.address}/counter/XK-021-1`)
    const fields = { ...field, ...ROAD, applicant: '田大有', csrf: csrfIn(page.text) }
    const taken = await township.post(`${site.address}/counter/XK-021-1`, fields)
    const receipt = receiptIn(taken.text)
    const nobody = new Visitor()
    const rating = { ...receipt, level: '5', remark: '跑了三趟' }
    expect((await nobody.post(`${address}/query/rate`, rating)).text).toContain('办结以后再评价。')
    const declines = { reason: '本事项已经取消' }
    expect(await township.act('application', receipt.number, 'notAccept', declines)).toBe(200)
    expect((await nobody.post(`${address}/query`, receipt)).text).toContain('评价这次服务')
    expect((await nobody.post(`${address}/query/rate`, { ...rating, code: 'WRONG' })).status).toBe(422)
    const rated = await nobody.post(`${address}/query/rate`, rating)
    expect(rated.text).toContain('您已经评价过这次服务，谢谢。')

    const matter = `CP-${receipt.number}`
    expect(await stored(matter)).toMatchObject({
      case: { state: 'registered', data: { origin: 'rating', content: '跑了三趟' } },
    })
    const bureau = await officer('window')
    // The county set five working days: 30 September, 8 to 11 October.
    expect(await bureau.limitsOf('settling', matter)).toContain('2022-10-11')
    const approver = await officer('approver')
    expect(await approver.act('settling', matter, 'undertake')).toBe(200)
    const settled = { input: { reply: '已经致歉并改正', isReasonable: true, hasCalledBack: true } }
    expect(await approver.act('settling', matter, 'settle', settled)).toBe(200)
    expect(await bureau.act('settling', matter, 'confirm', { input: { isSatisfied: true } })).toBe(200)
    expect(await stored(matter)).toMatchObject({ case: { state: 'closed' } })
  })
})

describe('a complaint that the hotline hands in', () => {
  it('is told of to the bureau when it is late, and to the hotline when it is settled', async () => {
    const hotline = await officer('department')
    const made = await hotline.send('tokens', {
      label: '12345平台',
      scopes: [{ programme: 'services', procedure: 'settling', may: 'act' }],
      days: 30,
    })
    const { token } = JSON.parse(made.text) as { token: string }
    const open311 = `${site.address}/open311/v2/qingyuan`
    const complaint = {
      api_key: token,
      service_code: 'services',
      description: '窗口中午没有人',
      address_string: '清源县政务服务中心',
      phone: '13800005678',
    }
    const taken = await new Visitor().post(`${open311}/requests.json`, complaint)
    const [{ service_request_id: id } = { service_request_id: '' }] = JSON.parse(taken.text) as {
      service_request_id: string
    }[]
    const bureau = await officer('window')
    expect(await bureau.limitsOf('settling', id)).toContain('2022-10-11')
    const { units } = await site.counties.of('qingyuan')
    const [market] = unitsNamed(units, '县市场监督管理局', '2022-09-29')
    const dispatch = { input: { receiver: market?.id }, reason: '由市场监管局窗口办理' }
    expect(await bureau.act('settling', id, 'dispatch', dispatch)).toBe(200)

    const alarms = { services: site.services, counties: site.counties }
    const told = () =>
      site.services.db
        .selectFrom('notices')
        .select(['kind', 'role'])
        .where('subject', '=', id)
        .where('kind', '=', 'escalated')
        .execute()
    site.moveTo('2022-10-11T23:00:00.000+08:00')
    await carryOutAlarms(alarms)
    expect(await told()).toEqual([])
    site.moveTo('2022-10-12T09:00:00.000+08:00')
    await carryOutAlarms(alarms)
    expect(await told()).toEqual([{ kind: 'escalated', role: 'approval-bureau' }])

    const settled = { input: { reply: '中午已经安排值班', isReasonable: true, hasCalledBack: true } }
    expect(await (await officer('officer')).act('settling', id, 'settle', settled)).toBe(200)
    const again = await officer('window')
    expect(await again.act('settling', id, 'confirm', { input: { isSatisfied: true } })).toBe(200)
    const followed = await new Visitor().ask(`${open311}/requests/${id}.json?api_key=${token}`)
    expect(JSON.parse(followed.text)).toMatchObject([
      { status: 'closed', service_notice: '中午已经安排值班', agency_responsible: '县市场监督管理局' },
    ])
  })
})

describe('the window', () => {
  it('keeps what was uploaded with a sheet that was refused', async () => {
    const township = await officer('township')
    const at = `${site.address}/counter/XK-021-1`
    const page = await township.ask(at)
    const { m3: _original, ...answers } = ROAD
    const sheet = (more: Readonly<Record<string, string>>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({
        ...field,
        ...answers,
        csrf: csrfIn(page.text),
        ...more,
      })) {
        form.set(name, value)
      }
      return form
    }
    const first = sheet({})
    first.set('m4', new File(['%PDF-1.4\n%%EOF\n'], '制度.pdf', { type: 'application/pdf' }))
    const refused = await township.ask(at, { method: 'POST', body: first })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('已上传：制度.pdf')
    const kept = between(refused.text, 'name="kept" value="', '"').replaceAll('&quot;', '"')
    const taken = await township.ask(at, { method: 'POST', body: sheet({ applicant: '田大有', kept }) })
    const { case: made } = (await stored(receiptIn(taken.text).number)) ?? {}
    expect(made?.data['documents']).toMatchObject([{ name: '安全生产管理制度文本：制度.pdf' }])
  })
})

describe('an applicant who was told of the right to be heard', () => {
  it('asks for it on the page of the application, once and in time', async () => {
    const citizen = new Visitor()
    await citizen.post(`${address}/sign-in`, { phone: '13800005678' })
    const code = String(hook.asked.at(-1)?.body['code'])
    await citizen.post(`${address}/sign-in/code`, { phone: '13800005678', code })
    const form = await citizen.ask(`${address}/apply/XK-021-1`)
    const fields = {
      ...field,
      ...ROAD,
      applicant: '田大有',
      m4: 'promise',
      csrf: csrfIn(form.text),
      do: 'submit',
    }
    const { number } = receiptIn((await citizen.post(`${address}/apply/XK-021-1`, fields)).text)
    const at = `${address}/cases/${number}`
    expect((await citizen.ask(at)).text).not.toContain('要求听证')
    const examiner = await officer('examiner')
    expect(await examiner.act('application', number, 'accept')).toBe(200)
    const agrees = { input: { leadOpinion: '符合条件' } }
    expect(await examiner.act('application', number, 'leadAgrees', agrees)).toBe(200)
    const concern = { input: { hearingConcern: '影响沿线住户通行' } }
    expect(await examiner.act('application', number, 'tellHearing', concern)).toBe(200)
    const told = await citizen.ask(at)
    expect(told.text).toContain('要求听证')
    const asked = await citizen.post(`${at}/hearing`, { csrf: csrfIn(told.text) })
    expect(asked.text).toContain('已经收到您的听证要求')
    expect(await stored(number)).toMatchObject({ case: { state: 'hearing' } })
    const again = await citizen.post(`${at}/hearing`, { csrf: csrfIn(told.text) })
    expect(again.status).toBe(422)
  })
})

describe('a receipt', () => {
  it('of a package shows all of it; whoever guesses codes is shut out', async () => {
    const township = await officer('township')
    const at = `${site.address}/counter/YJS-01`
    const page = await township.ask(at)
    expect(page.status).toBe(200)
    const questions = {
      q1: '望月面馆',
      q2: '望月街3号',
      q3: '46.5',
      q4: '热食类食品制售',
      q5: '田大有',
      q6: 'no',
      q7: '望月街3号门头',
      q8: '3',
      q9: '1',
      q10: '2022-10-10',
      q11: '2023-10-10',
    }
    const fields = { ...field, ...questions, applicant: '望月餐饮店', csrf: csrfIn(page.text) }
    const receipt = receiptIn((await township.post(at, fields)).text)
    const visitor = new Visitor()
    const all = await visitor.post(`${address}/query`, receipt)
    for (const part of ['1', '2']) expect(all.text).toContain(`办件编号${receipt.number}-${part}`)
    const second = await visitor.post(`${address}/query`, { ...receipt, number: `${receipt.number}-2` })
    expect(second.text).toContain('办理过程')

    for (let turn = 0; turn < 10; turn++) {
      await visitor.post(`${address}/query`, { ...receipt, code: 'AAAAAAAA' })
    }
    const shut = await visitor.post(`${address}/query`, receipt)
    expect(shut.status).toBe(429)
    expect(shut.text).toContain('请十分钟后再试')
  })
})
