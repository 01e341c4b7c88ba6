/**
 * What a customer needs from the comparison of terms to Done. One part, so that Done is there when terms are stored, and
 * because what is packed together is smaller.
 */
export { DoneScreen } from '../screens/done/done-screen.tsx'
export { ReviewScreen } from '../screens/review/review-screen.tsx'
export { Comparison } from '../screens/terms/comparison.tsx'
export { default as styles } from '../styles/later.css?inline'
