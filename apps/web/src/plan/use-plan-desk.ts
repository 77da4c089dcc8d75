import { useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { newId } from '@phien/kernel';
import type { Booth } from '../api/client';
import { Problem } from '../api/problem';
import { fairQuery, queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import type { LiveState } from '../live/live.rules';
import { m } from '../paraglide/messages.js';
import { useToast } from '../ui/toast';
import {
  boothsQuery,
  carryOut,
  choicesQuery,
  exhibitorsQuery,
  featuresQuery,
  idsOf,
  movingKey,
  pointsQuery,
  stepsQuery,
  zonesQuery,
} from './plan-requests';
import type { Choice, Deed, Exhibitor, Firmness, Share, Step } from './plan-requests';
import { boothsOf, largestShare, newsOf } from './plan.rules';
import { sayDid, sayDone } from './plan-words';
import type { Told } from './plan-words';
import { useWordLine } from '../live/use-word-line';

/** An allocation that looks for another booth. */
export interface Moving {
  allocationId: string;
  exhibitorId: string;
  boothId: string;
}

const FLASH_MS = 2_600;

/** Everything an organizer has on the desk: the plan, what is chosen, and what can be done with it. */
export function usePlanDesk(fairId: string) {
  const { language } = useLanguage();
  const say = useToast();
  const fair = useQuery(fairQuery(fairId));
  const zones = useQuery(zonesQuery(fairId));
  const features = useQuery(featuresQuery(fairId));
  const booths = useQuery(boothsQuery(fairId));
  const exhibitors = useQuery(exhibitorsQuery(fairId));
  const steps = useQuery(stepsQuery(fairId));
  const points = useQuery(pointsQuery(fairId));

  const [boothId, setBoothId] = useState<string | null>(null);
  const [exhibitorId, setExhibitorId] = useState<string | null>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const [wantedShare, setShare] = useState<Share | null>(null);
  const [firmness, setFirmness] = useState<Firmness>({ state: 'confirmed' });
  const [pending, setPending] = useState<readonly (readonly string[])[]>([]);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const asked = useRef(new Set<string>());
  const lastSeen = useRef<string | null | undefined>(undefined);
  const doneHere = useRef<string[]>([]);

  const boothOf = useMemo(
    () => new Map((booths.data ?? []).map((booth) => [booth.id, booth])),
    [booths.data],
  );
  const exhibitorOf = useMemo(
    () => new Map((exhibitors.data ?? []).map((exhibitor) => [exhibitor.id, exhibitor])),
    [exhibitors.data],
  );
  const pointsOf = useMemo(
    () => new Map((points.data ?? []).map((each) => [each.exhibitorId, each.points])),
    [points.data],
  );
  const booth = boothId === null ? null : (boothOf.get(boothId) ?? null);
  const exhibitor =
    exhibitorOf.get(moving?.exhibitorId ?? '') ?? exhibitorOf.get(exhibitorId ?? '') ?? null;
  const share =
    wantedShare ?? (booth && booth.freeSixths > 0 ? largestShare(booth.freeSixths) : 'whole');

  const wanted = exhibitor
    ? moving
      ? { exhibitorId: exhibitor.id, movingId: moving.allocationId }
      : { exhibitorId: exhibitor.id, share }
    : null;
  const choices = useQuery(choicesQuery(fairId, wanted));
  const hasWish = wanted !== null;
  const choiceOf = useMemo(
    () =>
      hasWish && choices.data
        ? new Map<string, Choice>(choices.data.map((choice) => [choice.boothId, choice]))
        : null,
    [choices.data, hasWish],
  );

  const pendingIds = useMemo(() => new Set(pending.flat()), [pending]);

  const told: Told = { timeZone: fair.data?.timeZone ?? 'UTC', language };

  /*
   * Whatever comes after the steps that were there first is news, also before the line stands; what
   * was kept from an earlier look may lack what its own reader did on another page.
   */
  const first = steps.isFetchedAfterMount ? steps.data?.steps : undefined;
  useEffect(() => {
    if (first && lastSeen.current === undefined) lastSeen.current = first[0]?.stepId ?? null;
  }, [first]);

  const catchUp = async () => {
    await queryClient.invalidateQueries({ queryKey: ['plan', fairId] });
    const seen = queryClient.getQueryData(stepsQuery(fairId).queryKey)?.steps;
    if (!seen) return;
    const before = lastSeen.current;
    lastSeen.current = seen[0]?.stepId ?? null;
    const news = before === undefined ? [] : newsOf(seen, before, asked.current);
    if (news.length === 0) return;
    setChanged(new Set(news.flatMap(boothsOf)));
    setTimeout(() => setChanged(new Set()), FLASH_MS);
    say({
      tone: 'news',
      text: news
        .slice(-3)
        .map((step) => newsText(step, told))
        .join(' · '),
    });
  };
  const live: LiveState = useWordLine('plan', fairId, () => void catchUp());

  const act = async (deed: Deed, touched: readonly string[]): Promise<boolean> => {
    /* By these until the step has a name: later steps of others with the same places are news. */
    const ids = idsOf(deed);
    for (const id of ids) asked.current.add(id);
    setPending((before) => [...before, touched]);
    try {
      const step = await carryOut(fairId, deed);
      for (const id of ids) asked.current.delete(id);
      asked.current.add(step.stepId);
      await queryClient.invalidateQueries({ queryKey: movingKey(fairId) });
      if (deed.verb !== 'undo') doneHere.current.push(step.stepId);
      say({ text: sayDone(step, told), undo: () => void undo(step.stepId) });
      return true;
    } catch (problem) {
      for (const id of ids) asked.current.delete(id);
      await queryClient.invalidateQueries({ queryKey: movingKey(fairId) });
      say({ tone: 'refused', text: refusalText(problem, language) });
      return false;
    } finally {
      setPending((before) => before.filter((each) => each !== touched));
    }
  };

  const putDown = () => {
    setExhibitorId(null);
    setMoving(null);
    setShare(null);
    setFirmness({ state: 'confirmed' });
  };

  const undo = (stepId: string) => {
    doneHere.current = doneHere.current.filter((id) => id !== stepId);
    return act({ verb: 'undo', id: newId(), stepId }, []);
  };

  /** Gives the booth, or moves to it, whatever is chosen; says why when it cannot be. */
  const place = async (toId: string, what?: { exhibitorId?: string; moving?: Moving }) => {
    const move = what ? what.moving : moving;
    const giving = what ? what.exhibitorId : exhibitorId;
    const refused = choiceOf?.get(toId)?.findings.find(({ isWarning }) => !isWarning);
    if (refused && (move?.exhibitorId ?? giving) === exhibitor?.id) {
      say({ tone: 'refused', text: m.plan_refused({ reason: refused[language] }) });
      return;
    }
    if (move) {
      if (move.boothId === toId) return;
      const deed = {
        verb: 'move',
        id: newId(),
        allocationId: move.allocationId,
        boothId: toId,
      } as const;
      if (await act(deed, [move.boothId, toId])) putDown();
    } else if (giving) {
      const to = boothOf.get(toId);
      const asMuch =
        wantedShare ?? (to && to.freeSixths > 0 ? largestShare(to.freeSixths) : 'whole');
      const deed = {
        verb: 'give',
        id: newId(),
        boothId: toId,
        exhibitorId: giving,
        share: asMuch,
        ...firmness,
      } as const;
      if (await act(deed, [toId])) putDown();
    }
  };

  const holderIn = (allocationId: string): Booth | undefined =>
    booths.data?.find(({ holders, reserved }) =>
      [...holders, ...reserved].some((holder) => holder.allocationId === allocationId),
    );

  return {
    fairId,
    queries: [fair, zones, features, booths, exhibitors, steps],
    fair: fair.data,
    zones: zones.data ?? [],
    features: features.data ?? [],
    booths: booths.data ?? [],
    exhibitors: exhibitors.data ?? [],
    steps: steps.data,
    live,
    told,
    booth,
    exhibitor,
    moving,
    share,
    firmness,
    changed,
    choiceOf,
    isChoosing: hasWish && choices.isPending,
    choicesProblem: choices.error,
    boothOf,
    exhibitorOf,
    pointsOf,
    pendingIds,
    isBusy: pending.length > 0,
    chooseBooth: setBoothId,
    chooseExhibitor: (id: string | null) => {
      setMoving(null);
      setExhibitorId(id);
    },
    chooseShare: setShare,
    chooseFirmness: setFirmness,
    startMove: (move: Moving) => {
      setExhibitorId(null);
      setShare(null);
      setMoving(move);
    },
    putDown,
    place,
    free: (allocationId: string) =>
      void act({ verb: 'free', allocationId }, [holderIn(allocationId)?.id ?? '']),
    changeState: (allocationId: string, next: Firmness) =>
      void act({ verb: 'state', id: newId(), allocationId, ...next }, [
        holderIn(allocationId)?.id ?? '',
      ]),
    changeShare: (allocationId: string, next: Share) =>
      void act({ verb: 'share', id: newId(), allocationId, share: next }, [
        holderIn(allocationId)?.id ?? '',
      ]),
    swap: async (move: Moving, withId: string) => {
      const deed = {
        verb: 'swap',
        firstId: move.allocationId,
        secondId: withId,
        newFirstId: newId(),
        newSecondId: newId(),
      } as const;
      if (await act(deed, [move.boothId, holderIn(withId)?.id ?? ''])) putDown();
    },
    undo,
    undoLast: () => {
      const stepId = doneHere.current.at(-1);
      if (stepId === undefined) say({ tone: 'news', text: m.plan_nothing_to_undo() });
      else void undo(stepId);
    },
  };
}

export type Desk = ReturnType<typeof usePlanDesk>;

const newsText = (step: Step, told: Told) =>
  m.plan_just_now({ who: step.accountName ?? m.plan_someone(), what: sayDid(step, told) });

function refusalText(problem: unknown, language: 'vi' | 'en'): string {
  if (problem instanceof Problem && problem.code !== 'unreachable') {
    const reason = problem.sentence(language) ?? m.error_code({ code: problem.code });
    return m.plan_refused({ reason });
  }
  return m.plan_refused_unreachable();
}

/** Name of the place an exhibitor comes from, with the former district where people still say it. */
export function placeText(exhibitor: Exhibitor, language: 'vi' | 'en'): string {
  const place = language === 'vi' ? exhibitor.placeNameVi : exhibitor.placeNameEn;
  return exhibitor.formerDistrict === null ? place : `${place} (${exhibitor.formerDistrict})`;
}
