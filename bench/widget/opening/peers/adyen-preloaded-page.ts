import { showForm } from './adyen-form.ts'

document.querySelector('button')?.addEventListener('click', () => void showForm())
