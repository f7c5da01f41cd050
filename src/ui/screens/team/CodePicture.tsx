/** A QR code as one SVG path; dark on light in both themes, because scanners want it so. */
import { encode } from 'uqr';

const margin = 3;

export const codePath = (modules: readonly (readonly boolean[])[]): string =>
  modules.map((row, y) => row.map((dark, x) => (dark ? `M${x + margin} ${y + margin}h1v1h-1z` : '')).join('')).join('');

export const CodePicture = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { data, size } = encode(text, { ecc: 'L', border: 0 });
  const side = size + 2 * margin;
  return (
    <svg class="code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect class="code-light" width={side} height={side} />
      <path class="code-dark" d={codePath(data)} />
    </svg>
  );
};
