import { z } from 'zod'
import { type ContactKind, contactFields, type FormValues } from './checkout-fields.ts'

/**
 * What the server takes of the checkout form. A contact has the shape of Backd's Order Object, so it goes there as it is.
 */

const requiredText = z.string({ error: 'is missing' }).trim().min(1, 'is missing').max(200, 'is too long')
const optionalText = z.string().trim().max(200, 'is too long').optional()

const contactSchema = z.object({
  name: z.object({ first: requiredText, last: requiredText }),
  company_name: optionalText,
  address: z.object({
    line1: requiredText,
    line2: optionalText,
    city: requiredText,
    state: requiredText,
    zipcode: requiredText,
    country: requiredText,
  }),
  phone_number: requiredText,
  email: z
    .string({ error: 'is missing' })
    .trim()
    // The pattern of <input type="email">, so that server and browser agree.
    .regex(z.regexes.html5Email, 'must be an address like joe@example.com')
    .max(254, 'is too long'),
})
export type Contact = z.infer<typeof contactSchema>

const checkoutSchema = z.object({
  mode: z
    .enum(['modal', 'redirect', 'server'], { error: 'must be "modal", "redirect" or "server"' })
    .default('modal'),
  /** Which of the two storefronts a redirect comes back to. */
  storefront: z.enum(['pages', 'spa'], { error: 'must be "pages" or "spa"' }).default('pages'),
  billing: contactSchema,
  /** Absent: ship to the billing address. */
  shipping: contactSchema.optional(),
  notify_customer: z.boolean(),
})
export type CheckoutForm = z.infer<typeof checkoutSchema>
export type Storefront = CheckoutForm['storefront']

/** One field that is wrong: its name, and a sentence for the customer. */
export interface FormFault {
  name: string
  message: string
}

export type FormResult = { ok: true; form: CheckoutForm } | { ok: false; faults: FormFault[] }

/** Judges a posted checkout form. Without `ship_elsewhere` the shipping fields are not looked at. */
export function readCheckoutForm(values: FormValues): FormResult {
  const result = checkoutSchema.safeParse({
    mode: values['mode'],
    storefront: values['storefront'],
    billing: gatherContact(values, 'billing'),
    shipping: values['ship_elsewhere'] === undefined ? undefined : gatherContact(values, 'shipping'),
    notify_customer: values['notify_customer'] !== undefined,
  })
  if (result.success) return { ok: true, form: result.data }
  return {
    ok: false,
    faults: result.error.issues.map((issue) => {
      const name = issue.path.join('.')
      return { name, message: `${labelOf(name)} ${issue.message}.` }
    }),
  }
}

function gatherContact(values: FormValues, kind: ContactKind) {
  const value = (path: string) => values[`${kind}.${path}`]
  return {
    name: { first: value('name.first'), last: value('name.last') },
    company_name: value('company_name') || undefined,
    address: {
      line1: value('address.line1'),
      line2: value('address.line2') || undefined,
      city: value('address.city'),
      state: value('address.state'),
      zipcode: value('address.zipcode'),
      country: value('address.country'),
    },
    phone_number: value('phone_number'),
    email: value('email'),
  }
}

function labelOf(name: string): string {
  const [kind, ...path] = name.split('.')
  const field = contactFields.find((candidate) => candidate.path === path.join('.'))
  return field ? `${kind === 'billing' ? 'Billing' : 'Shipping'}: ${field.label.toLowerCase()}` : name
}
