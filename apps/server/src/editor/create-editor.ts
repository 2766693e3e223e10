import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { largestInput } from '../inputs/input-text.ts'
import type { OfficerPageEnv, SignIn } from '../sign-in/index.ts'
import { failedPage } from '../web/failed-page.ts'
import { pageSecurity } from '../web/page-security.ts'
import { messagePage } from '../web/pages/message-page.ts'
import { addCheckRoutes } from './check-routes.ts'
import type { EditorServices } from './editor-context.ts'
import { isEditor } from './editor-frame.ts'
import { addIssueEditorRoutes } from './issue-editor-routes.ts'
import { addRegisterRoutes } from './register-routes.ts'

/** The editor's desk for the gazette, under `/editor`: pages and forms, for who is signed in. */
export function createEditor(
  services: EditorServices,
  signIn: Pick<SignIn, 'requirePageOfficer'>,
): Hono<OfficerPageEnv> {
  const app = new Hono<OfficerPageEnv>()
  app.use(secureHeaders(pageSecurity))
  app.use(bodyLimit({ maxSize: largestInput + 1024 * 1024 }))
  app.use(signIn.requirePageOfficer)
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  addCheckRoutes(app, services)
  app.use(async (c, next) => {
    if (isEditor(c.get('officer'))) return next()
    const text = '公报由县政府办公室编辑。您可以在“发文前校核”里校核拟发的公文。'
    return c.html(messagePage('您不能编辑公报', text), 403)
  })
  addIssueEditorRoutes(app, services)
  addRegisterRoutes(app, services)
  app.notFound((c) => c.html(messagePage('没有这一页', '地址可能写错了。可以从编辑台进入。'), 404))
  app.onError(failedPage(services.log, '请稍后再试；一再出现时，请把地址告诉管理员。'))
  return app
}
