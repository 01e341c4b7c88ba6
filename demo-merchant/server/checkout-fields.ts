/** The checkout form's fields. One's name is its path in Backd's Order Object, such as "billing.address.city". */

export type ContactKind = 'billing' | 'shipping'

export interface ContactField {
  /** Within a contact: "name.first". */
  path: string
  label: string
  /** The token that lets a browser fill the field (WCAG 1.3.5). */
  autocomplete: string
  type?: 'email' | 'tel'
  optional?: true
  /** Full: always a row of its own. Half: always beside another. Without: beside another where there is room. */
  width?: 'full' | 'half'
  /** What the demo prefills: the customer of Backd's own example order, and a company, since terms are for businesses. */
  example: string
}

export const contactFields: readonly ContactField[] = [
  { path: 'name.first', label: 'First name', autocomplete: 'given-name', width: 'half', example: 'Joe' },
  { path: 'name.last', label: 'Last name', autocomplete: 'family-name', width: 'half', example: 'Doe' },
  {
    path: 'company_name',
    label: 'Company',
    autocomplete: 'organization',
    optional: true,
    width: 'full',
    example: 'Doe Inc.',
  },
  {
    path: 'email',
    label: 'Email',
    autocomplete: 'email',
    type: 'email',
    example: 'joedoe@123fakestreet.com',
  },
  { path: 'phone_number', label: 'Phone', autocomplete: 'tel', type: 'tel', example: '4153334567' },
  { path: 'address.line1', label: 'Address', autocomplete: 'address-line1', example: '123 Main St' },
  {
    path: 'address.line2',
    label: 'Floor or suite',
    autocomplete: 'address-line2',
    optional: true,
    example: 'Floor 1',
  },
  { path: 'address.city', label: 'City', autocomplete: 'address-level2', width: 'half', example: 'Austin' },
  { path: 'address.state', label: 'State', autocomplete: 'address-level1', width: 'half', example: 'TX' },
  {
    path: 'address.zipcode',
    label: 'ZIP code',
    autocomplete: 'postal-code',
    width: 'half',
    example: '78704',
  },
  { path: 'address.country', label: 'Country', autocomplete: 'country-name', width: 'half', example: 'USA' },
]

/** Fields as a browser posts them, by name. */
export type FormValues = Readonly<Record<string, string>>

/** What the form holds when it is first opened. */
export const exampleValues: FormValues = Object.fromEntries(
  (['billing', 'shipping'] as const).flatMap((kind) =>
    contactFields.map((field) => [`${kind}.${field.path}`, field.example]),
  ),
)
