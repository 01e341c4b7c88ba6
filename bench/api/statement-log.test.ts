import { expect, test } from 'vitest'
import { createScript, readStatementLog } from './statement-log.ts'

const log = `@@[unknown]@@LOG:  statement: select 1
@@backd-api@@LOG:  statement: begin
@@backd-api@@LOG:  execute <unnamed>: insert into orders (id, note, items)
\tvalues ($1, $2, $3::jsonb)
@@backd-api@@DETAIL:  Parameters: $1 = 'BO-1', $2 = NULL, $3 = '{"name": "Joe''s, $1 = ''x''"}'
@@psql@@LOG:  execute <unnamed>: select $1
@@psql@@DETAIL:  Parameters: $1 = 'theirs'
@@backd-api@@LOG:  execute add_event: insert into order_events values ($1)
@@backd-api@@DETAIL:  parameters: $1 = 'order_created'
@@backd-api@@LOG:  statement: commit
`

test('the log gives what one application asked for, with its parameters', () => {
  expect(readStatementLog(log, 'backd-api')).toEqual([
    { sql: 'begin', parameters: [] },
    {
      sql: 'insert into orders (id, note, items)\n\tvalues ($1, $2, $3::jsonb)',
      parameters: ['BO-1', null, `{"name": "Joe's, $1 = 'x'"}`],
    },
    { sql: 'insert into order_events values ($1)', parameters: ['order_created'] },
    { sql: 'commit', parameters: [] },
  ])
})

test('the script asks the same, with new ids each time', () => {
  expect(createScript(readStatementLog(log, 'backd-api'), { order_id: 'BO-1' })).toEqual({
    sql: `\\set order_id random(100000000000000000, 999999999999999999)
begin;
insert into orders (id, note, items) values (:order_id, null, :s1_3::jsonb);
insert into order_events values (:s2_1);
commit;
`,
    variables: { s1_3: `{"name": "Joe's, $1 = 'x'"}`, s2_1: 'order_created' },
  })
})

test('an id within a larger parameter is put in by the database', () => {
  const recorded = [{ sql: 'insert into orders select $1::json', parameters: ['{"id":"BO-1"}'] }]
  expect(createScript(recorded, { order_id: 'BO-1' })).toEqual({
    sql: `\\set order_id random(100000000000000000, 999999999999999999)
insert into orders select replace(:s0_1, 'BO-1', :order_id::text)::json;
`,
    variables: { s0_1: '{"id":"BO-1"}' },
  })
})

test('a parameter whose value the log does not have is told, not left out', () => {
  expect(() => createScript([{ sql: 'select $1', parameters: [] }], {})).toThrow('no value for $1')
})
