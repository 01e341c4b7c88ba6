/** React's face of @backd/widget, for React 18 and 19: the hook, and the elements as components. */
export {
  BackdPayButton,
  type BackdPayButtonProps,
  type PayingButtonProps,
  type PlainButtonProps,
} from './pay-button.ts'
export { BackdTerms, type BackdTermsProps } from './terms.ts'
export type * from './types.ts'
export { useBackd } from './use-backd.ts'
