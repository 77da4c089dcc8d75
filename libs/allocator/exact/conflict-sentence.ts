import type { Sentence } from '@phien/kernel';
import type { RuleName } from '../instance/instance';

const VI: Record<RuleName, string> = {
  placed: 'số gian cần có',
  shape: 'yêu cầu các gian liền nhau',
  lock: 'chỗ đã khóa',
  zone: 'khu',
  fee: 'hạng phí',
  power: 'nhu cầu điện',
  water: 'nhu cầu nước',
  ventilation: 'nhu cầu hút khói',
  capacity: 'sức chứa của gian',
  sharing: 'quy định chỉ ở chung trong một đoàn',
  rivals: 'khoảng cách giữa các đối thủ',
};

const EN: Record<RuleName, string> = {
  placed: 'the number of booths',
  shape: 'adjacent booths',
  lock: 'locked places',
  zone: 'zone',
  fee: 'fee class',
  power: 'power',
  water: 'water',
  ventilation: 'ventilation',
  capacity: 'the room in a booth',
  sharing: 'sharing within one delegation',
  rivals: 'the distance between rivals',
};

const MOST_TOLD = 12;

interface Told {
  readonly exhibitors: readonly string[];
  readonly booths: readonly string[];
  readonly rules: readonly RuleName[];
}

/** Says a conflict so that an organizer can act on it. `needed`: booths that they take together. */
export function conflictSentence({ exhibitors, booths, rules }: Told, needed: number): Sentence {
  const vi = listed(rules, VI, 'và');
  const en = listed(rules, EN, 'and');
  const [who, where] = [told(exhibitors), told(booths)];
  const one = exhibitors.length === 1;
  if (booths.length === 0) {
    return {
      vi: `${one ? `Đơn vị ${who.vi}` : `Các đơn vị ${who.vi}`} không có gian nào phù hợp theo ${vi}: hãy nới một điều kiện.`,
      en: `${who.en} ${one ? 'has' : 'have'} no suitable booth by ${en}: one of these has to give way.`,
    };
  }
  const missing = needed - booths.length;
  if (missing > 0) {
    return {
      vi: `${exhibitors.length} đơn vị (${who.vi}) cần ${needed} gian, nhưng theo ${vi} chỉ có ${booths.length} gian phù hợp (${where.vi}): thiếu ${missing} gian.`,
      en: `${exhibitors.length} exhibitors (${who.en}) need ${needed} booths, but by ${en} only ${booths.length} ${booths.length === 1 ? 'booth suits' : 'booths suit'} them (${where.en}): ${missing} ${missing === 1 ? 'is' : 'are'} missing.`,
    };
  }
  return {
    vi: `${exhibitors.length} đơn vị (${who.vi}) không thể cùng có chỗ trong ${booths.length} gian phù hợp (${where.vi}) vì ${vi}: hãy nới một điều kiện hoặc bớt một đơn vị.`,
    en: `${exhibitors.length} exhibitors (${who.en}) cannot all stand in the ${booths.length} booths that suit them (${where.en}) because of ${en}: one of these has to give way, or one exhibitor.`,
  };
}

/* A sentence names a few; the lists beside it name all. */
function told(ids: readonly string[]): Sentence {
  if (ids.length <= MOST_TOLD + 1) return { vi: ids.join(', '), en: ids.join(', ') };
  const first = ids.slice(0, MOST_TOLD).join(', ');
  const others = ids.length - MOST_TOLD;
  return { vi: `${first} và ${others} nữa`, en: `${first} and ${others} more` };
}

function listed(rules: readonly RuleName[], words: Record<RuleName, string>, and: string): string {
  const all = rules.map((rule) => words[rule]);
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')} ${and} ${all[all.length - 1]}`;
}
