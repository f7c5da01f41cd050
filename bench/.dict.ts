import { deflateSync } from 'fflate';
import { chanceFrom, inventContact, inventScreening, inventPerson, bodyFor } from './invented.ts';
import { encodeCbor } from '../src/protocol/cbor.ts';
import { concat, fromHex } from '../src/protocol/bytes.ts';
import { paddedLength } from '../src/protocol/body.ts';
import { adult } from '../src/forms/library/adult.ts';
import { questionsOf } from '../src/domain/checklist.ts';
import * as codes from '../src/domain/codes.ts';
import * as scr from '../src/domain/screening.ts';
import * as con from '../src/domain/consent.ts';
import { areaCodes } from '../src/domain/areas.ts';
const idText = /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/;
const wb = (v: unknown): unknown => typeof v === 'string' ? (idText.test(v) ? fromHex(v) : v) : Array.isArray(v) ? v.map(wb) : typeof v === 'object' && v ? Object.fromEntries(Object.entries(v).map(([n, p]) => [n, wb(p)])) : v;
const chance = chanceFrom(99);
const by = { person: chance.id(), name: 'Joon Park' };
const sets = { contact: [] as Uint8Array<ArrayBuffer>[], c2k: [] as Uint8Array<ArrayBuffer>[], screening: [] as Uint8Array<ArrayBuffer>[], person: [] as Uint8Array<ArrayBuffer>[], nonote: [] as Uint8Array<ArrayBuffer>[] };
for (let i = 0; i < 300; i++) {
  sets.contact.push(encodeCbor(wb(bodyFor(chance, inventContact(chance), by))));
  sets.c2k.push(encodeCbor(wb(bodyFor(chance, inventContact(chance, { note: 600, items: 12 }), by))));
  sets.screening.push(encodeCbor(wb(bodyFor(chance, inventScreening(chance), by))));
  sets.person.push(encodeCbor(wb(bodyFor(chance, inventPerson(chance), by))));
  sets.nonote.push(encodeCbor(wb(bodyFor(chance, inventContact(chance, { note: 0, items: 2 }), by))));
}
const E = encodeCbor;
const words = (l: readonly string[]) => l.map((w) => E(w));
const allCodes = [...codes.placeTypes, ...codes.channels, ...codes.interpreterModes, ...codes.itemsGiven, ...codes.followUps, ...codes.spokenLanguages, ...codes.cues, ...codes.apiGroups, ...codes.otherGroups, ...codes.decidingBodies, ...codes.offers, ...scr.unanswered, ...scr.howKnown, ...scr.times, ...scr.ageGroups, ...scr.privacies, ...scr.nextSteps, ...scr.outcomes, ...con.consentItems, ...con.contactWays, ...con.contactTimes];
const fields = ['kind','record','writtenAt','by','person','name','after','says','contact','screening','amendment','review','seen','consent','day','placeType','area','channel','language','interpreter','interpreterReason','privacy','ageGroup','people','items','item','count','followUp','note','informationOnly','checklist','id','version','outcome','languages','worker','wording','answers','is','several','words','how','time','decision','step','reason','withinDays','offered','minorReport','conclusion','comment','decidedBy','fields'];
const qs = questionsOf(adult);
const A = concat(...words(allCodes), ...words(qs.flatMap((q) => q.choices ?? [])), ...words(qs.map((q) => q.id)), ...words(fields));
const pairs: Record<string, readonly string[]> = { cue: codes.cues, placeType: codes.placeTypes, interpreter: codes.interpreterModes, channel: codes.channels, privacy: scr.privacies, ageGroup: scr.ageGroups, followUp: codes.followUps, language: codes.spokenLanguages, item: codes.itemsGiven, step: scr.nextSteps, outcome: scr.outcomes, is: [...scr.unanswered, 'unsure', 'no', 'yes'], how: scr.howKnown };
const P = concat(...Object.entries(pairs).flatMap(([k, vs]) => vs.flatMap((v) => [E(k), E(v)])));
const answersSample = (is: (q: any) => string) => Object.fromEntries(qs.map((q) => [q.id, q.type === 'several' ? { how: q.usuallyKnown, several: [q.choices?.find((c) => !q.notedWhen.includes(c))] } : { how: q.usuallyKnown, is: q.type === 'one' ? q.choices?.find((c) => !q.notedWhen.includes(c)) : is(q), ...(q.asksTime ? { time: ['now'] } : {}) }]));
const id = new Uint8Array(16);
const wrap = (kind: string, says: unknown) => ({ kind, record: id, writtenAt: '2026-01-01T20:00:00-06:00', by: { person: id, name: '' }, after: [], says });
const sContact = E(wrap('contact', { channel: 'met', people: 1, placeType: 'nail-salon', area: 'ca-30', language: 'vi', interpreter: 'worker', day: '2026-01-01', person: id, privacy: 'alone', ageGroup: 'adult', items: [{ item: 'rights-card', language: 'ko', count: 1 }, { item: 'hotline-card', language: 'en', count: 1 }], followUp: 'later', note: '' }));
const nn = (q: any) => (['yes', 'no'].find((a) => !q.notedWhen.includes(a)) ?? 'no');
const sScreen = E(wrap('screening', { person: id, day: '2026-01-01', outcome: 'completed', ageGroup: 'adult', privacy: 'alone', interpreter: 'worker', checklist: { id: 'adult', version: 1 }, languages: { worker: 'en', person: 'ko', wording: 'draft' }, answers: answersSample(nn), decision: { step: 'review-soon', reason: '', offered: ['information-card'] } }));
const en = ' the  and  to  of  a  in  with  for  is  about  work  pay  wants  asked  says  would like to  not  home  family  boss  week  day  month  tomorrow  again  call  friend  phone ';
const ko = '했어요. 있어요 없어요 하셨어요. 에서 에게 으로 그리고 같이 사장님 일 가족 전화 다음 주에 이야기 ';
const vi = ' và  là  có  không  người  với  cho  của  được  nói  muốn  làm  việc  tiền  nhà  chị  anh  em  tuần sau  điện thoại ';
const U = new TextEncoder().encode(en + ko + vi);
const cands: Record<string, Uint8Array<ArrayBuffer>> = {
  none: new Uint8Array(0), A, 'A+P': concat(A, P), 'A+samples': concat(A, sScreen, sContact), 'A+P+samples': concat(A, P, sScreen, sContact), 'U+A+P+s': concat(U, A, P, sScreen, sContact), 'screenlast': concat(U, A, P, sContact, sScreen),
};
for (const [name, dictionary] of Object.entries(cands)) {
  const out = Object.entries(sets).map(([k, l]) => { const d = l.map((b) => deflateSync(b, dictionary.length ? { dictionary, level: 9 } : { level: 9 }).length); const avg = (x: number[]) => Math.round(x.reduce((a, b) => a + b) / x.length); return `${k} ${avg(d)}/${avg(d.map((x) => paddedLength(x + 1)))}/max${Math.max(...d)}`; });
  console.log(name, dictionary.length, out.join('  '));
}
console.log('raw', Object.entries(sets).map(([k, l]) => k + Math.round(l.reduce((a, b) => a + b.length, 0) / l.length)).join(' '));
import { dictionary } from '../src/protocol/dictionary.ts';
const show = (name: string, dictionary: Uint8Array<ArrayBuffer>) => console.log(name, dictionary.length, Object.entries(sets).map(([k, l]) => { const d = l.map((b) => deflateSync(b, { dictionary, level: 9 }).length); const avg = (x: number[]) => Math.round(x.reduce((a, b) => a + b) / x.length); return `${k} ${avg(d)}/${avg(d.map((x) => paddedLength(x + 1)))}/max${Math.max(...d)}`; }).join('  '));
show('FINAL', dictionary);
show('FINAL+U', concat(U, dictionary));
