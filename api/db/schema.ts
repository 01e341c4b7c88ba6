/** The tables, by what they are about. */
export * from './schema/checkout.ts'
export * from './schema/kept.ts'
export * from './schema/merchants.ts'
export * from './schema/orders.ts'
