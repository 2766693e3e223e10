import { useState } from 'react'
import type { ControlProps } from './controls.tsx'

/** A point as GeoJSON has it: longitude, latitude. */
interface Point {
  readonly type: 'Point'
  readonly coordinates: readonly [number | string, number | string]
}

/** Digits behind the point that are kept: a tenth of a metre. */
const DIGITS = 6

/** Where something is: typed, or taken from the device that stands there. */
export function PlaceControl({ id, value, isInvalid, describedBy, onChange }: ControlProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [longitude, latitude] = (value as Point | undefined)?.coordinates ?? ['', '']
  const keep = (coordinates: Point['coordinates']) => {
    const isBlank = coordinates.every((one) => one === '')
    onChange(isBlank ? undefined : { type: 'Point', coordinates: coordinates.map(asNumber) })
  }
  const locate = () => {
    setProblem(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => keep([rounded(coords.longitude), rounded(coords.latitude)]),
      () => setProblem('取不到现在的位置。请在手机设置中允许定位，或者填写经度和纬度。'),
      { enableHighAccuracy: true },
    )
  }
  const common = {
    className: 'field-input figure',
    inputMode: 'decimal',
    'aria-invalid': isInvalid || undefined,
    'aria-describedby': describedBy,
  } as const
  return (
    <div className="place">
      <input
        id={id}
        {...common}
        aria-label="经度"
        placeholder="经度"
        value={longitude}
        onChange={(event) => keep([event.target.value, latitude])}
      />
      <input
        {...common}
        aria-label="纬度"
        placeholder="纬度"
        value={latitude}
        onChange={(event) => keep([longitude, event.target.value])}
      />
      <button type="button" className="button" onClick={locate}>
        取现在的位置
      </button>
      {problem !== null && <p className="field-problem">{problem}</p>}
    </div>
  )
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(DIGITS))
}

/** What is half typed stays as it is, and is told to be no number when it is sent. */
function asNumber(typed: number | string): number | string {
  return typeof typed === 'string' && /^\d+(?:\.\d*[1-9])?$/.test(typed) ? Number(typed) : typed
}
