import { forgetAnswers, forgetCodes } from '../../use-cases/forget.ts'
import { type SettlePorts, settleRefunds } from '../../use-cases/settle-refunds.ts'
import { createJobQueue, type JobDefinition, type JobQueueOptions } from './job-queue.ts'

export const SETTLE_REFUNDS = 'settle-refunds'
export const FORGET_ANSWERS = 'forget-answers'
export const FORGET_CODES = 'forget-codes'

/** What the service does by itself. */
export interface Jobs {
  start(): Promise<void>
  /** Settles what is due now, without waiting for the next minute. */
  settleSoon(): Promise<void>
  /** Ends within a few seconds, and never rejects. */
  stop(): Promise<void>
}

/** The jobs of the service, each with the use case that it runs. */
export function createJobs(ports: SettlePorts, options: Pick<JobQueueOptions, 'engine' | 'onRun'>): Jobs {
  const jobs: JobDefinition[] = [
    {
      name: SETTLE_REFUNDS,
      cron: '* * * * *',
      pollSeconds: 2,
      run: async (signal) => ({ ...(await settleRefunds(ports, signal)) }),
    },
    {
      name: FORGET_ANSWERS,
      cron: '17 * * * *',
      pollSeconds: 60,
      run: async (signal) => ({ forgotten: await forgetAnswers(ports, signal) }),
    },
    {
      name: FORGET_CODES,
      cron: '47 * * * *',
      pollSeconds: 60,
      run: async (signal) => ({ forgotten: await forgetCodes(ports, signal) }),
    },
  ]
  const queue = createJobQueue({ ...options, jobs, reporter: ports.reporter })
  return {
    start: queue.start,
    settleSoon: () => queue.runSoon(SETTLE_REFUNDS),
    stop: queue.stop,
  }
}
