import { splitLines } from '@luoshi/gazette'
import {
  addEntry,
  allIssues,
  findingsOf,
  type IssueHead,
  importIssue,
  issueReading,
  issueSource,
  lockGazettes,
  noticesOfIssue,
  publishIssue,
  versionsOf,
} from '@luoshi/store'
import type { Hono } from 'hono'
import { html } from 'hono/html'
import { officerName } from '../api/views/sight.ts'
import { answerSchema } from '../gazettes/answers.ts'
import { prepareText, unknownCounty } from '../gazettes/prepare-issue.ts'
import { readBytes } from '../inputs/read-input.ts'
import type { OfficerPageEnv } from '../sign-in/index.ts'
import { readCounty } from '../surroundings/read-county.ts'
import { issueAddress, withQuery } from '../web/addresses.ts'
import { checked } from '../web/checked.ts'
import type { Html } from '../web/layout.ts'
import { queries } from '../web/queries.ts'
import { type EditorContext, type EditorServices, fileOf, filledIn, frameOf } from './editor-context.ts'
import type { EditorFrame } from './editor-frame.ts'
import { besidePage, textPage } from './pages/beside-page.ts'
import { editorAddress } from './pages/editor-address.ts'
import { issueEditorPage, issuesEditorPage } from './pages/issues-editor-page.ts'
import { problemTexts } from './problem-texts.ts'

const ALL = 100_000

/** Uploading an issue, seeing what was read, answering the findings, publishing, correcting. */
export function addIssueEditorRoutes(app: Hono<OfficerPageEnv>, services: EditorServices): void {
  const { db, clock } = services
  const list = async (c: EditorContext, problems: readonly string[] = []) => {
    const { county } = c.get('officer')
    const [issues, state] = await Promise.all([
      allIssues(db, county),
      readCounty(db, county, services.programmes),
    ])
    const shown = issuesEditorPage(frameOf(c, { problems }), issues, (id) => officerName(state, id))
    return c.html(shown, problems.length > 0 ? 422 : 200)
  }

  app.get('/editor', (c) => list(c))
  app.post('/editor/issues', async (c) => {
    const file = await fileOf(c)
    if (file === null) return list(c, ['没有选文件：请选一份公报。'])
    const input = await readBytes(file.name, new Uint8Array(await file.arrayBuffer()))
    if (!input.isRead) return list(c, [`${file.name}：${input.reason}。`])
    const stored = await storeText(services, c, input.text, file.name)
    return typeof stored === 'string' ? list(c, [stored]) : c.redirect(editorAddress(stored), 303)
  })

  app.get('/editor/issues/:key/:version', async (c) => {
    const head = await headOf(services, c)
    const isNew =
      checked(queries.editedIssue, c.req.query()).done === 'published' && head?.state === 'published'
    return head === null
      ? c.notFound()
      : showIssue(services, c, head, isNew ? { done: publishedWords(head) } : {})
  })

  app.get('/editor/issues/:key/:version/beside', async (c) => {
    const head = await headOf(services, c)
    if (head === null) return c.notFound()
    const { county, key, version } = head
    const [reading, source] = await Promise.all([
      issueReading(db, county, key, version),
      issueSource(db, county, key, version),
    ])
    if (reading === null || source === null) return c.notFound()
    const lines = splitLines(source.source).lines.map(({ raw }) => raw)
    const { page } = checked(queries.issues, c.req.query())
    return c.html(besidePage(frameOf(c), head, reading, lines, page))
  })

  app.get('/editor/issues/:key/:version/text', async (c) => {
    const head = await headOf(services, c)
    const source = head === null ? null : await issueSource(db, head.county, head.key, head.version)
    return head === null || source === null ? c.notFound() : c.html(textPage(frameOf(c), head, source.source))
  })
  app.post('/editor/issues/:key/:version/text', async (c) => {
    const head = await headOf(services, c)
    const source = head === null ? null : await issueSource(db, head.county, head.key, head.version)
    if (head === null || source === null) return c.notFound()
    const { text = '' } = await filledIn(c)
    // Browsers send line ends as CRLF: those of the file are kept.
    const ends = source.source.includes('\r\n') ? text : text.replaceAll('\r\n', '\n')
    const stored = await storeText(services, c, ends, head.title, head.key)
    if (typeof stored !== 'string') return c.redirect(editorAddress(stored), 303)
    return c.html(textPage(frameOf(c, { problems: [stored] }), head, text), 422)
  })

  app.post('/editor/issues/:key/:version/findings/:ordinal', async (c) => {
    const head = await headOf(services, c)
    if (head === null) return c.notFound()
    const given = answerSchema.safeParse(await filledIn(c))
    if (!given.success) return showIssue(services, c, head, { problems: problemTexts(given.error) })
    const ordinal = checked(queries.number, c.req.param('ordinal'))
    const { county, key, version } = head
    const finding = (await findingsOf(db, { county, issue: key, version, limit: ALL })).find(
      (one) => one.ordinal === ordinal,
    )
    if (finding === undefined) return c.notFound()
    await addEntry(db, {
      county,
      kind: 'answer',
      subject: `${key}/${version}#${ordinal}`,
      by: c.get('officer').id,
      at: clock(),
      payload: given.data,
      numbers: [finding.finding.docNumber, finding.notice?.address].filter((one) => one != null),
    })
    return c.redirect(`${editorAddress(head)}#f-${ordinal}`, 303)
  })

  app.post('/editor/issues/:key/:version/publish', async (c) => {
    const head = await headOf(services, c)
    if (head === null) return c.notFound()
    const { correction = '' } = await filledIn(c)
    const isCorrection = await hasPublished(services, head)
    if (head.state !== 'draft') return showIssue(services, c, head, { problems: ['这一版已经公开过。'] })
    if (isCorrection && correction.trim() === '') {
      const problems = ['公开更正，应写明改了什么：新旧两版都会保留。']
      return showIssue(services, c, head, { problems })
    }
    await db.transaction().execute(async (transaction) => {
      await lockGazettes(transaction, head.county)
      const by = c.get('officer').id
      const said = isCorrection ? { correction: correction.trim() } : {}
      await publishIssue(transaction, head, { by, at: clock(), ...said })
    })
    return c.redirect(withQuery(editorAddress(head), { done: 'published' }), 303)
  })
}

/** Reads a text and keeps it as a version that is not shown yet; or says why not. */
async function storeText(
  { db, clock }: EditorServices,
  c: EditorContext,
  text: string,
  file: string,
  key?: string,
): Promise<{ key: string; version: number } | string> {
  const { county, id } = c.get('officer')
  const read = prepareText(text, file)
  if (read.county !== county && read.county !== unknownCounty) {
    return '这份公报是其他县的，只能由那个县的编辑上传。'
  }
  if (read.instruments.length === 0) return '没有读出公文：请核对文件是不是公报，或文字能否选中。'
  const issue = { ...read, county, key: key ?? read.key }
  const imported = await importIssue(db, issue, { by: id, at: clock(), isPublished: false })
  return { key: imported.key, version: imported.version }
}

async function headOf({ db }: EditorServices, c: EditorContext): Promise<IssueHead | null> {
  const { key = '', version = '' } = c.req.param() as { key?: string; version?: string }
  const versions = await versionsOf(db, c.get('officer').county, key)
  return versions.find((one) => String(one.version) === version) ?? null
}

async function hasPublished({ db }: EditorServices, { county, key, version }: IssueHead): Promise<boolean> {
  return (await versionsOf(db, county, key)).some(
    (one) => one.state === 'published' && one.version !== version,
  )
}

async function showIssue(
  { db }: EditorServices,
  c: EditorContext,
  head: IssueHead,
  more: Pick<EditorFrame, 'problems' | 'done'> = {},
): Promise<Response> {
  const { county, key, version } = head
  const [notices, findings, versions] = await Promise.all([
    noticesOfIssue(db, county, key, version),
    findingsOf(db, { county, issue: key, version, limit: ALL }),
    versionsOf(db, county, key),
  ])
  const published = versions.find(({ state }) => state === 'published')
  const shown = issueEditorPage(frameOf(c, more), head, notices, findings, published)
  return c.html(shown, more.problems === undefined ? 200 : 422)
}

/** What is said after a version was published. */
function publishedWords(head: IssueHead): Html {
  return html`第 ${head.version} 版已经公开，公众现在可以看到和查到。<a href="${issueAddress(head)}">看公开的页面</a>`
}
