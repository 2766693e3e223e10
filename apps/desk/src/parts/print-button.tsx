/** Puts the screen on paper as its print style has it. */
export function PrintButton() {
  return (
    <button type="button" className="button no-print" onClick={() => print()}>
      打印
    </button>
  )
}
