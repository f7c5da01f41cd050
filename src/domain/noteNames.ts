/**
 * Things that read like a person's name, by the ways names are introduced in English, Korean, Vietnamese and Chinese.
 * A guess, and said as one: nobody can tell a name from a word for certain, so this looks for the usual signs only.
 */

const known = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'chicago illinois cook county dupage lake will kane mchenry united states america american asia asian english korean korea vietnamese vietnam chinese china mandarin cantonese ' +
    'filipino philippines tagalog thai thailand burmese myanmar nepali nepal hindi urdu gujarati punjabi bengali bangladesh pakistan pakistani india indian japanese japan khmer cambodia ' +
    'lao laos mongolian mongolia indonesian indonesia arabic spanish mexico mexican taiwan hong kong new year lunar thanksgiving christmas easter ramadan eid tet chuseok ' +
    'dcfs whatsapp wechat kakaotalk zalo facebook google uber lyft red line blue brown green orange purple pink i ok ' +
    'hàn quốc việt nam trung hoa đài loan nhật bản thái lan mỹ tết'
  ).split(' '),
);
const starters = new Set(
  'a an the she he they we i it this that these those her his their our my at in on by when where while after before if then there no not yes and but so with for from to worker owner manager person people woman man someone somebody nobody every all one two three said says asked told spoke gave met'.split(
    ' ',
  ),
);

const capitalised = "\\p{Lu}[\\p{Ll}\\p{M}'’]+(?:-\\p{Lu}[\\p{Ll}\\p{M}]+)?";
const run = new RegExp(`${capitalised}(?:\\s(?:${capitalised}|\\p{Lu}\\.))+`, 'gu');
const introduced = new RegExp(
  `(?:\\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r|[Ss]ir|[Mm]adam|[Aa]unt(?:ie)?|[Uu]ncle)\\.?|\\b(?:named|called|name is|name's|nickname|friend|sister|brother|husband|wife|boss|manager|owner|spoke (?:with|to)|talked (?:with|to)|met))\\s(${capitalised})`,
  'gu',
);

const vietnameseSurname =
  'Nguyễn|Nguyen|Trần|Tran|Lê|Phạm|Pham|Hoàng|Hoang|Huỳnh|Huynh|Phan|Vũ|Võ|Đặng|Dang|Bùi|Bui|Đỗ|Hồ|Ngô|Ngo|Dương|Duong|Lý|Đinh|Đoàn|Trịnh|Trương|Lương';
const vietnamese = [
  new RegExp(`(?:${vietnameseSurname})\\s\\p{Lu}\\p{L}+(?:\\s\\p{Lu}\\p{L}+)*`, 'gu'),
  /(?:^|\s)(?:[Aa]nh|[Cc]hị|[Ôô]ng|[Bb]à|[Cc]ô|[Ee]m|[Cc]hú|[Bb]ác|[Tt]ên(?:\slà)?:?)\s(\p{Lu}\p{L}+)/gu,
];

const koreanSurname = '김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구나민진지엄채원천방공';
const korean = [
  new RegExp(`[${koreanSurname}][가-힣]{1,2}\\s?씨(?=[\\s가는를을와과의,.!?]|$)`, 'gu'),
  new RegExp(`[${koreanSurname}][가-힣]{2}\\s?(?:님|양|군)(?=[\\s은이을과의,.!?]|$)`, 'gu'),
  /(?:^|[\s"'“])[가-힣]{2}\s?씨(?=[\s가는를을와과의,.!?]|$)/gu,
  /(?:이름|성함|본명)(?:은|이|:)?\s?[가-힣]{2,4}/gu,
];
const koreanWords =
  /(?:아저씨|아가씨|날씨|솜씨|글씨|말씨|마음씨|불씨|사장님|선생님|손님|고객님|부모님|형님|누님|어머님|아버님|이모님|주인님|하느님|이름[은이]?\s?(?:모름|몰라|없음|묻지))/u;

const chinese = [/(?:我叫|他叫|她叫|名字叫|名叫|姓)\p{Script=Han}{1,4}/gu];

const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?。…\n·]\s*)$/u.test(text.slice(0, at).trimEnd() === '' ? '' : text.slice(0, at));

const runsIn = (text: string, places: ReadonlySet<string>): readonly string[] =>
  [...text.matchAll(run)].flatMap((match) => {
    const words = match[0].split(/\s/u);
    const first = words[0]?.toLowerCase() ?? '';
    const left = startsSentence(text, match.index) && starters.has(first) ? words.slice(1) : words;
    const strange = left.filter((word) => !known.has(word.toLowerCase()) && !places.has(word.toLowerCase()));
    return strange.length >= 2 ? [left.join(' ')] : [];
  });

const introducedIn = (text: string, places: ReadonlySet<string>): readonly string[] =>
  [...text.matchAll(introduced)].flatMap(([, name]) =>
    name && !known.has(name.toLowerCase()) && !places.has(name.toLowerCase()) ? [name] : [],
  );

const foundBy = (patterns: readonly RegExp[], text: string): readonly string[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([found, name]) => (name ?? found).trim()));

export const namesIn = (text: string, places: ReadonlySet<string>): readonly string[] => {
  const east = foundBy([...korean, ...chinese], text).filter((found) => !koreanWords.test(found));
  const viet = foundBy(vietnamese, text);
  const all = [...east, ...viet, ...introducedIn(text, places), ...runsIn(text, places)];
  return all.filter(
    (name, at) => all.indexOf(name) === at && !all.some((longer, other) => other !== at && longer !== name && longer.includes(name)),
  );
};
