/** Why a file could not be opened as a workbook. The words for each are the screen's. */

export type TooLarge = 'file' | 'parts' | 'unpacked' | 'sheets' | 'strings' | 'cells';

export type WorkbookFailure =
  | { readonly type: 'empty' }
  | { readonly type: 'old-binary' }
  | { readonly type: 'encrypted' }
  | { readonly type: 'binary-workbook' }
  | { readonly type: 'open-document' }
  | { readonly type: 'xml-spreadsheet' }
  | { readonly type: 'web-page' }
  | { readonly type: 'plain-text' }
  | { readonly type: 'zip-archive' }
  | { readonly type: 'not-a-workbook' }
  | { readonly type: 'no-sheets' }
  /** A part is missing, cut off or changed on the way. */
  | { readonly type: 'damaged'; readonly part: string }
  /** A part made to harm whoever reads it. No spreadsheet program writes such a thing. */
  | { readonly type: 'unsafe'; readonly part: string; readonly because: 'document-type' | 'twice' | 'overlapping' | 'deep' | 'ratio' }
  | { readonly type: 'too-large'; readonly what: TooLarge; readonly limit: number };
