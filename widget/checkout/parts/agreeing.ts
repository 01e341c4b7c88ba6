/** From the review on: what a customer needs once terms are chosen. One part, so that Done is there when terms are stored. */
export { DoneScreen } from '../screens/done/done-screen.tsx'
export { ReviewScreen } from '../screens/review/review-screen.tsx'
export { default as styles } from '../styles/later.css?inline'
