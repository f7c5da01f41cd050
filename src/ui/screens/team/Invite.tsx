/** Making an invitation: a link for a phone elsewhere, a code for one across the table. It works once, and for three days. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../domain/entry.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { type InvitationMade, type InviteFailure, useFieldbook } from '../../fieldbook.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { formatWhen } from '../../words.ts';
import { CodePicture } from './CodePicture.tsx';
import { InviteProblem } from './InviteProblem.tsx';

export const Invite = ({ organisation }: { readonly organisation: string }) => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const role = useSignal<Role>('worker');
  const made = useSignal<InvitationMade | null>(null);
  const failure = useSignal<InviteFailure | null>(null);
  const busy = useSignal(false);
  const invite = async () => {
    busy.value = true;
    failure.value = null;
    const invitation = await fieldbook.invite(role.value);
    busy.value = false;
    if (invitation.ok) made.value = invitation.value;
    else failure.value = invitation.failure;
  };
  return (
    <section class="section" aria-labelledby="invite">
      <h2 id="invite">{t('team.invite.title')}</h2>
      {made.value ? (
        <Made
          made={made.value}
          organisation={organisation}
          onDone={() => {
            made.value = null;
          }}
        />
      ) : (
        <>
          <Choice
            legend={t('team.invite.role')}
            layout="list"
            options={roles.map((value) => ({ value, label: t(`roles.${value}`), hint: t(`team.invite.roleHint.${value}`) }))}
            value={role.value}
            onChange={(value) => {
              if (value) role.value = value;
            }}
          />
          {failure.value && <InviteProblem failure={failure.value} />}
          <div class="buttons">
            <Button kind="main" icon="plus" busy={busy.value} onClick={() => void invite()}>
              {busy.value ? t('team.invite.making') : t('team.invite.make')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
};

const Made = ({
  made,
  organisation,
  onDone,
}: {
  readonly made: InvitationMade;
  readonly organisation: string;
  readonly onDone: () => void;
}) => {
  const { t } = useTranslation('app');
  return (
    <div class="card">
      <p>
        <strong>{t('team.invite.made', { role: t(`roles.${made.role}`) })}</strong>
      </p>
      <p>{t('team.invite.how')}</p>
      <CodePicture text={made.link} label={t('team.invite.code')} />
      <LinkOut link={made.link} organisation={organisation} />
      <p class="field-hint">{t('team.invite.endsAt', { when: formatWhen(made.endsAt, currentLanguage.value) })}</p>
      <Notice kind="info" still>
        {t('team.invite.private')}
      </Notice>
      <div class="buttons">
        <Button onClick={onDone}>{t('team.invite.done')}</Button>
      </div>
    </div>
  );
};

/** The link is shown too: where copying is forbidden it can still be selected. */
const LinkOut = ({ link, organisation }: { readonly link: string; readonly organisation: string }) => {
  const { t } = useTranslation('app');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      showToast(t('team.invite.copied'));
    } catch {
      showToast(t('team.invite.notCopied'));
    }
  };
  const share = () => {
    // Closing the share sheet is not a failure.
    navigator.share({ text: t('team.invite.message', { organisation }), url: link }).catch(() => undefined);
  };
  return (
    <>
      <input
        class="input link-out"
        autocomplete="off"
        readOnly
        value={link}
        aria-label={t('team.invite.link')}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="buttons">
        <Button icon="copy" onClick={() => void copy()}>
          {t('team.invite.copy')}
        </Button>
        {'share' in navigator && (
          <Button icon="share" onClick={share}>
            {t('team.invite.share')}
          </Button>
        )}
      </div>
    </>
  );
};
