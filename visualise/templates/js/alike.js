// How well a word that somebody asks for fits a word of a name: whole, its beginning, a part of it, or with a typo.
const folded = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLocaleLowerCase("en").replace(/[’‘`]/g, "'");
const wordsIn = (text) => folded(text).replace(/'/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
// Changes of one letter between two words: one left out, added, replaced, or two exchanged.
const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
};
const allowed = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);
const alike = (asked, word) => {
  if (word === asked) return 10;
  if (word.startsWith(asked)) return 7;
  if (asked.length > 3 && word.includes(asked)) return 4;
  const most = allowed(asked);
  if (!most) return 0;
  const whole = distance(asked, word, most);
  if (whole <= most) return 5 - whole;
  return asked.length > 4 && word.length > asked.length && distance(asked, word.slice(0, asked.length), 1) <= 1 ? 2 : 0;
};
