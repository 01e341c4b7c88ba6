import type { Check } from '../snapshot.ts'

/** Cookies and storage: the modal keeps its state in the frame's memory, so a browser that blocks them is only told of. */
export const checkStorage: Check = ({ page }) =>
  `The modal needs no cookie and no storage${page.canStore ? '' : ', which this browser keeps from the page'}.`
