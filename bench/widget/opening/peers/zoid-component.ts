// Its build without popups, which the terms do not need: the smaller of the two.
import { create } from 'zoid/dist/zoid.frame.min.js'

/** The page and the frame both define the component, as its README says. */
export const Terms = create({
  tag: 'backd-terms-of-payment',
  url: 'https://zoid-terms.test/terms',
  dimensions: { width: '100%', height: '100%' },
  props: { onSelect: { type: 'function', required: false } },
})
