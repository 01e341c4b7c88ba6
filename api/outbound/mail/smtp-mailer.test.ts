import { type AddressInfo, createServer, type Server } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { MAIL_WITHIN_MS } from '../../use-cases/ports/mailer.ts'
import { createSmtpMailer } from './smtp-mailer.ts'

const mail = {
  to: 'joe@example.com',
  subject: 'Your order – “Köln”',
  text: 'Look at it: https://pay.example/checkout/1\n',
  html: '<p>Look at <a href="https://pay.example/checkout/1">it</a></p>',
}

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(cleanups.splice(0).map((clean) => clean()))
})

/** A real mail server; @returns its URL and what it took */
async function openMailServer(options: SMTPServerOptions = {}) {
  const taken: { to: string[]; source: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString(),
        })
        done()
      })
    },
    ...options,
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  cleanups.push(() => new Promise<void>((closed) => server.close(closed)))
  return { url: urlOf(server.server), taken }
}

/** A port where something listens that is no mail server. */
async function openPort(onConnection: Parameters<typeof createServer>[1]) {
  const sockets = new Set<{ destroy(): void }>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection?.(socket)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((closed) => server.close(closed))
  })
  return urlOf(server)
}

const urlOf = (server: { address(): unknown }) => `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`

function openMailer(url: string, timeoutMs?: number) {
  const reports: string[] = []
  const mailer = createSmtpMailer({
    url,
    from: 'BackdPay <orders@backd.example>',
    reporter: { report: (error, what) => reports.push(`${what} ${(error as Error).message}`) },
    ...(timeoutMs ? { timeoutMs } : {}),
  })
  return { mailer, reports }
}

describe('a mail server that works', () => {
  test('takes the mail: taken, with both parts, to the one recipient', async () => {
    const { url, taken } = await openMailServer()
    const { mailer, reports } = openMailer(url)
    expect(await mailer.send(mail)).toBe('taken')
    expect(taken).toHaveLength(1)
    expect(taken[0]?.to).toEqual(['joe@example.com'])
    expect(taken[0]?.source).toMatch(/^From: BackdPay <orders@backd\.example>\r\nTo: joe@example\.com\r\n/m)
    expect(taken[0]?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(taken[0]?.source).toMatch(/Content-Type: multipart\/alternative/)
    expect(taken[0]?.source).toMatch(
      /Content-Type: text\/plain; charset=utf-8[\s\S]*Content-Type: text\/html; charset=utf-8/,
    )
    expect(reports).toEqual([])
  })

  test('is logged in to with the user and password of the URL', async () => {
    const { url } = await openMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'backd' && password === 'p@ss' ? done(null, { user: 1 }) : done(new Error('no')),
    })
    expect(await openMailer(url.replace('//', '//backd:p%40ss@')).mailer.send(mail)).toBe('taken')
    expect(await openMailer(url.replace('//', '//backd:wrong@')).mailer.send(mail)).toBe('failed')
  })

  test('gets no header and no recipient that was smuggled into a field', async () => {
    const { url, taken } = await openMailServer()
    const { mailer } = openMailer(url)
    await mailer.send({ ...mail, subject: 'Hello\r\nBcc: eve@example.com\r\n\r\nbody' })
    await mailer.send({ ...mail, to: 'joe@example.com, eve@example.com' })
    await mailer.send({ ...mail, to: 'joe@example.com>\r\nRCPT TO:<eve@example.com' })
    expect(taken.flatMap(({ to }) => to)).not.toContain('eve@example.com')
    expect(taken[0]?.source).not.toMatch(/^Bcc:/im)
  })
})

describe('a mail server that does not take the mail', () => {
  test('refuses the recipient: refused, and the report does not name them', async () => {
    const { url, taken } = await openMailServer({
      onRcptTo: ({ address }, _session, done) =>
        done(Object.assign(new Error(`${address} is unknown`), { responseCode: 550 })),
    })
    const { mailer, reports } = openMailer(url)
    expect(await mailer.send(mail)).toBe('refused')
    expect(taken).toEqual([])
    expect(reports).toEqual(['The mail server did not take a mail. EENVELOPE RCPT TO 550'])
  })

  test.each([
    [550, '5.1.1 <joe@example.com>: Recipient address rejected: User unknown', 'refused'],
    [550, '5.1.10 Recipient not found', 'refused'],
    [550, 'No such user here', 'refused'],
    [553, '5.1.3 Bad address syntax', 'refused'],
    [554, '5.7.1 <joe@example.com>: Relay access denied', 'failed'],
    [550, '5.7.26 Unauthenticated mail is not accepted, unknown sender', 'failed'],
    [550, '5.1.8 Bad sender address', 'failed'],
    [550, 'Blocked by our policy', 'failed'],
    [552, '5.2.2 Mailbox full', 'failed'],
  ] as const)('answers the recipient with %i %s: %s', async (responseCode, words, outcome) => {
    const { url } = await openMailServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error(words), { responseCode })),
    })
    expect(await openMailer(url).mailer.send(mail)).toBe(outcome)
  })

  test.each([
    ['the recipient for the moment', 'onRcptTo', 451],
    ['the sender', 'onMailFrom', 550],
  ] as const)('refuses %s: failed, for the address may be right', async (_whom, step, responseCode) => {
    const { url } = await openMailServer({
      [step]: (_address: unknown, _session: unknown, done: (error: Error) => void) =>
        done(Object.assign(new Error('not now'), { responseCode })),
    })
    expect(await openMailer(url).mailer.send(mail)).toBe('failed')
  })

  test('refuses the content: failed', async () => {
    const { url } = await openMailServer({
      onData(stream, _session, done) {
        stream.resume()
        stream.on('end', () => done(Object.assign(new Error('looks like spam'), { responseCode: 554 })))
      },
    })
    expect(await openMailer(url).mailer.send(mail)).toBe('failed')
  })

  test('is not there: failed at once', async () => {
    const probe = createServer() as Server
    await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
    const url = urlOf(probe)
    await new Promise((closed) => probe.close(closed))
    const { mailer, reports } = openMailer(url)
    expect(await mailer.send(mail)).toBe('failed')
    expect(reports).toEqual([expect.stringContaining('ESOCKET CONN')])
  })

  test('has a name that does not resolve: failed', async () => {
    expect(await openMailer('smtp://mail.invalid:25', 2_000).mailer.send(mail)).toBe('failed')
  })

  test.each([
    ['accepts the connection and never greets', () => {}],
    [
      'greets and then answers nothing',
      (socket: { write(text: string): void }) => socket.write('220 mail.example ESMTP\r\n'),
    ],
    [
      'greets one byte at a time',
      (socket: { write(text: string): void; on(event: 'close', then: () => void): void }) => {
        const timer = setInterval(() => socket.write('2'), 50)
        socket.on('close', () => clearInterval(timer))
      },
    ],
  ])('%s: failed within the bound', async (_what, onConnection) => {
    const url = await openPort(onConnection as Parameters<typeof openPort>[0])
    const startedAt = performance.now()
    expect(await openMailer(url, 400).mailer.send(mail)).toBe('failed')
    expect(performance.now() - startedAt).toBeLessThan(MAIL_WITHIN_MS)
  })

  test('takes its time at every step, none of it too long alone: failed before the last', async () => {
    const STEP_MS = 1_500
    let taken = 0
    const step = (done: (error?: Error | null) => void) =>
      void setTimeout(() => {
        taken++
        done()
      }, STEP_MS)
    const slowly = (_first: unknown, _second: unknown, done: (error?: Error | null) => void) => step(done)
    const { url } = await openMailServer({
      onConnect: (_session, done) => step(done),
      onMailFrom: slowly,
      onRcptTo: slowly,
    })
    expect(await openMailer(url, 2 * STEP_MS).mailer.send(mail)).toBe('failed')
    expect(taken).toBeLessThan(3)
  })

  test('hangs: without another bound, failed within 5 seconds', async () => {
    const url = await openPort(() => {})
    expect(MAIL_WITHIN_MS).toBeLessThanOrEqual(5_000)
    const bound = new AbortController()
    const asked = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(bound.signal)
    const sending = openMailer(url).mailer.send(mail)
    expect(asked.mock.calls).toEqual([[MAIL_WITHIN_MS]])
    // The bound's time is over; nothing else ends what hangs.
    bound.abort()
    expect(await sending).toBe('failed')
  })
})
