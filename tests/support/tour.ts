/**
 * A walk past every screen, for whoever looks at each of them: the axe test, the test of all languages, the screenshots in
 * docs/screens. It speaks English to find its way and shows each stop in the visitor's languages, so that switching on every screen
 * is walked too.
 */
import type { Page } from 'playwright-core';
import { tourOfHanding, tourOfTakingIn } from './carryTour.ts';
import { checklistStops } from './checklistTour.ts';
import { button, choose, exchangeNow } from './field.ts';
import { fieldPassphrase, goTo, isOpen, join, letIn, officePassphrase, unlock } from './gate.ts';
import { tourOfTheLibrary } from './libraryTour.ts';
import { look, type Visit } from './look.ts';
import { tourOfRefused } from './refusedTour.ts';
import { say } from './say.ts';
import { tourOfTrouble } from './troubleTour.ts';

const t = say('en');
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

const stepsOfGate = async (page: Page, prefix: string, visit: Visit): Promise<void> => {
  await button(page, t('app:found.next')).waitFor();
  await look(page, `${prefix}-names`, visit);
};

const tourOfFounding = async (page: Page, origin: string, visit: Visit): Promise<void> => {
  await page.goto(origin);
  await page.getByText(t('app:welcome.text')).waitFor();
  await look(page, 'welcome', visit);
  await page.getByRole('link', { name: t('app:welcome.start') }).click();
  await stepsOfGate(page, 'found', visit);
  await page.getByLabel(t('app:found.organisation.label'), { exact: true }).fill('Lantern House (invented)');
  await page.getByLabel(t('app:names.own.label'), { exact: true }).fill('Mina');
  await button(page, t('app:found.next')).click();
  await button(page, t('app:passphrase.next')).waitFor();
  await look(page, 'found-passphrase', visit);
  await page.getByRole('radio', { name: t('app:passphrase.way.own') }).check();
  await page.getByLabel(t('app:passphrase.own.label'), { exact: true }).fill('lantern over quiet water');
  await button(page, t('app:passphrase.next')).click();
  await look(page, 'found-type-back', visit);
  await page.getByLabel(t('app:passphrase.back.label'), { exact: true }).fill('lantern over quiet water');
  await button(page, t('app:found.finish')).click();
  await isOpen(page);
  await look(page, 'today-empty', visit);
  await goTo(page, 'inbox');
  await page.getByText(t('office:inbox.empty.title')).waitFor();
  await look(page, 'inbox-empty', visit);
};

const tourOfInviting = async (desk: Page, hand: Page, visit: Visit): Promise<void> => {
  await goTo(desk, 'team');
  await button(desk, t('app:team.invite.make')).waitFor();
  await look(desk, 'team', visit);
  await button(desk, t('app:team.invite.make')).click();
  const made = desk.getByLabel(t('app:team.invite.link'), { exact: true });
  await made.waitFor();
  await look(desk, 'team-invitation', visit);
  const invitation = await made.inputValue();
  await hand.goto(new URL('/join', invitation).href);
  await look(hand, 'join', visit);
  const words = await join(hand, invitation, 'Joon');
  await look(hand, 'waiting', visit);
  await button(desk, t('app:team.asking.look')).click();
  await button(desk, t('app:team.asking.same')).waitFor({ timeout: 30_000 });
  await look(desk, 'team-asking', visit);
  await letIn(desk, words);
  await isOpen(hand);
};

const contactStops = async (page: Page, visit: Visit): Promise<void> => {
  await goTo(page, 'new');
  const note = page.getByLabel(t('field:contact.note.label'), { exact: true });
  await note.waitFor();
  await look(page, 'new-contact', visit);
  await page.getByRole('radio', { name: t('codes:placeType.restaurant'), exact: true }).check();
  await choose(page, t('field:contact.privacy.label'), t('codes:privacy.alone'));
  await choose(page, t('field:contact.age.label'), t('codes:ageGroup.under-18'));
  await look(page, 'new-contact-minor', visit);
  await choose(page, t('field:contact.age.label'), t('codes:ageGroup.adult'));
  await note.fill('Asked to be called on 312-555-0142 after work.');
  await page.getByText(t('field:contact.more'), { exact: true }).click();
  await choose(page, t('field:person.groups.how'), t('codes:groupsHow.self'));
  await note.scrollIntoViewIfNeeded();
  await look(page, 'new-contact-note', visit);
  await note.fill('Would like the card in Korean.');
  await button(page, t('field:contact.save')).click();
  await page.getByText(t('field:save.done')).waitFor();
  await look(page, 'contact-saved', visit);
};

const consentStops = async (page: Page, visit: Visit): Promise<void> => {
  await link(page, t('field:person.do.consent')).click();
  await button(page, t('field:consent.save')).waitFor();
  await look(page, 'consent', visit);
  for (const item of ['take-part', 'keep-record', 'contact-me']) {
    await page
      .getByRole('group', { name: t(`checklists:consent.items.${item}.ask`) })
      .getByRole('radio', { name: t('checklists:consent.answers.yes') })
      .check();
  }
  await button(page, t('field:consent.save')).click();
  await page.getByText(t('field:consent.standing.title')).first().waitFor();
};

const tourOfThePhone = async (page: Page, visit: Visit): Promise<void> => {
  await contactStops(page, visit);
  await consentStops(page, visit);
  await checklistStops(page, visit);
  await goTo(page, 'list');
  await page.getByLabel(t('field:list.search.label'), { exact: true }).waitFor();
  await look(page, 'list', visit);
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await page.getByText(t('field:person.timeline.title')).waitFor();
  await look(page, 'person', visit);
  await goTo(page, 'today');
  await look(page, 'today', visit);
  await link(page, t('field:today.card')).click();
  await page.getByText(t('directory:rights.title')).first().waitFor();
  await look(page, 'information-card', visit);
  await goTo(page, 'today');
  await page
    .getByRole('banner')
    .getByRole('link', { name: t('app:exchange.open') })
    .click();
  await look(page, 'sent', visit);
  await exchangeNow(page, 'en');
  await page.goto(new URL('/settings', page.url()).href);
  await page.getByLabel(t('app:unlock.passphrase.label'), { exact: true }).waitFor();
  await look(page, 'unlock', visit);
  await page.getByLabel(t('app:unlock.passphrase.label'), { exact: true }).fill('not the right words');
  await button(page, t('app:unlock.open')).click();
  await page.getByText(t('app:unlock.passphrase.error')).waitFor();
  await look(page, 'unlock-wrong', visit);
  await page.getByLabel(t('app:unlock.passphrase.label'), { exact: true }).fill(fieldPassphrase);
  await button(page, t('app:unlock.open')).click();
  await isOpen(page);
  await look(page, 'settings', visit);
};

const tourOfTheOffice = async (page: Page, visit: Visit): Promise<void> => {
  await exchangeNow(page, 'en');
  await goTo(page, 'inbox');
  const screening = page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(t('office:kind.screening')) })
    .first();
  await screening.waitFor();
  await look(page, 'inbox', visit);
  await screening.click();
  await page.getByText(t('office:review.title'), { exact: true }).first().waitFor();
  await look(page, 'record', visit);
  await choose(page, t('office:review.conclusion.label'), t('office:review.conclusion.actual.label'));
  await button(page, t('office:review.save')).scrollIntoViewIfNeeded();
  await look(page, 'review', visit);
  await choose(page, t('office:review.decidedBy.label'), t('codes:decidingBody.our-organisation'));
  await button(page, t('office:review.save')).click();
  await page.getByText(t('office:review.saved')).waitFor();
  await goTo(page, 'figures');
  await button(page, t('office:figures.download')).waitFor();
  await look(page, 'figures', visit);
  await choose(page, t('office:figures.state.legend'), t('office:figures.state.public.label'));
  await look(page, 'figures-public', visit);
  await tourOfTheLibrary(page, (at, name) => look(at, name, visit));
  await goTo(page, 'team');
  await look(page, 'team-members', visit);
};

/** A walk in many languages takes longer than what is left alone stays open. */
const openIfLocked = async (page: Page, passphrase: string): Promise<void> => {
  if (await page.locator('form input[type=password]').isVisible()) await unlock(page, passphrase);
};

/** Everything that is there when all goes well: somebody founds at a desk, lets a phone in, works with it, and reads it at the desk. */
export const usualTour = async (desk: Page, hand: Page, origin: string, visit: Visit): Promise<void> => {
  await tourOfFounding(desk, origin, visit);
  await tourOfInviting(desk, hand, visit);
  await tourOfThePhone(hand, visit);
  await openIfLocked(desk, officePassphrase);
  await tourOfTheOffice(desk, visit);
};

/** What is there when it does not: no connection, no room, a loss. The phone has been let in by the desk, and is empty in the end. */
export const otherTour = async (desk: Page, hand: Page, visit: Visit): Promise<void> => {
  await openIfLocked(hand, fieldPassphrase);
  const notes = await tourOfHanding(hand, visit);
  await openIfLocked(desk, officePassphrase);
  await tourOfTakingIn(desk, hand, notes, visit);
  await tourOfRefused(desk, hand, visit);
  await tourOfTrouble(hand, visit);
};

export const wholeTour = async (desk: Page, hand: Page, origin: string, visit: Visit): Promise<void> => {
  await usualTour(desk, hand, origin, visit);
  await otherTour(desk, hand, visit);
};
