import { expect, test } from 'vitest'
import { readArguments } from './merchant-arguments.ts'

const origin = ['--origin', 'https://a.example']

test('name, origins and limit are read', () => {
  expect(
    readArguments(['create', '--name', ' Acme ', ...origin, ...origin, '--origin', 'http://localhost:1']),
  ).toEqual({
    name: 'Acme',
    origins: ['https://a.example', 'http://localhost:1'],
    orderLimitCents: 10_000_000,
    verifyCustomer: true,
  })
  expect(readArguments(['create', '--name=A', ...origin, '--limit=250.5']).orderLimitCents).toBe(25_050)
  expect(readArguments(['create', '--name=A', ...origin, '--no-verify']).verifyCustomer).toBe(false)
})

test.each<[string, string[], string]>([
  ['nothing to do', [], 'say what to do: create'],
  ['something else to do', ['delete'], 'say what to do: create'],
  ['two things to do', ['create', 'create'], 'say what to do: create'],
  ['no name', ['create', ...origin], '--name must be 1 to 500 characters'],
  ['an empty name', ['create', '--name', ' ', ...origin], '--name must be 1 to 500 characters'],
  ['no origin', ['create', '--name', 'A'], 'at least one --origin is needed'],
  [
    'an origin with a path',
    ['create', '--name', 'A', '--origin', 'https://a.example/x'],
    '--origin https://a.example/x must be an origin alone, written https://a.example',
  ],
  [
    'a limit that is none',
    ['create', '--name', 'A', ...origin, '--limit', 'lots'],
    '--limit must be an amount',
  ],
  ['a limit of nothing', ['create', '--name', 'A', ...origin, '--limit', ''], '--limit must be an amount'],
  ['a limit of 0', ['create', '--name', 'A', ...origin, '--limit', '0'], '--limit must be an amount'],
  ['half a cent', ['create', '--name', 'A', ...origin, '--limit', '1.005'], '--limit must be an amount'],
  ['an option that is none', ['create', '--nam', 'A'], '--nam'],
])('%s is refused with how the command is used', (_title, argv, fault) => {
  expect(() => readArguments(argv)).toThrow(fault)
  expect(() => readArguments(argv)).toThrow('Usage: npm run merchant')
})
