import {
  addEntry,
  findNoticeById,
  latestEntries,
  type NewEntry,
  publicTables,
  rewriteRows,
} from '@luoshi/store'
import type { Hono } from 'hono'
import type { z } from 'zod'
import {
  attributeEntries,
  attributeProblems,
  attributeSchema,
  attributeYears,
} from '../gazettes/attributes.ts'
import { debtSchema, debtSubject, debtsOf } from '../gazettes/debt.ts'
import { interpretationRates } from '../gazettes/interpretation-rate.ts'
import { interpretationSchema } from '../gazettes/interpretations.ts'
import { normativeDocuments, normativeSchema } from '../gazettes/normative.ts'
import { rowText } from '../gazettes/passages.ts'
import { maskedTable, personalKindWords } from '../gazettes/personal-columns.ts'
import { numberingProblems, yearlyLists } from '../gazettes/yearly-lists.ts'
import type { OfficerPageEnv } from '../sign-in/index.ts'
import { type EditorContext, type EditorServices, filledIn, frameOf } from './editor-context.ts'
import {
  attributesPage,
  debtsEditorPage,
  type Filled,
  interpretationsPage,
  normativePage,
  tablesPage,
} from './pages/register-pages.ts'
import { problemTexts } from './problem-texts.ts'

/** Public attributes, normative documents, interpretations, and what is masked in tables. */
export function addRegisterRoutes(app: Hono<OfficerPageEnv>, services: EditorServices): void {
  addAttributeRoutes(app, services)
  addNormativeRoutes(app, services)
  addInterpretationRoutes(app, services)
  addTableRoutes(app, services)
  addDebtRoutes(app, services)
}

type Entered = Pick<NewEntry, 'kind' | 'subject' | 'payload' | 'numbers' | 'also'>

function enter({ db, clock }: EditorServices, c: EditorContext, entered: Entered): Promise<void> {
  const { county, id } = c.get('officer')
  return addEntry(db, { county, by: id, at: clock(), ...entered })
}

function addAttributeRoutes(app: Hono<OfficerPageEnv>, services: EditorServices): void {
  const show = async (c: EditorContext, problems: readonly string[], filled: Filled) => {
    const entries = await attributeEntries(services.db, c.get('officer').county)
    const shown = attributesPage(frameOf(c, { problems }), entries, attributeYears(entries), filled)
    return c.html(shown, problems.length > 0 ? 422 : 200)
  }
  app.get('/editor/attributes', (c) => show(c, [], {}))
  app.post('/editor/attributes', async (c) => {
    const filled = await filledIn(c)
    const given = attributeSchema.safeParse(filled)
    if (!given.success) return show(c, problemTexts(given.error), filled)
    const problems = attributeProblems(given.data)
    if (problems.length > 0) return show(c, problems, filled)
    const { docNumber } = given.data
    await enter(services, c, {
      kind: 'attribute',
      subject: docNumber,
      payload: given.data,
      numbers: [docNumber],
    })
    return c.redirect('/editor/attributes', 303)
  })
}

function addNormativeRoutes(app: Hono<OfficerPageEnv>, services: EditorServices): void {
  const show = async (c: EditorContext, problems: readonly string[], filled: Filled) => {
    const documents = await normativeDocuments(services.db, c.get('officer').county)
    const asked = Number(c.req.query('year'))
    const year = Number.isInteger(asked) && asked > 1900 ? asked : Number(services.clock().slice(0, 4))
    const shown = normativePage(frameOf(c, { problems }), documents, yearlyLists(documents, year), filled)
    return c.html(shown, problems.length > 0 ? 422 : 200)
  }
  app.get('/editor/normative', (c) => show(c, [], {}))
  app.post('/editor/normative', async (c) => {
    const filled = await filledIn(c)
    const given = normativeSchema.safeParse(filled)
    if (!given.success) return show(c, problemTexts(given.error), filled)
    const others = await normativeDocuments(services.db, c.get('officer').county)
    const problems = numberingProblems(given.data, others)
    if (problems.length > 0) return show(c, problems, filled)
    const { docNumber } = given.data
    await enter(services, c, {
      kind: 'normative',
      subject: docNumber,
      payload: given.data,
      numbers: [docNumber],
    })
    return c.redirect('/editor/normative', 303)
  })
}

function addInterpretationRoutes(app: Hono<OfficerPageEnv>, services: EditorServices): void {
  const show = async (c: EditorContext, problems: readonly string[], filled: Filled) => {
    const { county } = c.get('officer')
    const entries = await latestEntries(services.db, { county, kind: 'interpretation' })
    const all = entries.map(({ payload }) => interpretationSchema.parse(payload))
    const documents = await attributeEntries(services.db, county)
    const rates = interpretationRates(documents, new Set(all.map(({ docNumber }) => docNumber)))
    const shown = interpretationsPage(frameOf(c, { problems }), all, rates, filled)
    return c.html(shown, problems.length > 0 ? 422 : 200)
  }
  app.get('/editor/interpretations', (c) => show(c, [], {}))
  app.post('/editor/interpretations', async (c) => {
    const filled = await filledIn(c)
    const given: z.ZodSafeParseResult<z.infer<typeof interpretationSchema>> =
      interpretationSchema.safeParse(filled)
    if (!given.success) return show(c, problemTexts(given.error), filled)
    const { docNumber, title } = given.data
    const subject = `${docNumber}#${title}`
    await enter(services, c, { kind: 'interpretation', subject, payload: given.data, numbers: [docNumber] })
    return c.redirect('/editor/interpretations', 303)
  })
}

function addDebtRoutes(app: Hono<OfficerPageEnv>, services: EditorServices): void {
  const show = async (c: EditorContext, problems: readonly string[], filled: Filled) => {
    const debts = await debtsOf(services.db, c.get('officer').county)
    return c.html(debtsEditorPage(frameOf(c, { problems }), debts, filled), problems.length > 0 ? 422 : 200)
  }
  app.get('/editor/debt', (c) => show(c, [], {}))
  app.post('/editor/debt', async (c) => {
    const filled = await filledIn(c)
    const given = debtSchema.safeParse(filled)
    if (!given.success) return show(c, problemTexts(given.error), filled)
    const subject = debtSubject(given.data)
    await enter(services, c, { kind: 'debt', subject, payload: given.data, numbers: [] })
    return c.redirect('/editor/debt', 303)
  })
}

const MOST_TABLES = 2000

function addTableRoutes(app: Hono<OfficerPageEnv>, services: EditorServices): void {
  const { db } = services
  app.get('/editor/tables', async (c) => {
    const { county } = c.get('officer')
    const own = (await publicTables(db, MOST_TABLES)).filter(({ by }) => by.county === county)
    const shown = await Promise.all(
      own.map(async (table) => {
        const stored = await findNoticeById(db, county, table.by.id)
        return {
          ...table,
          columns: stored?.instrument.tables[table.number - 1]?.columns ?? [],
          personal: stored?.personal.get(table.number) ?? {},
        }
      }),
    )
    return c.html(tablesPage(frameOf(c), shown))
  })
  app.post('/editor/tables', async (c) => {
    const { instrument = '', number = '', ...columns } = await filledIn(c)
    const { county } = c.get('officer')
    const stored = await findNoticeById(db, county, instrument)
    const table = stored?.instrument.tables[Number(number) - 1]
    if (stored === null || table === undefined) return c.notFound()
    const masked = Object.entries(columns).flatMap(([name, kind]) => {
      const column = /^column-(\d{1,4})$/.exec(name)?.[1]
      return column !== undefined && Object.hasOwn(personalKindWords, kind) ? [[column, kind] as const] : []
    })
    const personal = Object.fromEntries(masked)
    const rows = maskedTable(table, personal).rows.map(({ cells }) => ({ cells, text: rowText(cells) }))
    await enter(services, c, {
      kind: 'masking',
      subject: `${instrument}#${number}`,
      payload: { columns: personal },
      also: (transaction) => rewriteRows(transaction, { county, instrument, number: Number(number) }, rows),
      numbers: [stored.head.docNumber, stored.head.address].filter((one) => one !== null),
    })
    return c.redirect('/editor/tables', 303)
  })
}
