import { useEffect, useRef, useState } from 'react'

interface SignaturePadProps {
  /** Whose signature it is: 当事人签名 */
  readonly label: string
  readonly isBusy: boolean
  readonly onSigned: (picture: File) => void
}

/** Width of the stroke, as of a pen on paper. Pixels of the screen. */
const STROKE = 2.5

/** Shorter than this a touch is no signature. Pixels of the screen. */
const LEAST = 40

/** Where someone signs on the glass, with a finger, a pen or a mouse; what was drawn becomes a picture. */
export function SignaturePad({ label, isBusy, onSigned }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<Point | null>(null)
  const [drawn, setDrawn] = useState(0)
  const [isForgotten, setForgotten] = useState(false)
  const isWaiting = drawn >= LEAST
  // What was signed and not taken would be lost with the form that is sent without it.
  useEffect(() => {
    const form = canvas.current?.closest('form')
    if (!isWaiting || form === null || form === undefined) return
    const stop = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
      setForgotten(true)
      canvas.current?.scrollIntoView({ block: 'center' })
    }
    form.addEventListener('submit', stop)
    return () => form.removeEventListener('submit', stop)
  }, [isWaiting])
  const begin = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const { currentTarget: glass, pointerId } = event
    if (drawn === 0) makeSharp(glass)
    glass.setPointerCapture(pointerId)
    last.current = pointIn(glass, event)
  }
  const move = ({ currentTarget: glass, nativeEvent }: React.PointerEvent<HTMLCanvasElement>) => {
    if (last.current === null) return
    let length = 0
    // A browser tells of several moves at once: without those in between a quick stroke has corners.
    const moves = nativeEvent.getCoalescedEvents()
    for (const one of moves.length === 0 ? [nativeEvent] : moves) {
      const point = pointIn(glass, one)
      length += line(glass, last.current, point)
      last.current = point
    }
    setDrawn((before) => before + length)
  }
  const clear = () => {
    if (canvas.current !== null) makeSharp(canvas.current)
    setDrawn(0)
    setForgotten(false)
  }
  const take = () => {
    canvas.current?.toBlob((picture) => {
      if (picture !== null) onSigned(new File([picture], `${label}.png`, { type: 'image/png' }))
    }, 'image/png')
  }
  return (
    <div className="signature">
      <canvas
        ref={canvas}
        aria-label={`${label}：在框内签名`}
        role="img"
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={() => {
          last.current = null
        }}
        onPointerCancel={() => {
          last.current = null
        }}
      />
      <p className={isForgotten ? 'field-problem' : 'small secondary'} role="status">
        {drawn === 0
          ? '请在框内签名。'
          : isForgotten
            ? '已签名，还没有采用：请按“用这个签名”，不用的按“重签”。'
            : '签好后按“用这个签名”。'}
      </p>
      <button type="button" className="button" disabled={!isWaiting || isBusy} onClick={take}>
        用这个签名<span className="visually-hidden">：{label}</span>
      </button>
      <button type="button" className="button plain" disabled={drawn === 0} onClick={clear}>
        重签<span className="visually-hidden">：{label}</span>
      </button>
    </div>
  )
}

interface Point {
  readonly x: number
  readonly y: number
}

function pointIn(
  glass: HTMLCanvasElement,
  { clientX, clientY }: { clientX: number; clientY: number },
): Point {
  const { left, top } = glass.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}

/** White paper with as many dots as the screen has. */
function makeSharp(glass: HTMLCanvasElement): void {
  const { width, height } = glass.getBoundingClientRect()
  const { devicePixelRatio: ratio } = window
  glass.width = Math.round(width * ratio)
  glass.height = Math.round(height * ratio)
  const pen = glass.getContext('2d')
  if (pen === null) return
  pen.scale(ratio, ratio)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.strokeStyle = '#000'
  pen.lineWidth = STROKE
  pen.lineCap = 'round'
}

/** Draws a line; gives its length. */
function line(glass: HTMLCanvasElement, from: Point, to: Point): number {
  const pen = glass.getContext('2d')
  pen?.beginPath()
  pen?.moveTo(from.x, from.y)
  pen?.lineTo(to.x, to.y)
  pen?.stroke()
  return Math.hypot(to.x - from.x, to.y - from.y)
}
