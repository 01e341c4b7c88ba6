/**
 * What each entry of the package offers, types apart. Merchants build on these names: one that is added is named here and in
 * the documentation, one that is taken away or renamed is a new major version.
 */
export const exported: Record<string, string[]> = {
  '.': ['diagnose', 'initializeWidget', 'loadWidget', 'preload'],
  './elements': ['defineElements', 'definePayButton'],
  './react': ['BackdPayButton', 'BackdTerms', 'useBackd'],
  './validate': ['createOrderSchema', 'orderSchema', 'validateCreateOrder', 'validateOrder'],
}
