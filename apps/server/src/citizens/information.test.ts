import { findCase } from '@luoshi/store'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type DeskSite, startSiteOf } from '../test-support/desk-site.ts'
import { Officer, Visitor } from '../test-support/visitor.ts'
import { publishGuides } from './journey.test-support.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const codes = new Map<string, string>()
let site: DeskSite
let address = ''
beforeAll(async () => {
  const codeSender = {
    send({ phone, code }: { readonly phone: string; readonly code: string }) {
      codes.set(phone, code)
      return Promise.resolve(null)
    },
  }
  const moment = '2022-09-29T09:00:00.000+08:00'
  site = await startSiteOf('guides_2022_09_29', ['qingyuan'], moment, 0, publishGuides, { codeSender })
  address = `${site.address}/services/qingyuan/information`
})
afterAll(() => site?.stop())

const officer = (username: string) => new Officer(site, 'information-disclosure').signIn(username)
const stored = (id: string) => findCase(site.services.db, 'qingyuan', id)
const between = (text: string, before: string, after: string) =>
  text.slice(text.indexOf(before) + before.length).split(after)[0] ?? ''
const hidden = (text: string) => ({
  csrf: between(text, 'name="csrf" value="', '"'),
  sheet: between(text, 'name="sheet" value="', '"'),
})
const organIn = (text: string) =>
  between(text, 'name="organ"', '</select>').match(/value="([^"]+)" selected/)?.[1] ?? ''

async function citizenOf(phone: string): Promise<Visitor> {
  const visitor = new Visitor()
  await visitor.post(`${site.address}/services/qingyuan/sign-in`, { phone })
  const code = codes.get(phone) ?? ''
  await visitor.post(`${site.address}/services/qingyuan/sign-in/code`, { phone, code })
  return visitor
}

const given = {
  applicantKind: 'person',
  applicant: '田大有',
  idNumber: '140922199003070012',
  contact: '13900001234',
  content: '龙泉镇污水处理厂的环评批复',
  form: 'paper',
}

/** Asks for information; gives the number of the request. */
async function ask(citizen: Visitor, more: object = {}): Promise<string> {
  const page = await citizen.ask(address)
  const sent = { ...hidden(page.text), organ: organIn(page.text), ...given, ...more }
  expect((await citizen.post(address, sent)).status).toBe(303)
  const list = (await citizen.ask(address)).text
  return between(list, '登记编号', '<')
}

describe('asking for government information', () => {
  it('tells everyone how it goes, and asks who wants to ask to sign in', async () => {
    const { status, text } = await new Visitor().ask(address)
    expect(status).toBe(200)
    expect(text).toContain('二十个工作日内书面答复')
    expect(text).toContain('用手机号登录后申请')
    expect(text).not.toContain('name="organ"')
    expect((await new Visitor().post(address, {})).status).toBe(303)
  })

  it('says field by field what is missing, and keeps what was filled in', async () => {
    const citizen = await citizenOf('13900001231')
    const page = (await citizen.ask(address)).text
    expect(page).toContain('value="13900001231"')
    const answer = await citizen.post(address, { ...hidden(page), organ: 'nowhere', ...given, content: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('列出的一个机关')
    expect(answer.text).toContain('“所需政府信息”未填写')
    expect(answer.text).toContain('value="田大有"')
    const noIdentity = { ...hidden(page), organ: organIn(page), ...given, idNumber: '' }
    expect((await citizen.post(address, noIdentity)).text).toContain('自然人填写公民身份号码')
    const foreign = { ...noIdentity, csrf: 'other' }
    expect((await citizen.post(address, foreign)).status).toBe(403)
  })

  it('registers a request once, however often its sheet comes, and shows it to nobody else', async () => {
    const citizen = await citizenOf('13900001232')
    const page = (await citizen.ask(address)).text
    const sent = { ...hidden(page), organ: organIn(page), ...given }
    expect((await citizen.post(address, sent)).status).toBe(303)
    expect((await citizen.post(address, sent)).status).toBe(303)
    const list = (await citizen.ask(address)).text
    expect(list.match(/登记编号/g)).toHaveLength(1)
    const number = between(list, '登记编号', '<')
    expect(await stored(number)).toMatchObject({
      case: { state: 'registered', data: { receivedOn: '2022-09-29', channel: 'online' } },
    })
    const other = await citizenOf('13900001233')
    expect((await other.ask(`${address}/${number}`)).status).toBe(404)
    expect((await new Visitor().ask(`${address}/${number}`)).status).toBe(303)
  })

  it('[wutai-2021-zbf42.4] is answered in writing: corrected by who asked, decided, approved, sealed, served and read', async () => {
    const citizen = await citizenOf('13900001234')
    const number = await ask(citizen)
    const [clerk, head] = [await officer('clerk'), await officer('leader')]
    const act = (who: Officer, action: string, body: object = {}) =>
      who.act('answering', number, action, body)
    expect(await act(clerk, 'accept')).toBe(200)
    expect(await act(clerk, 'askCorrection', { input: { corrections: '写明是哪一期工程' } })).toBe(200)
    const asked = (await citizen.ask(`${address}/${number}`)).text
    expect(asked).toContain('写明是哪一期工程')
    const corrected = { csrf: hidden(asked).csrf, corrected: '二期工程的环评批复' }
    const answer = await citizen.post(`${address}/${number}/correct`, corrected)
    expect(answer.text).toContain('答复期限自今天起重新计算')
    expect(await act(clerk, 'skip')).toBe(200)
    const reply = {
      result: 'granted',
      title: '关于公开环评批复的答复',
      searchFacts: '在公文系统按项目名称检索，找到一份',
      legalBasis: '《政府信息公开条例》第三十六条',
      reply: '环评批复见附件',
    }
    expect(await act(clerk, 'decide', { input: reply })).toBe(200)
    expect(await act(clerk, 'serve', {})).toBe(409)
    expect(await act(head, 'approve')).toBe(200)
    const served = { sealUse: '章-1', servedOn: '2022-09-29', way: 'electronic' }
    expect(await act(clerk, 'serve', { input: served })).toBe(422)
    const seal = {
      number: '章-1',
      usedOn: '2022-09-29',
      purpose: 'reply',
      document: number,
      copies: 1,
      asker: '县政府办',
      approver: '王清和',
    }
    const sealed = await clerk.send('qingyuan/programmes/information-disclosure/procedures/seal-uses/cases', {
      input: seal,
    })
    expect(sealed.status).toBe(201)
    expect(await act(clerk, 'serve', { input: served })).toBe(200)
    const page = (await citizen.ask(`${address}/${number}`)).text
    expect(page).toContain('已答复')
    const paper = between(page.slice(page.lastIndexOf('文书')), 'href="', '"')
    const file = await citizen.ask(`${site.address}${paper.replace('.pdf', '.docx')}`)
    expect(file.status).toBe(200)
    expect(file.text.startsWith('PK')).toBe(true)
  })

  it('is taken back by who asked, with a reason', async () => {
    const citizen = await citizenOf('13900001235')
    const number = await ask(citizen)
    const page = (await citizen.ask(`${address}/${number}`)).text
    const back = { csrf: hidden(page).csrf }
    expect((await citizen.post(`${address}/${number}/withdraw`, { ...back, reason: '' })).status).toBe(422)
    const done = await citizen.post(`${address}/${number}/withdraw`, { ...back, reason: '已经找到了' })
    expect(done.text).toContain('申请已经撤回')
    expect(await stored(number)).toMatchObject({ case: { state: 'withdrawn' } })
  })
})
