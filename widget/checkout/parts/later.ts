/**
 * Every screen but the first that most customers see, as one file: what is packed together is smaller, and one request
 * is quicker than two that wait for each other.
 */
export { announcement } from '../flow/announcement.ts'
export { Companion } from '../flow/companion.ts'
export { joinPrepared, prepare, takePrepared } from '../flow/prepare.ts'
export { stopEnding } from '../flow/stop-ending.ts'
export { DecidingScreen } from '../screens/deciding/deciding-screen.tsx'
export { DoneScreen } from '../screens/done/done-screen.tsx'
export { ReviewScreen } from '../screens/review/review-screen.tsx'
export { StoppedScreen } from '../screens/stopped/stopped-screen.tsx'
export { TermsMore } from '../screens/terms/terms-more.tsx'
export { default as styles } from '../styles/later.css?inline'
