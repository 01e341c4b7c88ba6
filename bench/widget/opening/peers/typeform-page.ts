import { createPopup } from '@typeform/embed'
import '@typeform/embed/build/css/popup.css'

// As its README opens a popup from a button.
const { open } = createPopup('terms')
document.querySelector('button')?.addEventListener('click', open)
