import type { Hono } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context.ts'
import { apiIssue } from '../api/api-issues.ts'
import { CASE, findReadable } from '../api/case-routes.ts'
import { isIssue } from '../api/find-procedure.ts'
import { refuse } from '../api/refusal.ts'
import type { Services } from '../services.ts'
import { attachment } from '../transfer/attachment.ts'
import { collectDossier, type Dossier } from './collect.ts'
import { picturesOf } from './pictures.ts'
import { signingKeyOf } from './signing-key.ts'

/** The whole file of a case: as one PDF, or as a signed archive that is checked outside. */
export function addDossierRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context

  for (const format of ['pdf', 'zip'] as const) {
    app.get(`${CASE}/dossier.${format}`, async (c) => {
      const found = await findReadable(c, context)
      if (isIssue(found)) return refuse(c, library, found)
      const { sight, stored } = found
      const collected = await collectDossier(services, sight, stored)
      if (collected.kind === 'refused') return refuse(c, library, ...collected.issues)
      const { dossier } = collected
      const { county, id } = stored.case
      const made = new Date(`${sight.now.slice(0, 10)}T00:00:00+08:00`)
      // What writes PDF is large, and loaded when it is first needed.
      const bytes =
        format === 'pdf'
          ? await printed(services, dossier, county, made)
          : await (await import('./write-archive.ts')).writeArchive(services, dossier, {
              county,
              case: id,
              now: sight.now,
            })
      if (bytes === null) return refuse(c, library, apiIssue('file-lost'))
      return c.body(bytes, 200, {
        'content-type': `application/${format}`,
        'content-disposition': attachment(`${dossier.title}.${format}`),
        'x-signing-key': signingKeyOf(services.vault, county).fingerprint,
      })
    })
  }
}

async function printed(
  services: Services,
  dossier: Dossier,
  county: string,
  made: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const { fontsOfDossier, wholePdf } = await import('./whole-pdf.ts')
  const whole = { dossier, pictures: await picturesOf(services, county, dossier) }
  return wholePdf(whole, { made, fonts: await fontsOfDossier(whole, services.fontFolder) })
}
