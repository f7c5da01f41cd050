/** Threats, violence, and being pushed: asked late, after a pause, and answered with a yes or a no. */
import { several, yesNo } from '../question.ts';

const means = { element: 'means', asksTime: true } as const;

export const toldNoRights = yesNo('told-no-rights', { ...means, notedWhen: ['yes'], force: ['abuse-of-law'] });
export const afraidToSayNo = yesNo('afraid-to-say-no', { ...means, notedWhen: ['yes'] });
export const threatsOfHarm = yesNo('threats-of-harm', { ...means, notedWhen: ['yes'], force: ['serious-harm'] });
export const threatsOfAuthorities = yesNo('threats-of-authorities', { ...means, notedWhen: ['yes'], force: ['abuse-of-law'] });
export const threatsToShame = yesNo('threats-to-shame', { ...means, notedWhen: ['yes'], force: ['blackmail'] });
export const violence = yesNo('violence', { ...means, notedWhen: ['yes'], force: ['serious-harm', 'physical-restraint'] });
export const alcoholOrDrugs = yesNo('alcohol-or-drugs', { ...means, notedWhen: ['yes'] });

const pushes = ['work-not-agreed', 'unpaid-family-work', 'against-the-law', 'intimate'];
export const pushedTo = several('pushed-to', pushes, { element: 'purpose', notedWhen: pushes, asksTime: true });
