import { type ConfirmAgainPorts, confirmAgain } from '../../use-cases/confirm-again.ts'
import { type ExpirePorts, expireApprovals } from '../../use-cases/expire-approvals.ts'
import { forgetAnswers, forgetCodes } from '../../use-cases/forget.ts'
import { type SettlePorts, settleRefunds } from '../../use-cases/settle-refunds.ts'
import { createJobQueue, type JobDefinition, type JobQueueOptions } from './job-queue.ts'

export const SETTLE_REFUNDS = 'settle-refunds'
export const EXPIRE_APPROVALS = 'expire-approvals'
export const CONFIRM_AGAIN = 'confirm-again'
export const FORGET_ANSWERS = 'forget-answers'
export const FORGET_CODES = 'forget-codes'

/** What the service does by itself. */
export interface Jobs {
  start(): Promise<void>
  /** Does what is due by the merchants' clocks now, without waiting for the next minute. */
  catchUpSoon(): Promise<void>
  /** Ends within a few seconds, and never rejects. */
  stop(): Promise<void>
}

/**
 * The jobs of the service, each with the use case that it runs.
 * @param options.cron when all of them are due by themselves; another than their own only in tests
 */
export function createJobs(
  ports: SettlePorts & ExpirePorts & ConfirmAgainPorts,
  { cron, ...options }: Pick<JobQueueOptions, 'engine' | 'onRun'> & { cron?: string },
): Jobs {
  const jobs: JobDefinition[] = [
    {
      name: SETTLE_REFUNDS,
      cron: '* * * * *',
      pollSeconds: 2,
      run: async (signal) => ({ ...(await settleRefunds(ports, signal)) }),
    },
    {
      name: EXPIRE_APPROVALS,
      cron: '* * * * *',
      pollSeconds: 2,
      run: async (signal) => ({ ...(await expireApprovals(ports, signal)) }),
    },
    {
      name: CONFIRM_AGAIN,
      cron: '* * * * *',
      pollSeconds: 60,
      run: async (signal) => ({ ...(await confirmAgain(ports, signal)) }),
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
  const queue = createJobQueue({
    ...options,
    jobs: jobs.map((job) => ({ ...job, cron: cron ?? job.cron })),
    reporter: ports.reporter,
  })
  return {
    start: queue.start,
    async catchUpSoon() {
      await Promise.all([SETTLE_REFUNDS, EXPIRE_APPROVALS].map(queue.runSoon))
    },
    stop: queue.stop,
  }
}
