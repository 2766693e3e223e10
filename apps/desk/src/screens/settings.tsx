import { useId } from 'react'
import { type Appearance, chooseAppearance, chosenAppearance, useTheme } from '../appearance.ts'
import { useTitle } from '../parts/use-title.ts'
import '../styles/form.css'

/** What an officer sets for themselves. */
export function Settings() {
  useTitle('设置')
  return (
    <>
      <h1>设置</h1>
      <AppearanceChoice />
    </>
  )
}

const appearances: readonly { readonly value: Appearance; readonly label: string }[] = [
  { value: 'system', label: '随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
]

function AppearanceChoice() {
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
