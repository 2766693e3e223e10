import { isDay } from '@luoshi/kernel'
import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { errorSummary } from '../citizens/fields-form.ts'
import type { Officer, OfficerPageEnv } from '../sign-in/index.ts'
import { attachment } from '../transfer/attachment.ts'
import type { Html } from '../web/layout.ts'
import { counterPage } from './counter-page.ts'
import { type Exchange, mayExchange } from './national-exchange.ts'
import { type Exported, exportApplications, exportComplaints, exportItems } from './national-export.ts'
import { type Imported, importFile } from './national-import.ts'

/** Exchange with other platforms, for who keeps the guides. */
export function addNationalRoutes(app: Hono<OfficerPageEnv>, exchange: Exchange): void {
  const show = (c: Context<OfficerPageEnv>, imported: Imported | null, problems: readonly string[] = []) => {
    const today = exchange.services.clock().slice(0, 10)
    const page = exchangePage(c.get('officer'), c.get('csrfToken'), today, imported, problems)
    return c.html(page, problems.length > 0 || (imported?.problems.length ?? 0) > 0 ? 422 : 200)
  }
  const file = (c: Context<OfficerPageEnv>, name: string, content: unknown) => {
    c.header('content-disposition', attachment(`${name}.json`))
    return c.json(content as object)
  }

  app.use('/counter/national/*', async (c, next) => (mayExchange(c.get('officer')) ? next() : c.notFound()))

  app.get('/counter/national', (c) => show(c, null))

  app.post('/counter/national', async (c) => {
    const { file: sent, order } = await c.req.parseBody()
    const text = sent instanceof File ? await sent.text() : ''
    const runs = order === 'reversed' ? 'reversed' : 'standard'
    return show(c, await importFile(exchange, c.get('officer'), text, runs))
  })

  app.get('/counter/national/items.json', async (c) =>
    file(c, '事项', await exportItems(exchange, c.get('officer').county)),
  )

  app.get('/counter/national/:what{applications\\.json|complaints\\.json}', async (c) => {
    const { from = '', until = '' } = c.req.query()
    if (!isDay(from) || !isDay(until) || from > until) {
      return show(c, null, ['起止日期没有写明，或者止日早于起日。请选两个日期。'])
    }
    const isComplaints = c.req.param('what') === 'complaints.json'
    const exported: Exported = isComplaints
      ? await exportComplaints(exchange, c.get('officer'), { from, until })
      : await exportApplications(exchange, c.get('officer'), { from, until })
    if (exported.kind === 'too-many') return show(c, null, ['这些天的件数超过1000件，请分几段导出。'])
    return file(c, `${isComplaints ? '投诉' : '办件'}${from}—${until}`, exported.file)
  })
}

function exchangePage(
  officer: Officer,
  csrfToken: string,
  today: string,
  imported: Imported | null,
  problems: readonly string[],
): Html {
  const days = (
    what: string,
    name: string,
  ) => html`<form class="service-form" action="/counter/national/${what}.json">
<h3>${name}</h3>
<div class="field"><label for="${what}-from">自</label><input id="${what}-from" name="from" type="date" value="${today}" required></div>
<div class="field"><label for="${what}-until">至<small>（含当日）</small></label><input id="${what}-until" name="until" type="date" value="${today}" required></div>
<button type="submit">导出${name}</button></form>`
  return counterPage(
    '数据交换',
    officer,
    html`${errorSummary([...problems, ...(imported?.problems ?? [])].map((message) => ({ message, path: [] })))}${
      imported === null
        ? ''
        : html`<p class="notice-state" role="status">${imported.done.length === 0 ? '没有收到可以办理的内容。' : imported.done.join('')}</p>${imported.warnings.length === 0 ? '' : html`<ul>${imported.warnings.map((message) => html`<li>${message}</li>`)}</ul>`}`
    }
<p>按GB/T 39046—2020的数据项交换。密码不收也不发；标准没有的项目另存，不丢。</p>
<h2>导入</h2>
<form class="service-form" method="post" action="/counter/national" enctype="multipart/form-data"><input type="hidden" name="csrf" value="${csrfToken}">
<div class="field"><label for="file">文件<small>（JSON）</small></label><p class="help" id="file-help">事项导入后是办事指南草稿；还没有受理的申请按事项收件，已经在别处办理的存入外来办件台账；投诉登记督办。</p><input id="file" name="file" type="file" accept="application/json" required aria-describedby="file-help"></div>
<fieldset class="field"><legend>对方满意度代码1的意思</legend><div class="choices"><label><input type="radio" name="order" value="standard" checked>非常满意（国标）</label><label><input type="radio" name="order" value="reversed">非常不满意</label></div></fieldset>
<button type="submit">导入</button></form>
<h2>导出</h2>
<p><a href="/counter/national/items.json">导出已公布的事项</a></p>
<p>导出的办件和投诉含有个人信息，谁在何时导出会留下记录。</p>
${days('applications', '办件')}
${days('complaints', '投诉')}`,
  )
}
