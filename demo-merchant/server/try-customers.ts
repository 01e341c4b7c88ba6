/** Backd's sandbox answers by the billing email (docs/sandbox.md); a shop that is for real has no such list. */
export interface TryCustomer {
  email: string
  outcome: string
}

export const tryCustomers: readonly TryCustomer[] = [
  { email: 'approved@sandbox.backd.example', outcome: 'Approved' },
  { email: 'limit-too-low@sandbox.backd.example', outcome: 'Limit too low for the order' },
  { email: 'declined@sandbox.backd.example', outcome: 'Declined' },
  { email: 'slow@sandbox.backd.example', outcome: 'Slow decision' },
  { email: 'bounce@sandbox.backd.example', outcome: 'Mail that bounces' },
  { email: 'expired@sandbox.backd.example', outcome: 'Expired checkout' },
]
