/** For whom it is, where it comes from, under which terms, and in which languages, with who vouches for each wording. */
import { useTranslation } from 'react-i18next';
import { type Checklist, itemsWithPaths, ownLicence } from '../../../domain/checklist.ts';
import { isAsked } from '../../../domain/itemTypes.ts';
import { WordingTag } from './LanguagesTab.tsx';
import { checklistLanguageName } from './publishedWords.ts';

export const ChecklistFacts = ({ checklist }: { readonly checklist: Checklist }) => {
  const { t, i18n } = useTranslation('library');
  const asked = itemsWithPaths(checklist.items).filter(({ item }) => isAsked(item)).length;
  return (
    <dl class="checklist-facts">
      <div>
        <dt>{t('import.details.meantFor.label')}</dt>
        <dd>{t(`library.meantFor.${checklist.meantFor}`)}</dd>
      </div>
      <div>
        <dt>{t('library.facts.questions')}</dt>
        <dd>{asked}</dd>
      </div>
      {checklist.source && (
        <div>
          <dt>{t('import.details.source.label')}</dt>
          <dd>{checklist.source}</dd>
        </div>
      )}
      {checklist.licence && (
        <div>
          <dt>{t('library.facts.licence')}</dt>
          <dd>{checklist.licence === ownLicence ? t('import.details.permission.ours.licence') : checklist.licence}</dd>
        </div>
      )}
      <div>
        <dt>{t('library.facts.languages')}</dt>
        <dd>
          <ul role="list" class="checklist-languages">
            {checklist.languages.map((language) => (
              <li key={language.name}>
                <span>{checklistLanguageName(language, i18n.language)}</span> <WordingTag language={language} />
                {language.reviewedBy && <small> {language.reviewedBy}</small>}
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
};
