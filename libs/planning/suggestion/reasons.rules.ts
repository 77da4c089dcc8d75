import type {
  Claimant,
  Envy,
  Holder,
  Instance,
  Places,
  Reasons,
  UnmetWish,
} from '@phien/allocator';
import type { Sentence } from '@phien/kernel';
import type {
  PlaceReasonsDto,
  SuggestionEnvyDto,
  SuggestionReasonsDto,
  UnmetWishDto,
  WishHolderDto,
} from './suggestion.dto';

/** What the engine found out about a plan, and by which names it is told. */
export interface ReasonsFound {
  reasons: readonly Reasons[];
  envies: readonly Envy[];
  instance: Instance;
  places: Places;
  /** As few as can be were to move, points came second. */
  movesFirst: boolean;
  /** The exhibitor of each place, by the place's key. */
  exhibitorIdOf: ReadonlyMap<string, string>;
  /** As exhibitors are called today. */
  nameOf: ReadonlyMap<string, string>;
}

const MOST_NAMED = 5;

const inVietnamese = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const inEnglish = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
/* What is rounded to nothing is nothing. */
const NOTHING = 0.05;

/** Reasons in words, in the order of the places. */
export function reasonsTold(found: ReasonsFound): SuggestionReasonsDto {
  const telling = new ReasonsTelling(found);
  return {
    isWhole: found.reasons.length === found.instance.exhibitors.length,
    exhibitors: found.reasons.map((each) => telling.ofPlace(each)),
    envies: found.envies.map((envy) => telling.ofEnvy(envy)),
  };
}

class ReasonsTelling {
  private readonly claimantOf: ReadonlyMap<string, Claimant>;

  constructor(private readonly found: ReasonsFound) {
    this.claimantOf = new Map(found.instance.exhibitors.map((each) => [each.id, each]));
  }

  ofPlace({ exhibitor: key, kept, unmet }: Reasons): PlaceReasonsDto {
    return {
      ...{ key, exhibitorId: this.idOf(key), exhibitorName: this.nameOf(key) },
      boothCodes: this.codesOf(key),
      kept: [...kept],
      unmet: unmet.map((wish) => this.ofUnmet(key, wish)),
    };
  }

  ofEnvy({ exhibitor: key, of: ofKey, ...envy }: Envy): SuggestionEnvyDto {
    const [name, other] = [this.nameOf(key), this.nameOf(ofKey)];
    const [points, others] = [this.priorityOf(key), this.priorityOf(ofKey)];
    const where = this.codesOf(ofKey).join(', ');
    const why = whyNoExchange(envy, other);
    return {
      ...{ key, exhibitorId: this.idOf(key), exhibitorName: name },
      ...{ ofKey, ofExhibitorId: this.idOf(ofKey), ofExhibitorName: other, ...envy },
      ofBoothCodes: this.codesOf(ofKey),
      vi: `${name} (${inVietnamese.format(points)} điểm ưu tiên) ở ${where}, chỗ của ${other} (${inVietnamese.format(others)} điểm ưu tiên), thì đỡ mất ${inVietnamese.format(envy.wouldSpare)} điểm. ${why.vi}`,
      en: `At ${where}, where ${other} (${inEnglish.format(others)} priority points) stands, ${name} (${inEnglish.format(points)}) would spare itself ${inEnglish.format(envy.wouldSpare)} points. ${why.en}`,
    };
  }

  private ofUnmet(key: string, unmet: UnmetWish): UnmetWishDto {
    const { wish, isImpossible, costsAtMost, booths, wouldMove, holders } = unmet;
    const movers = [...new Set(wouldMove.map((mover) => this.idOf(mover)))].map((id) => ({
      id,
      name: this.found.nameOf.get(id) ?? '',
    }));
    const better = wish === 'choices' ? this.betterChoices(key) : [];
    return {
      ...{ wish, isImpossible, costsAtMost, movers, boothCodes: [...booths] },
      boothCode: booths.find((code) => better.includes(code)) ?? better[0] ?? null,
      holders: holders.map((holder) => this.ofHolder(key, holder)),
      ...this.unmetSentence(
        key,
        unmet,
        better,
        movers.map(({ name }) => name),
      ),
    };
  }

  private unmetSentence(
    key: string,
    { wish, isImpossible, costsAtMost, booths }: UnmetWish,
    better: readonly string[],
    movers: readonly string[],
  ): Sentence {
    const where = booths.join(', ');
    const chosen = booths.find((code) => better.includes(code)) ?? better[0] ?? '';
    const what: Sentence = {
      corner: { vi: 'gian góc', en: 'a corner' },
      front: { vi: 'gian mặt tiền', en: 'a front' },
      gate: { vi: 'gian gần cổng hơn', en: 'a booth nearer to a gate' },
      choices: { vi: `gian đã chọn ${chosen}`, en: `the chosen booth ${chosen}` },
    }[wish];
    if (this.claimantOf.get(key)?.lock) {
      return {
        vi: `Không có ${what.vi}: chỗ của đơn vị đã khóa.`,
        en: `Not ${what.en}: its place is locked.`,
      };
    }
    if (isImpossible && wish === 'choices') {
      const codes = better.join(', ');
      return {
        vi: `Gian đã chọn ${codes} không hợp với đơn vị (khu, số gian liền nhau, điện, nước, hút khói).`,
        en: `The chosen booth ${codes} does not suit it (zone, booths side by side, power, water, ventilation).`,
      };
    }
    if (isImpossible) {
      return {
        vi: `Trong các gian hợp với đơn vị (khu, số gian liền nhau, điện, nước, hút khói) không có ${what.vi}.`,
        en: `Of the booths that suit it (zone, booths side by side, power, water, ventilation) none is ${what.en}.`,
      };
    }
    if (costsAtMost === null) {
      return {
        vi: `Chưa tìm được cách cho ${what.vi} mà không phạm quy định nào.`,
        en: `No way was found to give it ${what.en} without breaking a rule.`,
      };
    }
    const at = wish === 'choices' ? '' : ` (${where})`;
    const cost = Math.abs(costsAtMost) < NOTHING ? 0 : costsAtMost;
    const [vi, en] = [inVietnamese.format(Math.abs(cost)), inEnglish.format(Math.abs(cost))];
    const moved = movedSentence(movers);
    if (cost > 0) {
      return {
        vi: `Cho ${what.vi}${at} thì cả phương án mất nhiều nhất ${vi} điểm, và ${moved.vi}.`,
        en: `Giving it ${what.en}${at} would cost the plan at most ${en} points, and ${moved.en}.`,
      };
    }
    const leaves = movers.length > 0 ? moved : this.leavesWhatItWasTold(key);
    if (this.found.movesFirst && leaves) {
      return {
        vi: `Cho ${what.vi}${at} thì cả phương án ${cost < 0 ? `đỡ ${vi} điểm` : 'không kém đi'}, nhưng ${leaves.vi}: phương án này để ít đơn vị phải dời nhất.`,
        en: `Giving it ${what.en}${at} would ${cost < 0 ? `save the plan ${en} points` : 'not make the plan worse'}, but ${leaves.en}: in this plan as few as can be move.`,
      };
    }
    return {
      vi: `Cho ${what.vi}${at} không làm phương án kém đi${cost < 0 ? `, mà còn đỡ ${vi} điểm` : ''}, và ${moved.vi}: tìm lâu hơn có thể thấy.`,
      en: `Giving it ${what.en}${at} would not make the plan worse${cost < 0 ? ` but save ${en} points` : ''}, and ${moved.en}: a longer search may find it.`,
    };
  }

  private leavesWhatItWasTold(key: string): Sentence | null {
    const prev = this.claimantOf.get(key)?.prev;
    return prev?.some((code) => this.codesOf(key).includes(code))
      ? { vi: 'đơn vị phải rời chỗ đã được báo', en: 'it would leave the place that it was told' }
      : null;
  }

  private ofHolder(key: string, { exhibitor: holder, booths, because }: Holder): WishHolderDto {
    const name = this.nameOf(holder);
    const where = booths.join(', ');
    const [points, own] = [this.priorityOf(holder), this.priorityOf(key)];
    const more: Sentence =
      points > own
        ? {
            vi: `, với nhiều điểm ưu tiên hơn (${inVietnamese.format(points)} so với ${inVietnamese.format(own)})`,
            en: `, with more priority points (${inEnglish.format(points)} to ${inEnglish.format(own)})`,
          }
        : { vi: '', en: '' };
    const why: Sentence = {
      locked: { vi: ': chỗ này đã khóa', en: ': the place is locked' },
      wish: {
        vi: `: nguyện vọng riêng của đơn vị ấy được đáp ứng ở đó${more.vi}`,
        en: `: a wish of its own is kept there${more.en}`,
      },
      group: { vi: ' để gần các đơn vị cùng đoàn', en: ' to be near its own delegation' },
      points: {
        vi: ': ở chỗ khác thì cả phương án mất điểm',
        en: ': elsewhere it would cost the plan points',
      },
    }[because];
    return {
      ...{ exhibitorId: this.idOf(holder), name },
      vi: `${name} đang ở ${where}${why.vi}.`,
      en: `${name} stands at ${where}${why.en}.`,
    };
  }

  /* The choices that it would rather have than what it got, the best first. */
  private betterChoices(key: string): string[] {
    const choices = this.claimantOf.get(key)?.wish.choices ?? [];
    const got = choices.findIndex((code) => this.codesOf(key).includes(code));
    return [...new Set(got < 0 ? choices : choices.slice(0, got))];
  }

  private idOf(key: string): string {
    return this.found.exhibitorIdOf.get(key) ?? key;
  }

  private nameOf(key: string): string {
    return this.found.nameOf.get(this.idOf(key)) ?? '';
  }

  private codesOf(key: string): string[] {
    return [...(this.found.places[key] ?? [])];
  }

  private priorityOf(key: string): number {
    return this.claimantOf.get(key)?.priority ?? 0;
  }
}

function movedSentence(names: readonly string[]): Sentence {
  if (names.length === 0) return { vi: 'không ai khác phải dời', en: 'nobody else would move' };
  const more = names.length - MOST_NAMED;
  const shown = names.slice(0, MOST_NAMED).join(', ');
  return {
    vi: `${shown}${more > 0 ? ` và ${more} đơn vị khác` : ''} phải dời`,
    en: `${shown}${more > 0 ? ` and ${more} more` : ''} would move`,
  };
}

function whyNoExchange(
  { why, exchangeCosts }: Pick<Envy, 'why' | 'exchangeCosts'>,
  other: string,
): Sentence {
  if (why === 'locked') {
    return { vi: `Chỗ của ${other} đã khóa.`, en: `The place of ${other} is locked.` };
  }
  if (why === 'other_rules' || exchangeCosts === null) {
    return {
      vi: 'Đổi chỗ cho nhau thì phạm quy định.',
      en: 'To change places would break a rule.',
    };
  }
  if (exchangeCosts < NOTHING) {
    return {
      vi: 'Đổi chỗ cho nhau không làm phương án kém đi: tìm lâu hơn có thể thấy.',
      en: 'To change places would not make the plan worse: a longer search may find it.',
    };
  }
  return {
    vi: `Đổi chỗ cho nhau thì cả phương án mất ${inVietnamese.format(exchangeCosts)} điểm.`,
    en: `To change places would cost the plan ${inEnglish.format(exchangeCosts)} points.`,
  };
}
