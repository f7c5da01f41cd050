/**
 * Languages by the names that authors give them: English and own, with the code. Only languages that outreach meets; any
 * other is asked for once. The direction comes from the code and never from the text, where a name in Latin letters misleads.
 */

/** Code, then every name it goes by. */
const named: readonly (readonly string[])[] = [
  ['en', 'English', 'Anglais', 'Inglés', 'Ingles', 'Eng'],
  ['es', 'Spanish', 'Español', 'Espanol', 'Castellano', 'Espagnol', 'Esp'],
  ['ko', 'Korean', '한국어', '한국말', '조선말'],
  ['vi', 'Vietnamese', 'Tiếng Việt', 'Tieng Viet', 'Việt'],
  ['fil', 'Filipino', 'Tagalog', 'Wikang Filipino', 'Pilipino', 'tl'],
  ['ceb', 'Cebuano', 'Bisaya', 'Binisaya', 'Sinugboanon'],
  ['ilo', 'Ilocano', 'Ilokano'],
  ['ar', 'Arabic', 'العربية', 'عربي', 'عربى', 'عربية', 'Arabe', 'Árabe'],
  ['ur', 'Urdu', 'اردو', 'اُردُو'],
  ['fa', 'Persian', 'Farsi', 'فارسی', 'فارسي'],
  ['prs', 'Dari', 'دری', 'دری فارسی'],
  ['ps', 'Pashto', 'Pashtu', 'پښتو'],
  ['ckb', 'Sorani', 'Central Kurdish', 'Kurdish Sorani', 'کوردی', 'کوردیی ناوەندی', 'سۆرانی'],
  ['ku', 'Kurdish', 'Kurmanji', 'Kurdî', 'Kurmancî', 'Northern Kurdish'],
  ['he', 'Hebrew', 'עברית', 'iw'],
  ['yi', 'Yiddish', 'ייִדיש', 'יידיש'],
  ['ug', 'Uyghur', 'Uighur', 'ئۇيغۇرچە'],
  ['sd', 'Sindhi', 'سنڌي'],
  ['syr', 'Syriac', 'Assyrian', 'ܣܘܪܝܝܐ'],
  ['zh', 'Chinese', 'Mandarin', '中文', '汉语', '漢語', 'Chinois', 'Chino'],
  ['zh-Hans', 'Simplified Chinese', 'Chinese Simplified', '简体中文', '简体', '简体字', 'zh-cn'],
  ['zh-Hant', 'Traditional Chinese', 'Chinese Traditional', '繁體中文', '繁體', '繁体中文', 'zh-tw'],
  ['yue', 'Cantonese', '粵語', '粤语', '廣東話', '广东话'],
  ['ja', 'Japanese', '日本語'],
  ['fr', 'French', 'Français', 'Francais', 'Francés'],
  ['pt', 'Portuguese', 'Português', 'Portugues', 'Portugais'],
  ['pt-BR', 'Brazilian Portuguese', 'Português do Brasil', 'Português (Brasil)'],
  ['de', 'German', 'Deutsch', 'Allemand'],
  ['it', 'Italian', 'Italiano', 'Italien'],
  ['nl', 'Dutch', 'Nederlands'],
  ['pl', 'Polish', 'Polski'],
  ['ru', 'Russian', 'Русский', 'Русский язык', 'Russe'],
  ['uk', 'Ukrainian', 'Українська', 'Українська мова'],
  ['be', 'Belarusian', 'Беларуская'],
  ['ro', 'Romanian', 'Română', 'Romana', 'Moldovan'],
  ['bg', 'Bulgarian', 'Български'],
  ['sr', 'Serbian', 'Српски', 'Srpski'],
  ['hr', 'Croatian', 'Hrvatski'],
  ['bs', 'Bosnian', 'Bosanski'],
  ['mk', 'Macedonian', 'Македонски'],
  ['sq', 'Albanian', 'Shqip'],
  ['el', 'Greek', 'Ελληνικά'],
  ['tr', 'Turkish', 'Türkçe', 'Turkce'],
  ['hu', 'Hungarian', 'Magyar'],
  ['cs', 'Czech', 'Čeština'],
  ['sk', 'Slovak', 'Slovenčina'],
  ['lt', 'Lithuanian', 'Lietuvių'],
  ['lv', 'Latvian', 'Latviešu'],
  ['et', 'Estonian', 'Eesti'],
  ['fi', 'Finnish', 'Suomi'],
  ['sv', 'Swedish', 'Svenska'],
  ['no', 'Norwegian', 'Norsk', 'nb'],
  ['da', 'Danish', 'Dansk'],
  ['rom', 'Romani', 'Romanes', 'Romani čhib'],
  ['hi', 'Hindi', 'हिन्दी', 'हिंदी'],
  ['ne', 'Nepali', 'नेपाली'],
  ['bn', 'Bengali', 'Bangla', 'বাংলা'],
  ['pa', 'Punjabi', 'Panjabi', 'ਪੰਜਾਬੀ'],
  ['gu', 'Gujarati', 'ગુજરાતી'],
  ['mr', 'Marathi', 'मराठी'],
  ['ta', 'Tamil', 'தமிழ்'],
  ['te', 'Telugu', 'తెలుగు'],
  ['ml', 'Malayalam', 'മലയാളം'],
  ['kn', 'Kannada', 'ಕನ್ನಡ'],
  ['si', 'Sinhala', 'Sinhalese', 'සිංහල'],
  ['dv', 'Dhivehi', 'Maldivian', 'ދިވެހި'],
  ['my', 'Burmese', 'Myanmar', 'မြန်မာ', 'မြန်မာဘာသာ', 'ဗမာစာ'],
  ['kar', 'Karen', 'ကညီ'],
  ['rhg', 'Rohingya', 'Ruáingga', 'Rohingya Zuban'],
  ['th', 'Thai', 'ไทย', 'ภาษาไทย'],
  ['lo', 'Lao', 'ລາວ', 'ພາສາລາວ'],
  ['km', 'Khmer', 'Cambodian', 'ខ្មែរ', 'ភាសាខ្មែរ'],
  ['hmn', 'Hmong', 'Hmoob'],
  ['id', 'Indonesian', 'Bahasa Indonesia', 'Bahasa'],
  ['ms', 'Malay', 'Bahasa Melayu'],
  ['mn', 'Mongolian', 'Монгол'],
  ['uz', 'Uzbek', 'Oʻzbek', "O'zbek", 'Ўзбек'],
  ['kk', 'Kazakh', 'Қазақ', 'Қазақша'],
  ['ky', 'Kyrgyz', 'Кыргызча'],
  ['tg', 'Tajik', 'Тоҷикӣ'],
  ['az', 'Azerbaijani', 'Azərbaycan'],
  ['hy', 'Armenian', 'Հայերեն'],
  ['ka', 'Georgian', 'ქართული'],
  ['sw', 'Swahili', 'Kiswahili'],
  ['am', 'Amharic', 'አማርኛ'],
  ['ti', 'Tigrinya', 'ትግርኛ'],
  ['om', 'Oromo', 'Afaan Oromoo', 'Oromiffa'],
  ['so', 'Somali', 'Soomaali', 'Af Soomaali', 'Af-Soomaali'],
  ['ha', 'Hausa'],
  ['yo', 'Yoruba', 'Yorùbá'],
  ['ig', 'Igbo', 'Asụsụ Igbo'],
  ['pcm', 'Nigerian Pidgin', 'Pidgin', 'Naijá'],
  ['ff', 'Fula', 'Fulfulde', 'Pulaar', 'Fulah'],
  ['wo', 'Wolof'],
  ['bm', 'Bambara', 'Bamanankan'],
  ['ln', 'Lingala', 'Lingála'],
  ['rw', 'Kinyarwanda', 'Ikinyarwanda'],
  ['rn', 'Kirundi', 'Rundi', 'Ikirundi'],
  ['lg', 'Luganda', 'Ganda'],
  ['ny', 'Chichewa', 'Nyanja', 'Chinyanja'],
  ['sn', 'Shona', 'ChiShona'],
  ['zu', 'Zulu', 'isiZulu'],
  ['xh', 'Xhosa', 'isiXhosa'],
  ['af', 'Afrikaans'],
  ['mg', 'Malagasy'],
  ['din', 'Dinka', 'Thuɔŋjäŋ'],
  ['nus', 'Nuer'],
  ['ht', 'Haitian Creole', 'Haitian', 'Kreyòl', 'Kreyol', 'Kreyòl ayisyen', 'Creole'],
  ['quc', "K'iche'", 'Kiche', "K'iche", 'Quiché'],
  ['mam', 'Mam'],
  ['kek', "Q'eqchi'", 'Qeqchi', "Q'eqchi"],
  ['kjb', "Q'anjob'al", 'Kanjobal'],
  ['mix', 'Mixtec', 'Mixteco'],
  ['nah', 'Nahuatl', 'Náhuatl'],
  ['qu', 'Quechua', 'Runasimi'],
  ['ay', 'Aymara'],
  ['gn', 'Guarani', 'Guaraní'],
  ['ase', 'American Sign Language', 'ASL'],
];

/** For a person who says which language a bare name is. */
export const knownLanguageCodes: readonly string[] = named.flatMap(([code]) => code ?? []);

const foldedName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
const codesByName = new Map(named.flatMap(([code = '', ...names]) => [code, ...names].map((name) => [foldedName(name), code] as const)));

const codeShape = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;
const tidyCode = (code: string): string =>
  code
    .split(/[-_]/)
    .map((part, place) => {
      if (place === 0) return part.toLowerCase();
      return part.length === 4 ? `${part.charAt(0).toUpperCase()}${part.slice(1).toLowerCase()}` : part.toUpperCase();
    })
    .join('-');

const withCode = /^(.*?)\s*[(（]\s*([^()（）]*?)\s*[)）]$/;

export interface LanguageSpelling {
  /** Without the code, e.g. `English` of `English (en)`; empty when only a code stands there. */
  readonly bare: string;
  readonly code: string | null;
}

/** `English (en)`, `English(en)`, `en`, `English`: what each says. A code that nobody listed counts when it has the shape of one. */
export const languageOf = (spelling: string): LanguageSpelling => {
  const text = spelling.trim();
  const whole = codesByName.get(foldedName(text));
  if (whole) return { bare: text, code: whole };
  const [, bare = '', inBrackets = ''] = withCode.exec(text) ?? [];
  const known = codesByName.get(foldedName(inBrackets));
  if (known) return { bare, code: known };
  const shaped = inBrackets.replace(/_/g, '-');
  if (codeShape.test(shaped)) return { bare, code: tidyCode(shaped) };
  const regional = text.replace(/_/g, '-');
  const [language = ''] = regional.toLowerCase().split('-');
  if (codeShape.test(regional) && regional.includes('-') && codesByName.has(language)) return { bare: '', code: tidyCode(regional) };
  return { bare: bare || text, code: codesByName.get(foldedName(bare)) ?? null };
};

const fromRight = new Set([
  'ar',
  'ur',
  'fa',
  'prs',
  'ps',
  'ckb',
  'he',
  'yi',
  'ug',
  'sd',
  'syr',
  'dv',
  'arc',
  'ks',
  'nqo',
  'lrc',
  'mzn',
  'azb',
  'bal',
  'skr',
]);
const scriptsFromRight = new Set(['arab', 'hebr', 'thaa', 'syrc', 'nkoo', 'adlm', 'rohg', 'aran']);

/** Unknown languages read from the left until somebody says which they are. */
export const directionOf = (code: string | null): 'ltr' | 'rtl' => {
  const [language = '', ...parts] = (code ?? '').toLowerCase().split('-');
  const script = parts.find((part) => part.length === 4);
  if (script) return scriptsFromRight.has(script) ? 'rtl' : 'ltr';
  return fromRight.has(language) ? 'rtl' : 'ltr';
};
