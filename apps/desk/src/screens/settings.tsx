import { useTitle } from '../parts/use-title.ts'
import { AppearanceChoice } from '../settings/appearance-choice.tsx'
import { OwnPassword } from '../settings/own-password.tsx'
import { OwnSessions } from '../settings/own-sessions.tsx'
import { OwnTokens } from '../settings/own-tokens.tsx'
import '../styles/form.css'
import '../styles/programmes.css'

/** What officers set for themselves: password, where they are signed in, tokens of other systems, appearance. */
export function Settings() {
  useTitle('设置')
  return (
    <>
      <h1>设置</h1>
      <OwnPassword />
      <OwnSessions />
      <OwnTokens />
      <AppearanceChoice />
    </>
  )
}
