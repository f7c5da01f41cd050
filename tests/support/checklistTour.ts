/** A walk through our checklist for adults, with everything that can be opened on the way, to the saved screening. */
import type { Page } from 'playwright-core';
import { button, choose } from './field.ts';
import { look, lookInside, type Visit } from './look.ts';
import { say } from './say.ts';

const t = say('en');
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

export const checklistStops = async (page: Page, visit: Visit): Promise<void> => {
  await link(page, t('field:person.do.checklist')).click();
  const next = button(page, t('field:run.next'));
  await page.getByLabel(t('field:wording.personLanguage'), { exact: true }).first().selectOption('vi');
  await choose(page, t('checklists:privacy.where'), t('checklists:privacy.choices.alone'));
  await look(page, 'checklist-privacy', visit);
  await next.click();
  await look(page, 'checklist-limits', visit);
  await button(page, t('field:run.said')).click();
  await choose(page, t('checklists:age.ask'), t('checklists:age.choices.adult'));
  await look(page, 'checklist-age', visit);
  await next.click();
  await look(page, 'checklist-offer', visit);
  await lookInside(
    page,
    'checklist-choose',
    visit,
    (words) => button(page, words('field:run.checklist.change')).click(),
    async () => void (await page.keyboard.press('Escape')),
  );
  await button(page, t('field:run.agreed')).click();
  await questionStops(page, visit);
};

const questionStops = async (page: Page, visit: Visit): Promise<void> => {
  const [next, goOn] = [button(page, t('field:run.next')), button(page, t('field:run.goOn'))];
  const yes = page
    .getByRole('group', { name: t('checklists:questions.as-promised.ask') })
    .getByRole('radio', { name: t('checklists:answers.no') })
    .first();
  const decision = page.getByRole('heading', { name: t('field:decision.title') });
  let paused = false;
  for (let asked = 0; asked < 80; asked += 1) {
    await next.or(goOn).or(decision).first().waitFor();
    if (await decision.isVisible()) break;
    if (await yes.isVisible()) await pastPromise(page, visit, yes);
    if (await goOn.isVisible()) {
      if (!paused) await look(page, 'checklist-pause', visit);
      paused = true;
      await goOn.click();
    } else await next.click();
  }
  await look(page, 'checklist-result', visit);
  await choose(page, t('field:decision.step.label'), t('codes:nextStep.urgent-safety'));
  await page
    .getByLabel(t('field:decision.reason.label'), { exact: true })
    .fill('The papers are kept by the manager. Wants help with wages first.');
  await look(page, 'checklist-decision', visit);
  await button(page, t('field:run.save')).click();
  await page.getByText(t('field:save.done')).waitFor();
  await look(page, 'checklist-saved', visit);
};

const pastPromise = async (page: Page, visit: Visit, no: ReturnType<Page['getByRole']>): Promise<void> => {
  await no.check();
  await look(page, 'question', visit);
  await lookInside(
    page,
    'show-to-the-person',
    visit,
    (words) => button(page, words('field:show.open')).click(),
    (words) => button(page, words('field:show.close')).click(),
  );
  const dialog = page.getByRole('dialog');
  await lookInside(
    page,
    'stop-and-offer-help',
    visit,
    (words) => button(page, words('field:run.stop')).click(),
    (words) => dialog.getByRole('button', { name: words('field:run.goOn'), exact: true }).click(),
  );
  await lookInside(
    page,
    'all-questions',
    visit,
    (words) => button(page, words('field:run.jump')).click(),
    async () => void (await page.keyboard.press('Escape')),
  );
  await showQuestions(page, 'page');
  await look(page, 'question-page', visit);
  await showQuestions(page, 'one');
};

const showQuestions = async (page: Page, way: 'one' | 'page'): Promise<void> => {
  await button(page, t('field:run.jump')).click();
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: t(`field:run.way.${way}`) })
    .check();
  await page.keyboard.press('Escape');
};
