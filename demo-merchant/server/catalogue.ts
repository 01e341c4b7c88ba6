/** What the shop sells. The one place that prices come from: nothing a browser sends is ever a price. */

export interface Product {
  sku: string
  name: string
  /** One line under the name. */
  summary: string
  /** A short paragraph on the product's own page. */
  description: string
  facts: readonly string[]
  unitPriceCents: number
  /** Freight is insured and costs more to send (pricing.ts). */
  shipsAs: 'parcel' | 'freight'
  /** Taken off once when the line reaches the quantity. */
  volumeDiscount?: { fromQty: number; offCents: number }
  /** A file in shop/illustrations, without its ending. */
  illustration: string
}

export const catalogue: readonly Product[] = [
  {
    sku: 'ABC-123',
    name: 'MacBook Pro',
    summary: '16-inch, 48 GB, 1 TB',
    description:
      'The laptop your developers and designers keep asking for. Delivered enrolled in your device management, with a spare charger for the desk.',
    facts: ['16.2-inch display', '48 GB memory, 1 TB storage', 'Three-year business warranty'],
    unitPriceCents: 3_000_00,
    shipsAs: 'freight',
    volumeDiscount: { fromQty: 3, offCents: 200_00 },
    illustration: 'laptop',
  },
  {
    sku: 'DSK-160',
    name: 'Sit-stand desk',
    summary: 'Oak, 63 × 31 in, two motors',
    description:
      'Solid oak top on a steel frame that lifts 260 lb without a wobble. Four heights in memory, and quiet enough for an open floor.',
    facts: ['Height 25 to 51 in', 'Cable tray included', 'Assembled at your office'],
    unitPriceCents: 689_00,
    shipsAs: 'freight',
    illustration: 'desk',
  },
  {
    sku: 'CHR-410',
    name: 'Task chair',
    summary: 'Mesh back, adjustable lumbar',
    description:
      'Eight hours in it and you will not think about it once. Every part can be replaced with the key under the seat.',
    facts: ['Seat 17 to 21 in', 'Weight up to 300 lb', 'Ten-year warranty'],
    unitPriceCents: 389_00,
    shipsAs: 'freight',
    volumeDiscount: { fromQty: 4, offCents: 120_00 },
    illustration: 'chair',
  },
  {
    sku: 'MON-27Q',
    name: '27-inch monitor',
    summary: '1440p, USB-C, height adjustable',
    description: 'One cable for picture, power and network. Calibrated before it leaves the warehouse.',
    facts: ['2560 × 1440, 100 Hz', 'USB-C with 90 W', 'No-dead-pixel promise'],
    unitPriceCents: 329_50,
    shipsAs: 'parcel',
    illustration: 'monitor',
  },
  {
    sku: 'PRN-220',
    name: 'Laser printer',
    summary: 'Duplex, 40 pages a minute',
    description:
      'Prints, scans and copies on both sides, and tells us when the toner runs low, so you need not.',
    facts: ['40 pages a minute', '550-sheet tray', 'First toner included'],
    unitPriceCents: 274_99,
    shipsAs: 'parcel',
    illustration: 'printer',
  },
  {
    sku: 'PPR-10R',
    name: 'Copy paper',
    summary: 'Box of ten reams, 20 lb, recycled',
    description: 'Five thousand bright white sheets from recycled fibre. Does not curl, does not jam.',
    facts: ['5,000 letter sheets', '100 % recycled', 'Fits every printer we sell'],
    unitPriceCents: 54_90,
    shipsAs: 'parcel',
    illustration: 'paper',
  },
]

/** The product with a SKU, or undefined. */
export function findProduct(sku: string): Product | undefined {
  return catalogue.find((product) => product.sku === sku)
}
