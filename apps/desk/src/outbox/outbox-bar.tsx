import { Link } from 'wouter'
import { screens } from '../addresses.ts'
import { useReach } from '../api/reach.ts'
import { useDelivery, useLetters } from './use-outbox.ts'

/** Above every screen: whether the network is away, what waits on the device, what arrived and what was refused. */
export function OutboxBar() {
  const isOnline = useReach()
  const letters = useLetters()
  const waiting = letters.filter(({ refused }) => refused === null)
  const refused = letters.length - waiting.length
  const { arrived, send, forget } = useDelivery(waiting.length > 0 || !isOnline)
  const isQuiet = isOnline && letters.length === 0 && arrived.length === 0
  return (
    <div className="outbox-bar no-print" role="status">
      {!isQuiet && (
        <p className="problem mild">
          {!isOnline && '没有网络，看到的是上次联网时的内容；填写的存在本机，联网后自动上传。'}
          {waiting.length > 0 && `已存本机，待上传 ${waiting.length} 件。`}
          {refused > 0 && `有 ${refused} 件上传后没有办成。`}
          {letters.length > 0 && <Link href={screens.outbox}>逐件查看</Link>}
          {waiting.length > 0 && isOnline && (
            <button type="button" className="button plain" onClick={() => void send()}>
              现在上传
            </button>
          )}
          {arrived.length > 0 && (
            <>
              已上传：{arrived.map(({ title }) => title).join('、')}。
              <button type="button" className="button plain" onClick={forget}>
                知道了
              </button>
            </>
          )}
        </p>
      )}
    </div>
  )
}
