import { AddFeeRate } from './add-fee-rate';
import { GiveFeeRelief } from './give-fee-relief';
import { KeepFeeAccount } from './keep-fee-account';
import { ListFeeStandings } from './list-fee-standings';
import { ListOwnFeeNotices } from './list-own-fee-notices';
import { PreviewFees } from './preview-fees';
import { ReadFeeNotice } from './read-fee-notice';
import { ReckonFees } from './reckon-fees';
import { RecordFeePayment } from './record-fee-payment';
import { ShowTariff } from './show-tariff';
import { StrikeFeePayment } from './strike-fee-payment';
import { WithdrawFeeRate } from './withdraw-fee-rate';
import { WithdrawFeeRelief } from './withdraw-fee-relief';

/** What is done with fees, for the module. */
export const feeVerbs = [
  AddFeeRate,
  GiveFeeRelief,
  KeepFeeAccount,
  ListFeeStandings,
  ListOwnFeeNotices,
  PreviewFees,
  ReadFeeNotice,
  ReckonFees,
  RecordFeePayment,
  ShowTariff,
  StrikeFeePayment,
  WithdrawFeeRate,
  WithdrawFeeRelief,
];
