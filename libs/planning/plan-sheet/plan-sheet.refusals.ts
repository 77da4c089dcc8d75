import { Refusal } from '@phien/kernel';

export const planSheetTooSlow = () =>
  new Refusal('plan_sheet_too_slow', 'busy', {
    vi: 'Chưa vẽ xong tệp sơ đồ trong thời gian cho phép. Hãy thử lại sau ít phút.',
    en: 'The file of the plan was not drawn in the time it has. Try again in a few minutes.',
  });
