/** A small set of signs, drawn as strokes so that they follow the text's colour. Always beside words, never instead of them. */
export const iconPaths = {
  today: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  inbox: 'M4 13 6.5 5h11L20 13v6H4zM4 13h5l1 3h4l1-3h5',
  figures: 'M4 20h16M7 20v-7M12 20V5M17 20v-10',
  library: 'M7 4h12v16H7a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM9 9l1.500 1.500L13 8M9 15l1.500 1.500L13 14M15.500 9.500h1M15.500 15.500h1',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.6 3-5.5 6.500-5.500s6.100 1.900 6.500 5.500M16 4.500a3.500 3.500 0 0 1 0 6M18 15c2 .8 3.200 2.500 3.500 5',
  person: 'M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.6-4 3.500-6 7.500-6s6.900 2 7.500 6',
  settings: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4M4 12h5M13 12h7M11 10v4',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  phone: 'M8 3h8v18H8zM11 18h2',
  office: 'M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3',
  seen: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  hidden:
    'M4 4l16 16M9.500 6A9.600 9.600 0 0 1 12 5.500c6 0 9.500 6.500 9.500 6.500a16 16 0 0 1-3 3.700M6.500 7.600A15.500 15.500 0 0 0 2.500 12S6 18.500 12 18.500a9 9 0 0 0 4-1M10 10a3 3 0 0 0 4 4',
  waiting: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.500l3.500 2',
  offline: 'M4 4l16 16M7.500 9.500A6 6 0 0 0 7 19h10M10 6.200A6 6 0 0 1 17.500 11 4 4 0 0 1 20 17',
  send: 'M12 19V5M6 11l6-6 6 6',
  language: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3.500 9h17M3.500 15h17M12 3c-5 5.500-5 12.500 0 18M12 3c5 5.500 5 12.500 0 18',
  share: 'M12 15V4M8 7.500 12 3.500l4 4M5 12v8h14v-8',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  camera: 'M4 8h4l1.500-3h5L16 8h4v11H4zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z',
  close: 'M6 6l12 12M18 6L6 18',
  care: 'M12 4 2.800 20h18.400zM12 10v4.500M12 17.500v.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.500v.01',
  note: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5',
  filter: 'M4 6h16M7 12h10M10 18h4',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  download: 'M12 4v11M8 11.500l4 4 4-4M5 20h14',
  undo: 'M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  card: 'M4 5h16v14H4zM8 10h8M8 14h5',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.300-1 .8-1 1.700M12 17v.01',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16v.01',
  reload: 'M20 12a8 8 0 1 1-2.500-5.800M20 4v4.500h-4.500',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  pencil: 'M4 20l1-4.500L16.500 4l3.500 3.500L8.500 19zM14 6.500 17.500 10',
  play: 'M8 5l11 7-11 7z',
  halt: 'M7 7h10v10H7z',
  microphone: 'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zM6 11.500a6 6 0 0 0 12 0M12 17.500V21M9 21h6',
  dot: 'M12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
} as const;
export type IconName = keyof typeof iconPaths;

/** Drawn for reading from the left; they point the other way where one reads from the right. */
const turning: ReadonlySet<IconName> = new Set(['back', 'next', 'undo', 'list', 'help']);

export const Icon = ({ name, large = false }: { readonly name: IconName; readonly large?: boolean | undefined }) => (
  <svg
    class={`icon${large ? ' icon-large' : ''}${turning.has(name) ? ' icon-turning' : ''}`}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    <path d={iconPaths[name]} />
  </svg>
);
