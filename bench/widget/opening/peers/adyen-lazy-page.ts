document.querySelector('button')?.addEventListener('click', async () => {
  const { showForm } = await import('./adyen-form.ts')
  await showForm()
})
