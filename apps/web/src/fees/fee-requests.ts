import { queryOptions } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

type Schemas = components['schemas'];
export type Tariff = Schemas['FeeTariffDto'];
export type Rate = Schemas['FeeRateDto'];
export type RateWish = Schemas['AddFeeRateDto'];
export type Relief = Schemas['FeeReliefDto'];
export type ReliefWish = Schemas['GiveFeeReliefDto'];
export type FeeAccount = Schemas['PaymentAccountDto'];
export type Preview = Schemas['FeePreviewDto'];
export type FeeChange = Schemas['FeeChangeDto'];
export type ReckonWish = Schemas['ReckonFeesDto'];
export type Standing = Schemas['FeeStandingDto'];
export type Standings = Schemas['FeeStandingsDto'];
export type Notice = Schemas['FeeNoticeDto'];
export type FeeLine = Schemas['FeeLineDto'];
export type Payment = Schemas['FeePaymentDto'];
export type PaymentWish = Schemas['RecordFeePaymentDto'];

const of = (fairId: string) => ({ params: { path: { fairId } } });

/** All queries about the fees of a fair: what one of them changes, the others show. */
export const feesKey = (fairId: string) => ['fees', fairId];

export const tariffQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...feesKey(fairId), 'tariff'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/fees/tariff', of(fairId)))),
  });

export const previewQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...feesKey(fairId), 'preview'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/fees/preview', of(fairId)))),
    staleTime: 0,
  });

export const standingsQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...feesKey(fairId), 'standings'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/fees/standings', of(fairId)))),
    staleTime: 0,
  });

export const noticeQuery = (fairId: string, payerId: string) =>
  queryOptions({
    queryKey: [...feesKey(fairId), 'notice', payerId],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/fees/notices/{payerId}', {
            params: { path: { fairId, payerId } },
          }),
        ),
      ),
    staleTime: 0,
  });

/** The notices of those for whom the caller stands. */
export const ownNoticesQuery = (fairId: string) =>
  queryOptions({
    queryKey: [...feesKey(fairId), 'own'],
    queryFn: async () =>
      present(await answered(client.GET('/api/fairs/{fairId}/fees/own', of(fairId)))),
    staleTime: 0,
  });

/** Whom a relief may name. */
export const feeChoicesQuery = (fairId: string) =>
  queryOptions({
    queryKey: ['fee-choices', fairId],
    queryFn: async () => {
      const [exhibitors, delegations] = await Promise.all([
        answered(client.GET('/api/fairs/{fairId}/exhibitors', of(fairId))),
        answered(client.GET('/api/fairs/{fairId}/delegations', of(fairId))),
      ]);
      return { exhibitors: present(exhibitors), delegations: present(delegations) };
    },
    staleTime: 0,
  });

export const feeBanksQuery = queryOptions({
  queryKey: ['banks'],
  queryFn: async () => present(await answered(client.GET('/api/banks'))),
  staleTime: Infinity,
});

export const addRate = async (fairId: string, body: RateWish): Promise<Tariff> =>
  present(
    await answered(client.POST('/api/fairs/{fairId}/fees/tariff/rates', { ...of(fairId), body })),
  );

export const withdrawRate = async (fairId: string, rateId: string): Promise<Tariff> =>
  present(
    await answered(
      client.POST('/api/fairs/{fairId}/fees/tariff/rates/{rateId}/withdrawal', {
        params: { path: { fairId, rateId } },
      }),
    ),
  );

export const giveRelief = async (fairId: string, body: ReliefWish): Promise<Tariff> =>
  present(
    await answered(client.POST('/api/fairs/{fairId}/fees/tariff/reliefs', { ...of(fairId), body })),
  );

export const withdrawRelief = async (fairId: string, reliefId: string): Promise<Tariff> =>
  present(
    await answered(
      client.POST('/api/fairs/{fairId}/fees/tariff/reliefs/{reliefId}/withdrawal', {
        params: { path: { fairId, reliefId } },
      }),
    ),
  );

export const keepFeeAccount = async (fairId: string, body: FeeAccount): Promise<Tariff> =>
  present(
    await answered(client.PUT('/api/fairs/{fairId}/fees/tariff/account', { ...of(fairId), body })),
  );

export const reckonFees = async (fairId: string, body: ReckonWish): Promise<Standings> =>
  present(
    await answered(client.POST('/api/fairs/{fairId}/fees/reckonings', { ...of(fairId), body })),
  );

export const recordPayment = async (fairId: string, body: PaymentWish): Promise<Notice> =>
  present(
    await answered(client.POST('/api/fairs/{fairId}/fees/payments', { ...of(fairId), body })),
  );

export const strikePayment = async (
  fairId: string,
  paymentId: string,
  reason: string,
): Promise<Notice> =>
  present(
    await answered(
      client.POST('/api/fairs/{fairId}/fees/payments/{paymentId}/striking', {
        params: { path: { fairId, paymentId } },
        body: { reason },
      }),
    ),
  );
