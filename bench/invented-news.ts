const NAMES = [
  'Ann Roe',
  'Bo Lee',
  'Olha Koval',
  'Youssef al-Amrani',
  'Joanna van der Laan',
  'Kim Seo-yun',
  'Robert F. Kessler',
  'Inés Ibarra',
];
const ROLES = [
  'harbour master',
  'Transport Minister',
  'a spokeswoman for the port',
  'Mayor',
  'chief economist',
  'union leader',
];
const CLAIMS = [
  'the bridge would stay shut until the ice had gone',
  'two tugs had left the port before dawn',
  'the toll was a tax on those who could pay it least',
  'talks would go on for as long as it took',
  'nobody had been asked about the new ferry line',
];
const SENTENCES: ((name: string, role: string, claim: string) => string)[] = [
  (name, role, claim) => `${name}, ${role}, said on Monday that ${claim}.`,
  (name, role, claim) => `“It is true that ${claim},” ${role} ${name} told reporters. “We have said so before.”`,
  (name, _role, claim) =>
    `According to ${name}, ${claim}, although the council of the town had voted against it twice.`,
  (name, _role, claim) => `${name.split(' ').at(-1)} warned against haste, adding that ${claim}.`,
  (_name, _role, claim) => `She said ${claim}, but the crowd in the hall of the old station had heard it many times.`,
  () => 'The ferry has linked both shores since 1911, and carried 40,000 passengers in its best year.',
];

/** Articles in the manner of news, made of invented names and events, of about so many bytes in all. */
export function inventedNews(bytes: number): string[] {
  const articles: string[] = [];
  for (let size = 0, number = 0; size < bytes; number += 1) {
    const paragraphs = Array.from({ length: 12 }, (_, index) => {
      const pick = <T>(list: readonly T[], step: number): T => list[(number * 5 + index * step) % list.length] as T;
      const lines = [0, 1, 2].map((line) =>
        pick(SENTENCES, 7 + line)(pick(NAMES, 3 + line), pick(ROLES, 5 + line), pick(CLAIMS, 11 + line)),
      );
      return lines.join(' ');
    });
    articles.push(paragraphs.join('\n\n'));
    size += Buffer.byteLength(articles.at(-1) ?? '');
  }
  return articles;
}
