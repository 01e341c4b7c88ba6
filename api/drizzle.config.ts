import { defineConfig } from 'drizzle-kit'

/** `npm run migration`: writes the SQL between the last migration and db/schema.ts into db/migrations. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './api/db/schema.ts',
  out: './api/db/migrations',
})
