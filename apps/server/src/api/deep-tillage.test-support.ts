import type { Answer, Client, DoneView, ImportView } from '@luoshi/client'
import { countyBySlug } from '@luoshi/counties'
import { vi } from 'vitest'
import { record } from '../../../../programmes/deep-tillage/record.test-support.ts'
import { seededUnitCode } from '../surroundings/seed-county.ts'

export { record }

/** The county of the notice. */
export const county = 'wuzhai'

const wuzhai = countyBySlug.get(county)
if (wuzhai === undefined) throw new Error('the county is gone')

/** Code of the township. */
export const township = seededUnitCode(wuzhai, '三岔镇人民政府')

/** Address of a procedure. */
export const of = (procedure: string, programme = 'deep-tillage') => ({ county, programme, procedure })
export const claims = of('claim')

/** The case as an action left it; a refusal is a slip of the test. */
export function done(answer: Answer<DoneView>): DoneView['case'] {
  if (!answer.ok) throw new Error(answer.problem.detail)
  return answer.value.case
}

/** The sentences of a refusal. */
export const said = (answer: Answer<unknown>) =>
  answer.ok ? [] : answer.problem.issues.map(({ message }) => message)

/** Imports a sheet, and gives what became of it. */
export async function importSheet(client: Client, csv: string, mode: string): Promise<ImportView> {
  const form = new FormData()
  form.set('mode', mode)
  form.set('file', new File([csv], '监测明细.csv', { type: 'text/csv' }))
  const path = `/api/v1/${county}/programmes/deep-tillage/procedures/claim/imports`
  const asked = await client.call<ImportView>('POST', path, { body: form })
  if (!asked.ok) throw new Error(asked.problem.detail)
  return vi.waitFor(
    async () => {
      const now = await client.call<ImportView>('GET', `${path}/${asked.value.id}`)
      if (!now.ok || now.value.report === null) throw new Error(JSON.stringify(now))
      return now.value
    },
    { timeout: 60_000, interval: 100 },
  )
}

/** Headings of a sheet of work records, as a clerk writes them. */
export const headings =
  '作业记录编号,项目年度,地块,乡（镇）,村,作业地点,作业主体,农机户、农机服务组织名称,作业机手,机手联系方式,农户姓名,农户联系方式,作业时间,作业面积（亩）,作业质量（厘米）,相邻两铲间距（厘米）,记录方式,监测明细行号'

/** One row of it. */
export const line = (number: string, plot: string, area: string, depth: string, row: string) =>
  `${number},2022年,${plot},三岔镇,上坪村,上坪村东梁,合作社-3,丰穗农机专业合作社,田大有,13800005678,苗得雨,13900001234,2022-08-30,${area},${depth},62.5,远程监测,${row}`
