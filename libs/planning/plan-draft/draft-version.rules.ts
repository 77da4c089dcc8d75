import { planVersionMissing } from './plan-draft.refusals';

/** The version of a draft in an If-Match header, `"12"` or `12`. Refuses `plan_version_missing`. */
export function draftVersionOf(ifMatch: string | undefined): number {
  const [, version] = /^"?(\d{1,9})"?$/.exec(ifMatch?.trim() ?? '') ?? [];
  if (version === undefined) throw planVersionMissing();
  return Number(version);
}
