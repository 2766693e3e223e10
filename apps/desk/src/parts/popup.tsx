import { type ReactNode, useEffect, useRef, useState } from 'react'

interface PopupProps {
  readonly label: ReactNode
  /** What a screen reader hears in place of the label. */
  readonly name?: string
  readonly className?: string
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button that shows more below it; Escape, a click elsewhere or leaving it by the keyboard closes it. */
export function Popup({ label, name, className = 'button', children }: PopupProps) {
  const [isOpen, setOpen] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)
  useEffect(() => {
    if (!isOpen) return
    const onPointer = (event: PointerEvent) => {
      if (!holder.current?.contains(event.target as Node)) setOpen(false)
    }
    addEventListener('pointerdown', onPointer)
    return () => removeEventListener('pointerdown', onPointer)
  }, [isOpen])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape from what is inside.
    <div
      className="popup no-print"
      ref={holder}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        close()
        button.current?.focus()
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !holder.current?.contains(event.relatedTarget)) close()
      }}
    >
      <button
        type="button"
        className={className}
        aria-expanded={isOpen}
        aria-label={name}
        ref={button}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      {isOpen && <div className="card">{typeof children === 'function' ? children(close) : children}</div>}
    </div>
  )
}
