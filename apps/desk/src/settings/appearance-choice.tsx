import { useId } from 'react'
import { type Appearance, chooseAppearance, chosenAppearance, useTheme } from '../appearance.ts'

const appearances: readonly { readonly value: Appearance; readonly label: string }[] = [
  { value: 'system', label: '随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
]

/** Light, dark, or as the machine has it; kept on this device. */
export function AppearanceChoice() {
  const name = useId()
  // Shown anew when it changes.
  useTheme()
  return (
    <section className="card form-page">
      <h2>外观</h2>
      <fieldset className="options">
        <legend className="visually-hidden">外观</legend>
        {appearances.map(({ value, label }) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={name}
              checked={chosenAppearance() === value}
              onChange={() => chooseAppearance(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </section>
  )
}
