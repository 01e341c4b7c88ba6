import { Terms } from './zoid-component.ts'

document.querySelector('button')?.addEventListener('click', () => {
  const dialog = document.createElement('dialog')
  dialog.style.cssText = 'width: 80vw; height: 80vh; padding: 0'
  document.body.append(dialog)
  dialog.showModal()
  void Terms({ onSelect() {} }).render(dialog)
})
