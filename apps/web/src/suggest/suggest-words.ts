import type { Language } from '@phien/kernel';
import { tagOf } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import type { SearchChoice } from './kept-choice';
import type { Suggestion, TermName, WeightName } from './suggest-requests';

export const stateWords: Record<Suggestion['state'], () => string> = {
  waiting: m.suggest_state_waiting,
  searching: m.suggest_state_searching,
  explaining: m.suggest_state_found,
  found: m.suggest_state_found,
  conflict: m.suggest_state_conflict,
  unknown: m.suggest_state_unknown,
  failed: m.suggest_state_failed,
};

export const keepsWords: Record<SearchChoice['keeps'], () => string> = {
  all: m.suggest_keeps_all,
  confirmed: m.suggest_keeps_confirmed,
  none: m.suggest_keeps_none,
};

const keepsInLine: Record<SearchChoice['keeps'], () => string> = {
  all: m.suggest_line_keeps_all,
  confirmed: m.suggest_line_keeps_confirmed,
  none: m.suggest_line_keeps_none,
};

export const weightWords: Record<WeightName, () => string> = {
  cohesion: m.suggest_weight_cohesion,
  choices: m.suggest_weight_choices,
  corner: m.suggest_weight_corner,
  front: m.suggest_weight_front,
  gate: m.suggest_weight_gate,
  anchor: m.suggest_weight_anchor,
  ventilation: m.suggest_weight_ventilation,
  competitors: m.suggest_weight_competitors,
  smell: m.suggest_weight_smell,
};

export const termWords: Record<TermName, () => string> = {
  corner: m.suggest_term_corner,
  front: m.suggest_term_front,
  gate: m.suggest_term_gate,
  choices: m.suggest_term_choices,
  anchor: m.suggest_term_anchor,
  ventilation: m.suggest_term_ventilation,
  cohesion: m.suggest_term_cohesion,
  competitors: m.suggest_term_competitors,
  smell: m.suggest_term_smell,
  affinity: m.suggest_term_affinity,
};

/** "20 giây", "5 phút". */
export const secondsText = (seconds: number): string =>
  seconds < 60 || seconds % 60 !== 0
    ? m.suggest_seconds_count({ count: seconds })
    : m.suggest_minutes_count({ count: seconds / 60 });

/** What was chosen, in one line. */
export const choiceText = (choice: SearchChoice) => {
  const { fewestMoves, moreMoves, keeps, zones, weights, seconds, leftOut = [] } = choice;
  return [
    fewestMoves
      ? moreMoves > 0
        ? m.suggest_line_moves_more({ count: moreMoves })
        : m.suggest_goal_moves()
      : m.suggest_goal_best(),
    keepsInLine[keeps](),
    zones === 'as_one' ? m.suggest_line_zones() : null,
    Object.values(weights).some((percent) => percent !== 100) ? m.suggest_line_weights() : null,
    leftOut.length > 0 ? m.suggest_left_out_line({ count: leftOut.length }) : null,
    secondsText(seconds),
  ]
    .filter((part) => part !== null)
    .join(' · ');
};

/** Points to the tenth, as far as anybody compares them. */
export const formatPoints = (points: number, language: Language): string =>
  new Intl.NumberFormat(tagOf(language), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(points);

export const pointsText = (points: number, language: Language): string =>
  m.suggest_points_count({ points: formatPoints(points, language) });

/** "còn 1:05" of a search. */
export const leftText = (seconds: number): string =>
  seconds === 0
    ? m.suggest_left_none()
    : seconds < 60
      ? m.suggest_left_seconds({ seconds })
      : m.suggest_left_minutes({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
