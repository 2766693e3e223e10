import { Component, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { api } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { isWithinReach, useReach } from '../api/reach.ts'
import { PartMissing } from './part.ts'
import { Waiting } from './waiting.tsx'

interface LoadedProps {
  readonly children: ReactNode
  /** Address of the screen; null where only a part of one is loaded. */
  readonly screen: string | null
  /** Rows of the shape that stands there until it is loaded. */
  readonly rows?: number
}

/**
 * What may have to be loaded first. Where it cannot be loaded or drawn, its place says so, and all that stands around it
 * stays.
 */
export function Loaded({ rows, screen, children }: LoadedProps) {
  return (
    <Boundary screen={screen}>
      <Suspense fallback={<Waiting {...(rows === undefined ? {} : { rows })} />}>{children}</Suspense>
    </Boundary>
  )
}

interface Failure {
  readonly error: unknown
}

const NONE: Failure = { error: null }

class Boundary extends Component<LoadedProps, Failure> {
  override state = NONE

  static getDerivedStateFromError(error: unknown): Failure {
    return { error }
  }

  override componentDidUpdate({ screen }: LoadedProps) {
    if (screen !== this.props.screen && this.state.error !== null) this.setState(NONE)
  }

  override render() {
    const { error } = this.state
    const { children, screen } = this.props
    if (error === null) return children
    return (
      <>
        {screen !== null && <h1>这一页没有打开</h1>}
        <NotShown isMissing={error instanceof PartMissing} />
      </>
    )
  }
}

/** A browser asks no second time for a part that did not come: the page is opened anew, once its server is there. */
function NotShown({ isMissing }: { readonly isMissing: boolean }) {
  const isWithin = useReach()
  const isAway = isMissing && !isWithin
  const [isAsking, setAsking] = useState(false)
  const wasAway = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  useEffect(() => {
    if (!isWithin) wasAway.current = true
    if (!isWithin || !isMissing) return
    void isServerThere().then((isThere) => {
      if (isThere && (wasAway.current || isLongAgo())) openAnew()
    })
  }, [isWithin, isMissing])
  const tryAgain = async () => {
    setAsking(true)
    if (await isServerThere()) openAnew()
    else setAsking(false)
  }
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={box}>
      <p className="problem-title">
        {isAway
          ? '没有网络，这里的内容还没有存到本机。'
          : '这里没有显示出来。请重新打开；一再出现时，请告诉管理员。'}
      </p>
      <p>
        填写的和待上传的都存在这台设备上，没有丢。
        {isAway && '请不要关闭这一页，联网后自动重新打开。'}
      </p>
      <p>
        <button type="button" className="button" disabled={isAsking} onClick={() => void tryAgain()}>
          {isAsking ? '正在连接' : isAway ? '再试一次' : '重新打开'}
        </button>
      </p>
    </div>
  )
}

/** Where this tab remembers when it opened a page anew. */
const OPENED_ANEW = 'luoshi-opened-anew'

/** For how long a page is not opened anew once more without being asked: it may fail each time. Milliseconds. */
const AT_REST = 60_000

function openAnew(): void {
  sessionStorage.setItem(OPENED_ANEW, String(Date.now()))
  location.reload()
}

function isLongAgo(): boolean {
  return Date.now() - Number(sessionStorage.getItem(OPENED_ANEW)) > AT_REST
}

/** How long the server is waited for. Milliseconds. */
const PATIENCE = 10_000

/** Whether the server answers now: without it, a page that is opened anew would be gone. */
async function isServerThere(): Promise<boolean> {
  try {
    await call(api.session, { staysSignedOut: true, signal: AbortSignal.timeout(PATIENCE) })
  } catch {
    // A refusal is an answer too; silence is noted.
  }
  return isWithinReach()
}
