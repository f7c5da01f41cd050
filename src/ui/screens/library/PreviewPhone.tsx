/** Everything that is asked now, in one language and its direction, in the width of a phone. */
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../domain/checklist.ts';
import type { Run } from '../../../forms/engine/run.ts';
import { plainWords } from '../../../forms/plainWords.ts';
import { type Asked, type InstancePlace, type MorePlace, type Place, placesOf } from '../../../forms/walk/places.ts';
import { Button } from '../../parts/Button.tsx';
import { anchorOf, PreviewAnswer } from './PreviewAnswer.tsx';
import { useDrawnBefore } from './useDrawnBefore.ts';
import type { Preview } from './usePreview.ts';

export interface InPhone {
  readonly preview: Preview;
  readonly language: string;
}

export const PreviewPhone = ({ preview, checklist, language }: InPhone & { readonly checklist: Checklist }) => {
  const { t } = useTranslation('library');
  const said = checklist.languages.find(({ name }) => name === language);
  const places = placesOf(preview.run);
  return (
    <section class="preview-phone" aria-label={t('import.preview.phone')} lang={said?.code ?? undefined} dir={said?.direction}>
      <div class="preview-screen">
        <Places places={places} preview={preview} language={language} />
        {places.length === 0 && <p class="preview-note">{t('import.preview.nothingAsked')}</p>}
      </div>
    </section>
  );
};

const Places = ({ places, ...phone }: InPhone & { readonly places: readonly Place[] }) => {
  const { i18n } = useTranslation('library');
  const { run } = phone.preview;
  const drawn = useDrawnBefore(run, phone.language, i18n.language);
  return (
    <>
      {places.map((place) => {
        const key = `${place.kind} ${place.path}`;
        const draw = () => <OnePlace key={key} place={place} {...phone} />;
        return place.kind === 'question' ? drawn(key, asShown(run, place, phone.language), draw) : draw();
      })}
    </>
  );
};

/** Everything of a question that an answer elsewhere can change. */
const asShown = (run: Run, { path, state }: Asked, language: string): string =>
  [
    state.value,
    state.constraintOk,
    run.words(path, 'label', language),
    run.words(path, 'hint', language),
    state.constraintOk ? '' : run.words(path, 'constraint', language),
    state.choices?.map(({ name }) => name).join(' '),
  ].join('\n');

const OnePlace = ({ place, ...phone }: InPhone & { readonly place: Place }) => {
  const { preview, language } = phone;
  const label = plainWords(preview.run.words(place.path, 'label', language)) || place.item.name;
  switch (place.kind) {
    case 'question':
      return (
        <div class="preview-question" id={anchorOf(place.path)} tabIndex={-1}>
          <PreviewAnswer state={place.state} label={label} {...phone} />
        </div>
      );
    case 'words':
      return <WordsOf place={place} label={label} />;
    case 'value':
      return (
        <p class="preview-note">
          {label} <strong>{place.state.value}</strong>
        </p>
      );
    case 'group':
      return (
        <div class="preview-group">
          {Object.keys(place.item.labels).length > 0 && <p class="preview-heading">{label}</p>}
          <Places places={place.places} {...phone} />
        </div>
      );
    case 'instance':
      return <Instance place={place} label={label} {...phone} />;
    case 'more':
      return <More place={place} label={label} preview={preview} />;
  }
};

const WordsOf = ({ place, label }: { readonly place: Place; readonly label: string }) => {
  const { t } = useTranslation('library');
  if (place.item.supported) return <p class="preview-note">{label}</p>;
  return <p class="preview-left-out">{t('import.preview.notCollected', { name: label })}</p>;
};

const Instance = ({ place, label, ...phone }: InPhone & { readonly place: InstancePlace; readonly label: string }) => {
  const { t } = useTranslation('library');
  return (
    <div class="preview-group preview-instance">
      <p class="preview-heading">{`${label} · ${place.at}`}</p>
      <Places places={place.places} {...phone} />
      {place.grows && (
        <Button kind="quiet" icon="trash" onClick={() => phone.preview.remove(place.path)}>
          {t('import.preview.remove', { name: label, number: place.at })}
        </Button>
      )}
    </div>
  );
};

const More = ({ place, label, preview }: { readonly place: MorePlace; readonly label: string; readonly preview: Preview }) => {
  const { t } = useTranslation('library');
  return (
    <Button icon="plus" onClick={() => preview.add(place.path)}>
      {t('import.preview.add', { name: label })}
    </Button>
  );
};
