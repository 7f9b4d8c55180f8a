import '../../styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { browserLocale } from '../form/browser-locale.ts'
import { RespondentPage } from './RespondentPage.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('survey.html has no #root')

const locale = browserLocale(navigator.languages)
document.documentElement.lang = locale
const token = location.pathname.split('/')[2] ?? ''
createRoot(root).render(
  <StrictMode>
    <RespondentPage token={token} locale={locale} />
  </StrictMode>,
)
