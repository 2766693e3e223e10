import type { PostView } from '@luoshi/client'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { api } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useSession } from '../api/session-context.ts'
import { chooseAppearance, useTheme } from '../appearance.ts'
import { useLetters } from '../outbox/use-outbox.ts'
import { Popup } from '../parts/popup.tsx'

/** Who I am, light or dark, and the way out. */
export function Who() {
  const { officer, posts } = useSession()
  const theme = useTheme()
  const signOut = useSignOut()
  const unsent = useLetters().length
  const post = placeOf(posts)
  return (
    <div className="who">
      <span className="who-name" title={post}>
        {officer.name} <span className="secondary small">{post}</span>
      </span>
      <Popup label="本人" name={`本人：${officer.name}`}>
        {(close) => (
          <>
            <p>
              <strong>{officer.name}</strong>
            </p>
            <ul className="posts">
              {posts.map(({ programme, role, unit, programmeTitle, roleTitle, unitName, delegatedBy }) => (
                <li key={`${programme}/${role}/${unit}`} className="small">
                  <span>
                    {unitName} {roleTitle}
                    <span className="secondary">
                      （{programmeTitle}
                      {delegatedBy === null ? '' : `，${delegatedBy}委托`}）
                    </span>
                  </span>
                </li>
              ))}
            </ul>
            {unsent > 0 && <p className="small">还有 {unsent} 件存在本机待上传，退出后等您再登录时上传。</p>}
            <p className="menu-actions">
              <button
                type="button"
                className="button"
                onClick={() => chooseAppearance(theme === 'dark' ? 'light' : 'dark')}
              >
                {theme === 'dark' ? '改为浅色' : '改为深色'}
              </button>
              <Link className="button" href={screens.settings} onClick={close}>
                设置
              </Link>
              <button type="button" className="button" onClick={() => signOut.mutate()}>
                退出
              </button>
            </p>
          </>
        )}
      </Popup>
    </div>
  )
}

/** Where somebody works, and as what where that is one thing: no single one of many roles says it. */
function placeOf(posts: readonly PostView[]): string {
  const units = new Set(posts.map(({ unitName }) => unitName))
  const roles = new Set(posts.map(({ roleTitle }) => roleTitle))
  return [[...units].join('、'), ...(roles.size === 1 ? roles : [])].join(' ')
}

/** Ends the session; what was drafted on this device stays. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => call<void>(api.session, { method: 'DELETE' }),
    onSuccess: () => location.assign('/sign-in'),
  })
}
