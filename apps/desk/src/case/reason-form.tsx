import { useId, useState } from 'react'

interface ReasonFormProps {
  readonly label: string
  readonly help: string
  readonly submit: string
  readonly isBusy: boolean
  readonly onReason: (reason: string) => void
  readonly cancel: () => void
}

/** Asks why, before something that is logged. */
export function ReasonForm({ label, help, submit, isBusy, onReason, cancel }: ReasonFormProps) {
  const id = useId()
  const [reason, setReason] = useState('')
  return (
    <form
      className="act card"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') onReason(reason.trim())
      }}
    >
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <div className="field-body">
          <input
            id={id}
            className="field-input"
            // biome-ignore lint/a11y/noAutofocus: it opened because it was asked for.
            autoFocus
            autoComplete="off"
            aria-describedby={`${id}-help`}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <p className="small secondary" id={`${id}-help`}>
            {help}
          </p>
        </div>
      </div>
      <div className="form-actions">
        <button type="submit" className="button main" disabled={isBusy || reason.trim() === ''}>
          {submit}
        </button>
        <button type="button" className="button" onClick={cancel}>
          取消
        </button>
      </div>
    </form>
  )
}
