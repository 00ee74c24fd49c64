import '../style.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { bringLetters } from '../shell/letters.ts'
import { applyTheme } from '../shell/Theme.tsx'
import { wordsCame } from '../words/chapter.ts'
import { Gallery } from './Gallery.tsx'

const element = document.getElementById('root')
if (!element) throw new Error('the page has no root')

applyTheme()
bringLetters()
await wordsCame()
createRoot(element).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
)
