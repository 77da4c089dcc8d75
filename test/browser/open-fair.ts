import { expect } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';

interface Said {
  code: string;
  nameVi: string;
  nameEn: string;
  /** `none`: without the people of the demo. */
  cast?: 'none';
  isDraft?: boolean;
  /** YYYY-MM-DD; the first day that the seed sells on unless told. */
  startsOn?: string;
  days: number;
  venueVi?: string;
  venueEn?: string;
}

export interface OpenedFair {
  id: string;
  code: string;
  /** Of the fair in the api. */
  fairUrl: string;
}

/** A fair of a story's own, with the plan of 160 booths, in the server at `url`. */
export async function openFair(
  organizer: APIRequestContext,
  url: string,
  { startsOn = '2025-11-19', ...said }: Said,
): Promise<OpenedFair> {
  const data = { template: 'ocop-160', startsOn, ...said };
  const opened = await organizer.post(`${url}/api/fairs`, { data });
  expect(opened.ok(), await opened.text()).toBe(true);
  const { id } = (await opened.json()) as { id: string };
  return { id, code: said.code, fairUrl: `${url}/api/fairs/${id}` };
}
