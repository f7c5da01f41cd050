/** Skip rules: what hides, what comes back, and what hidden answers count for meanwhile. */
import { describe, expect, test } from 'vitest';
import { calculate, group, integer, isRelevant, one, opened, text, valueAt } from './building.ts';

describe('a question that is skipped', () => {
  test('reads as blank and comes back as it was', () => {
    const run = opened([one('paid', 'yn'), text('why', { relevant: "${paid} = 'no'" }), calculate('said', "concat('because ', ${why})")]);
    run.set('/paid', 'no');
    run.set('/why', 'no wages since May');
    expect(valueAt(run, '/said')).toBe('because no wages since May');
    run.set('/paid', 'yes');
    expect(run.state('/why')).toMatchObject({ relevant: false, value: '' });
    expect(valueAt(run, '/said')).toBe('because ');
    run.set('/paid', 'no');
    expect(valueAt(run, '/why')).toBe('no wages since May');
  });

  test('hides what follows from it, all the way down', () => {
    const run = opened([
      one('a', 'yn'),
      one('b', 'yn', { relevant: "${a} = 'yes'" }),
      one('c', 'yn', { relevant: "${b} = 'yes'" }),
      text('d', { relevant: "${c} = 'yes'" }),
    ]);
    for (const path of ['/a', '/b', '/c']) run.set(path, 'yes');
    expect(isRelevant(run, '/d')).toBe(true);
    run.set('/a', 'no');
    expect(['/b', '/c', '/d'].map((path) => isRelevant(run, path))).toEqual([false, false, false]);
    run.set('/a', 'yes');
    expect(isRelevant(run, '/d')).toBe(true);
  });

  test('is neither missing nor wrong', () => {
    const run = opened([one('ask', 'yn'), integer('age', { relevant: "${ask} = 'yes'", required: 'true()', constraint: '. < 120' })]);
    run.set('/ask', 'yes');
    run.set('/age', '300');
    expect(run.state('/age')).toMatchObject({ constraintOk: false, requiredOk: true });
    run.set('/age', '');
    expect(run.state('/age')).toMatchObject({ constraintOk: true, requiredOk: false });
    run.set('/ask', 'no');
    expect(run.state('/age')).toMatchObject({ required: true, constraintOk: true, requiredOk: true });
  });

  test('goes with its group, and its own rule still holds when the group comes back', () => {
    const run = opened([
      one('works', 'yn'),
      group('work', [integer('hours'), text('rest', { relevant: '${hours} > 10' })], { relevant: "${works} = 'yes'" }),
    ]);
    run.set('/works', 'yes');
    expect(isRelevant(run, '/work/rest')).toBe(false);
    run.set('/work/hours', '12');
    expect(isRelevant(run, '/work/rest')).toBe(true);
    run.set('/works', 'no');
    expect(isRelevant(run, '/work/rest')).toBe(false);
    run.set('/works', 'yes');
    expect(isRelevant(run, '/work/rest')).toBe(true);
  });

  test('is not calculated while hidden, and at once when it shows', () => {
    const run = opened([one('ask', 'yn'), integer('n'), calculate('twice', '${n} * 2', { relevant: "${ask} = 'yes'" })]);
    run.set('/n', '4');
    expect(valueAt(run, '/twice')).toBe('');
    run.set('/ask', 'yes');
    expect(valueAt(run, '/twice')).toBe('8');
  });
});

describe('what is never asked', () => {
  test('a left-out question cannot be answered, and what it calculates still counts', () => {
    const run = opened([
      integer('n'),
      integer('double', { hidden: true, calculation: '${n} * 2', required: 'true()' }),
      text('much', { relevant: '${double} > 5' }),
    ]);
    run.set('/n', '3');
    expect(run.set('/double', '1')).toBe(false);
    expect(isRelevant(run, '/much')).toBe(true);
    expect(run.state('/double')).toMatchObject({ value: '6', required: false });
  });

  test('what cannot be used here stays blank, whatever it says of itself', () => {
    const run = opened([
      { ...text('where', { default: 'here', calculation: "'there'", required: 'true()' }), type: 'geopoint', supported: false },
      { ...text('phone', { default: '555' }), type: 'deviceid' },
      text('why', { relevant: "${where} = ''" }),
    ]);
    expect(run.set('/where', '41.8 -87.6')).toBe(false);
    expect(run.state('/where')).toMatchObject({ value: '', required: false, requiredOk: true });
    expect(valueAt(run, '/phone')).toBe('');
    expect(isRelevant(run, '/why')).toBe(true);
    expect(run.kept().values).toEqual({});
  });

  test('notes, groups, calculations and what is read-only take no answer', () => {
    const run = opened([calculate('sum', '1 + 1'), one('lock', 'yn'), group('part', [text('inside')], { readonly: "${lock} = 'yes'" })]);
    expect(run.set('/sum', '3')).toBe(false);
    expect(run.set('/part', 'x')).toBe(false);
    expect(run.set('/nowhere', 'x')).toBe(false);
    expect(run.set('/part/inside', 'open')).toBe(true);
    run.set('/lock', 'yes');
    expect(run.state('/part/inside')?.readonly).toBe(true);
    expect(run.set('/part/inside', 'changed')).toBe(false);
    expect(valueAt(run, '/part/inside')).toBe('open');
  });
});
