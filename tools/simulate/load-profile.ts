/**
 * How busy a fair is. Hours, shares and the scenario are estimates made from published totals of
 * OCOP fairs (visits, revenue, booths, days); nothing here was measured at a till. The demo's
 * figures look like a fair's because of this file, and prove nothing about one.
 */
export const dayProfiles = ['weekday', 'saturday', 'openingDay'] as const;
export type DayProfile = (typeof dayProfiles)[number];

export const loadProfile = {
  /** Of a fair of the size of autumn-winter 2025, on its busiest day. */
  scenario: { booths: 160, peakDayReceipts: 13_714, peakDayVisits: 11_429 },
  /** The busiest tenth of the booths sells four times the average in the peak hour. */
  busiest: { share: 0.1, timesAverage: 4 },
  ticket: { medianVnd: 120_000, p90Vnd: 450_000, roundToVnd: 1_000 },
  /** Gives about 1.8 lines per receipt at booths of two to eight products. */
  linesWished: { mean: 8, max: 12 },
  paymentMix: { cash: 0.4, vietqr: 0.55, cardOrWallet: 0.05 },
  refundShare: 0.005,
  voidShare: 0.01,
  meanStayMinutes: 90,
  /** Share of the entries that a gate's counter took by mistake and gave back. */
  mistapShare: 0.004,
  /** The first hour of the shares below; each next share is the next hour's. */
  firstHour: 8,
  arrivalsByHourPercent: {
    weekday: [2, 5, 7, 6, 4, 4, 5, 6, 7, 9, 12, 14, 12, 7],
    saturday: [4, 8, 10, 8, 5, 5, 6, 8, 9, 9, 9, 9, 7, 3],
    openingDay: [1, 2, 3, 3, 2, 2, 4, 5, 6, 9, 17, 22, 16, 8],
  },
  salesByHourPercent: {
    weekday: [1, 4, 7, 7, 5, 4, 5, 6, 7, 8, 11, 13, 13, 9],
    saturday: [2, 6, 10, 10, 6, 5, 6, 8, 9, 9, 9, 9, 7, 4],
    openingDay: [1, 2, 3, 4, 3, 2, 4, 5, 6, 8, 15, 12, 19, 16],
  },
} as const;
