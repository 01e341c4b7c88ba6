/** What only an order needs that is handed to a colleague. */
export { HandoverScreen } from '../screens/handover/handover-screen.tsx'
export { RequestNotice } from '../screens/handover/request-notice.tsx'
