import Fastify from 'fastify'

/** What find_order is held against: Fastify as it comes, and one route that hands out an object of the same size. */
const order = JSON.parse(process.env['ANSWER'] ?? '{}')

const app = Fastify()
app.get('/orders/:id', async () => order)
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
process.once('SIGTERM', () => void app.close())
