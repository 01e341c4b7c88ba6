/**
 * The arrows between the rooms (CONTRIBUTING.md). Nothing points back; a new import that breaks one fails `npm run boundaries`.
 *
 *   contract <- channel <- { sdk, checkout }
 *   contract <- api:  domain <- use-cases <- { db, http, outbound } <- app <- main
 */
const forbid = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from,
  to,
})
const room = (path) => ({ path, pathNot: '\\.test\\.tsx?$' })

module.exports = {
  forbidden: [
    forbid('no-circular', {}, { circular: true }, 'Dependencies point one way.'),
    forbid(
      'no-unresolvable',
      {},
      { couldNotResolve: true, pathNot: '^@backd/widget(/|$)' },
      'Every import names something that exists; the package does once it is built.',
    ),
    forbid(
      'contract-imports-what-is-pure',
      room('^contract/'),
      { pathNot: '^contract/|^node_modules/(zod|fastest-levenshtein)/' },
      'contract/ is pure data and pure functions: it runs on any host. What it may import is that, too.',
    ),
    forbid(
      'channel-knows-only-the-contract',
      room('^widget/channel/'),
      { pathNot: '^widget/channel/|^contract/' },
      'The transport is host-agnostic.',
    ),
    forbid(
      'sdk-knows-channel-and-contract',
      room('^widget/sdk/'),
      { pathNot: '^widget/(sdk|channel)/|^widget/diagnose/diagnose\\.ts$|^contract/' },
      'The SDK on the merchant page has no framework and never imports the checkout.',
    ),
    forbid(
      'diagnose-knows-channel-and-contract',
      room('^widget/diagnose/'),
      { pathNot: '^widget/(diagnose|channel)/|^widget/sdk/types\\.ts$|^contract/' },
      'What looks for the cause speaks to a frame as the SDK does, and has none of its parts.',
    ),
    forbid(
      'elements-know-the-contract',
      room('^widget/elements/'),
      { pathNot: '^widget/elements/|^contract/' },
      'What stands on a merchant page before a checkout knows neither the SDK nor the checkout.',
    ),
    forbid(
      'react-knows-sdk-and-elements',
      { path: '^widget/react/', pathNot: '\\.test\\.ts$|/testing/' },
      {
        pathNot:
          '^widget/(react/|elements/(index|locale|pay-label)\\.ts$|sdk/(index|types|environment)\\.ts$)|^node_modules/(react|@types/react)/',
      },
      'React’s face stands on the public ones.',
    ),
    forbid(
      'validate-knows-the-contract',
      room('^widget/validate/'),
      { pathNot: '^widget/(validate/|sdk/types\\.ts$)|^contract/|^node_modules/zod/' },
      'The schema is for a merchant’s server, and knows of the SDK its types alone.',
    ),
    forbid(
      'checkout-knows-channel-contract-preact',
      room('^widget/checkout/'),
      {
        pathNot: '^widget/(checkout|channel)/|^contract/|^node_modules/preact/',
      },
      'The checkout never imports the SDK.',
    ),
    forbid(
      'browser-code-has-no-zod',
      { path: '^widget/(channel|sdk|diagnose|checkout|elements)/', pathNot: '\\.test\\.tsx?$' },
      {
        path: '^contract/|^node_modules/zod/',
        pathNot:
          '^contract/(money|lifecycle|plans|calendar|frame/messages|line-prices|url|session|apr|presentation|locale)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
      'zod is 28 KB: browser code takes schemas as types only, and values only from the contract files without zod.',
    ),
    forbid(
      'widget-never-imports-api',
      { path: '^widget/' },
      { path: '^(api|demo-merchant)/' },
      'They talk HTTP.',
    ),
    forbid(
      'domain-is-pure',
      room('^api/domain/'),
      { pathNot: '^api/domain/|^contract/|^node_modules/temporal-polyfill/' },
      'Rules know no framework, no driver and no clock of their own. Time zones are data: Temporal may work them out.',
    ),
    forbid(
      'use-cases-know-domain-only',
      room('^api/use-cases/'),
      { pathNot: '^api/(use-cases|domain)/|^contract/|^node:crypto$|^crypto$' },
      'A use case declares the ports it needs; adapters implement them.',
    ),
    forbid(
      'adapters-do-not-know-each-other',
      room('^api/(db|http|outbound)/'),
      {
        path: '^api/(db|http|outbound|app\\.ts|main\\.ts)',
        pathNot: '^api/$1/',
      },
      'db, http and outbound meet in app.ts.',
    ),
    forbid(
      'only-http-and-app-know-fastify',
      {
        path: '^api/',
        pathNot: '^api/(http/|testing/|app\\.ts|main\\.ts)|\\.test\\.ts$',
      },
      { path: '^node_modules/(@fastify/|fastify)' },
      'http/ is the only room that knows Fastify; app.ts and main.ts compose it.',
    ),
    forbid(
      'the-model-is-told-nothing',
      { path: '^api/testing/model/(reference|model-order)\\.ts$' },
      { pathNot: '^api/testing/model/(reference|model-order)\\.ts$' },
      'What the service is held to is said without it, so that no mistake is shared.',
    ),
    forbid(
      'demo-uses-only-the-public-face',
      room('^demo-merchant/'),
      { path: '^(api|contract|widget/(?!sdk/index\\.ts))' },
      'The demo is a merchant: public SDK and public API only.',
    ),
    forbid(
      'spa-runs-in-a-browser',
      room('^demo-merchant/spa/'),
      {
        path: '.',
        pathNot:
          '^demo-merchant/(spa/|shop/|server/money\\.ts$)|^node_modules/(react|react-dom|wouter)/|^@backd/widget(/react)?$|^widget/dist/npm/',
        dependencyTypesNot: ['type-only'],
      },
      'The storefront takes @backd/widget as any merchant does, and of the shop’s server the shapes of its answers.',
    ),
    forbid(
      'no-server-imports-the-spa',
      { path: '^demo-merchant/server/' },
      { path: '^demo-merchant/spa/' },
      'The server sends what was built.',
    ),
    forbid(
      'e2e-imports-contract-at-most',
      { path: '^e2e/' },
      { path: '^(api|widget|demo-merchant)/' },
      'Journeys use what users use.',
    ),
    forbid(
      'no-dev-dependency-in-a-product',
      {
        path: '^(contract|widget/(sdk|diagnose|channel)|api|demo-merchant)/',
        pathNot: '\\.test\\.tsx?$|/testing/|drizzle\\.config\\.ts$',
      },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
      'What runs in production is declared in its own package.json. The checkout is built into one document, and brings Preact along.',
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
