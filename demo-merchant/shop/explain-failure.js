/** Failures whose `message` tells the customer something; the others' are for whoever integrated BackdPay. */
const toldToCustomers = new Set(['TOTAL_EXCEEDS_LIMIT', 'SERVICE_ERROR'])

/** What the customer reads of onFail's data: what they can do now, never what a developer would have to change. */
export function explainFailure({ message, code, recoverable }) {
  if (recoverable) return 'BackdPay could not be opened. Please try again.'
  const refusal = 'BackdPay can’t be used for this order.'
  return toldToCustomers.has(code) ? `${refusal} It says: “${message}”` : refusal
}
