/** m•••@acme.example: enough to know one's own address by. A name of one letter is not shown at all. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${at > 1 ? email.charAt(0) : ''}•••${email.slice(at)}`
}
