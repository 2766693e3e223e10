import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { showAppearance } from './appearance.ts'
import { registerServiceWorker } from './service-worker/register.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/parts.css'
import './styles/my-day.css'
import './styles/print.css'

showAppearance()
registerServiceWorker()

const place = document.getElementById('desk')
if (place === null) throw new Error('the page has no place for the desk')
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
