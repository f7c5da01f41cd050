/** When a screen breaks: say so kindly, keep what was typed, and give a way out. Nothing of what went wrong is shown or sent. */
import { Component, type ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { openDrafts } from '../openDrafts.ts';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Page } from '../parts/Page.tsx';

interface TroubleState {
  readonly broken: boolean;
}

export class Trouble extends Component<{ readonly children: ComponentChildren; readonly place: string }, TroubleState> {
  override state: TroubleState = { broken: false };

  static override getDerivedStateFromError(): TroubleState {
    return { broken: true };
  }

  override componentDidCatch(problem: Error): void {
    // The name and where in our code, for whoever sits beside the phone; never what a person said.
    console.error(problem.name, problem.stack?.split('\n').slice(1, 4).join('\n'));
  }

  override componentDidUpdate(before: { readonly place: string }): void {
    if (this.state.broken && before.place !== this.props.place) this.setState({ broken: false });
  }

  override render() {
    return this.state.broken ? <TroublePage onBack={() => this.setState({ broken: false })} /> : this.props.children;
  }
}

const TroublePage = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useTranslation('app');
  const { route } = useLocation();
  const toStart = () => {
    onBack();
    route('/');
  };
  const again = async () => {
    await openDrafts.keepAll();
    location.reload();
  };
  return (
    <Page
      title={t('trouble.title')}
      foot={
        <Button kind="main" wide onClick={toStart}>
          {t('trouble.toStart')}
        </Button>
      }
    >
      <Notice
        kind="care"
        action={
          <Button icon="reload" onClick={() => void again()}>
            {t('trouble.again')}
          </Button>
        }
      >
        {t('trouble.text')}
      </Notice>
    </Page>
  );
};
