import type { Offer } from '@backd/contract/plans.ts'

/** What a downloaded schedule is made from. */
export interface ScheduleExport {
  /** Names the events and the file. */
  backdOrderId: string
  merchantOrderId: string
  merchant: string
  schedule: Offer
}

/** A file that the customer is offered. */
export interface ExportFile {
  name: string
  type: string
  text: string
}
