import type { Check } from '../snapshot.ts'

/**
 * Cookies and storage: the modal keeps its state in the frame's memory, so a browser that blocks them is only told of. A page can't
 * look at those of another origin's frame; FRAME sees the checkout answer with whatever it has.
 */
export const checkStorage: Check = ({ page }) =>
  `The modal needs no cookie and no storage${page.canStore ? '' : ', which this browser keeps from the page'}. Its frame's were not looked at.`
