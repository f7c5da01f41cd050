/** The picture that changes. Drawn on a canvas, because a new tree of shapes several times a second is too much for a small phone. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import type { Courier } from '../../../store/courier.ts';
import { useAwake } from './useAwake.ts';

/** A camera needs to see each picture whole at least once; and where somebody asked for less motion, fewer than three a second. */
const changeEvery = { usual: 150, calm: 450 } as const;
/** Told to a screen reader now and then, not with every picture. */
const tellEvery = 20;
const margin = 4;
const pixels = 8;

export interface MovingCodeProps {
  readonly courier: Courier;
  readonly file: Parameters<Courier['show']>[0];
  readonly calm: boolean;
}

/** Dark on light in both themes, because cameras want it so. */
const draw = (canvas: HTMLCanvasElement, text: string): void => {
  const { data, size } = encode(text, { ecc: 'L', border: 0 });
  const side = (size + 2 * margin) * pixels;
  if (canvas.width !== side) {
    canvas.width = side;
    canvas.height = side;
  }
  const drawing = canvas.getContext('2d');
  if (!drawing) return;
  drawing.fillStyle = '#ffffff';
  drawing.fillRect(0, 0, side, side);
  drawing.fillStyle = '#000000';
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) drawing.fillRect((x + margin) * pixels, (y + margin) * pixels, pixels, pixels);
    });
  });
};

export const MovingCode = ({ courier, file, calm }: MovingCodeProps) => {
  const { t } = useTranslation('carry');
  const canvas = useRef<HTMLCanvasElement>(null);
  const parts = useSignal(0);
  const done = useSignal(0);
  useAwake(true);
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    let gone = false;
    void courier.show(file).then((series) => {
      if (gone) return;
      parts.value = series.parts;
      const next = () => {
        if (canvas.current) draw(canvas.current, series.frame(done.value));
        done.value += 1;
      };
      next();
      timer = setInterval(next, calm ? changeEvery.calm : changeEvery.usual);
    });
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [courier, file, calm]);
  const told = done.value - (done.value % tellEvery);
  return (
    <figure class="moving-code">
      <canvas ref={canvas} class="code" role="img" aria-label={t('picture')} />
      <figcaption>
        <span aria-hidden="true">{t('shown', { done: done.value, of: parts.value })}</span>
        <span class="only-read-out" role="status">
          {told > 0 && t('shown', { done: told, of: parts.value })}
        </span>
      </figcaption>
    </figure>
  );
};
