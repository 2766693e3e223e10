import { Link } from 'wouter'
import { useTitle } from '../parts/use-title.ts'

/** For an address that leads nowhere, or to what this officer may not see. */
export function NotHere() {
  useTitle('没有这一页')
  return (
    <div className="empty">
      <h1>没有这一页</h1>
      <p>地址可能写错了，或者您没有查看它的权限。可以从上面查找，或者回到</p>
      <p>
        <Link className="button" href="/">
          我的一天
        </Link>
      </p>
    </div>
  )
}
