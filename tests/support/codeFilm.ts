/** A film of one page's moving codes, for another browser's pretended camera: pictures as JPEG, one behind the other. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Each stands as long as on the screen: the pretended camera shows thirty a second. */
const standing = 5;

/** The next `count` pictures of the canvas, on grey, as a camera would have them. */
export const filmCodes = async (page: Page, count: number, file: string): Promise<void> => {
  const pictures = await page.evaluate(async (wanted) => {
    const film = document.createElement('canvas');
    [film.width, film.height] = [1280, 720];
    const drawing = film.getContext('2d');
    const seen: string[] = [];
    while (drawing && seen.length < wanted) {
      const code = document.querySelector<HTMLCanvasElement>('.moving-code canvas');
      drawing.fillStyle = '#8a8a86';
      drawing.fillRect(0, 0, film.width, film.height);
      if (code) drawing.drawImage(code, 330, 50, 620, 620);
      const picture = film.toDataURL('image/jpeg', 0.8);
      if (picture !== seen[seen.length - 1]) seen.push(picture);
      await new Promise((later) => setTimeout(later, 30));
    }
    return seen;
  }, count);
  const frames = pictures.flatMap((picture) => {
    const jpeg = Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64');
    return Array.from({ length: standing }, () => jpeg);
  });
  writeFileSync(file, Buffer.concat(frames));
};

/** What the browser with that camera is started with. */
export const cameraFilm = (file: string): readonly string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];
