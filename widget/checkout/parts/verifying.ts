/** What comes before the terms where the merchant verifies its customers, and while Backd decides. */
export { DecidingScreen } from '../screens/deciding/deciding-screen.tsx'
export { VerifyScreen } from '../screens/verify/verify-screen.tsx'
export { default as styles } from '../styles/verify.css?inline'
