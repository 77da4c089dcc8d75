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
  sharing: 'sharing within one delegation only',
  rivals: 'the distance between rivals',
};

interface Told {
  readonly exhibitors: readonly string[];
  readonly booths: readonly string[];
  readonly rules: readonly RuleName[];
}

/** Says a conflict so that an organizer can act on it. `needed`: booths that they take together. */
export function conflictSentence({ exhibitors, booths, rules }: Told, needed: number): Sentence {
  const [who, where] = [exhibitors.join(', '), booths.join(', ')];
  const [vi, en] = [
    listed(
      rules.map((rule) => VI[rule]),
      'và',
    ),
    listed(
      rules.map((rule) => EN[rule]),
      'and',
    ),
  ];
  const one = exhibitors.length === 1;
  if (booths.length === 0) {
    return {
      vi: `${one ? `Đơn vị ${who}` : `Các đơn vị ${who}`} không có gian nào phù hợp theo ${vi}: hãy nới một điều kiện.`,
      en: `${who} ${one ? 'has' : 'have'} no suitable booth by ${en}: one of these has to give way.`,
    };
  }
  const whole = Math.ceil(needed - 1e-9);
  const missing = whole - booths.length;
  if (missing > 0) {
    return {
      vi: `${exhibitors.length} đơn vị ${who} cần ${whole} gian, nhưng theo ${vi} chỉ có ${booths.length} gian phù hợp (${where}): thiếu ${missing} gian.`,
      en: `${exhibitors.length} exhibitors (${who}) need ${whole} booths, but by ${en} only ${booths.length} ${booths.length === 1 ? 'booth suits' : 'booths suit'} them (${where}): ${missing} ${missing === 1 ? 'is' : 'are'} missing.`,
    };
  }
  return {
    vi: `${exhibitors.length} đơn vị ${who} không thể cùng có chỗ trong ${booths.length} gian phù hợp (${where}) vì ${vi}: hãy nới một điều kiện hoặc bớt một đơn vị.`,
    en: `${exhibitors.length} exhibitors (${who}) cannot all stand in the ${booths.length} booths that suit them (${where}) because of ${en}: one of these has to give way, or one exhibitor.`,
  };
}

function listed(words: readonly string[], and: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${and} ${words[words.length - 1]}`;
}
