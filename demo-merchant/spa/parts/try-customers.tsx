import type { TryCustomer } from '../../server/try-customers.ts'

/** Backd's sandbox answers by the billing email: this fills one in. What is typed by hand is no longer one of them. */
export function TryCustomers(props: {
  customers: readonly TryCustomer[]
  email: string
  onPick: (email: string) => void
}) {
  const { customers, email, onPick } = props
  const picked = customers.some((customer) => customer.email === email) ? email : ''
  return (
    <div className="panel try-customers">
      <label htmlFor="try-customer">Try a customer</label>
      <select
        id="try-customer"
        value={picked}
        onChange={(event) => onPick(event.target.value)}
        aria-describedby="try-customer-hint"
      >
        <option value="">As you fill it in</option>
        {customers.map((customer) => (
          <option key={customer.email} value={customer.email}>
            {customer.outcome}
          </option>
        ))}
      </select>
      <p className="muted small" id="try-customer-hint">
        In the sandbox the billing email decides what BackdPay answers.
      </p>
    </div>
  )
}
