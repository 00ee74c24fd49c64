// SPDX-License-Identifier: MIT
import type { WordTable } from '../../errors/words.ts'

/** What the refusals of this chapter mean, by the name of the error. */
export const errors: WordTable = {
  NotInGoodStanding: {
    why: '{coop} does not pass the open co-op check now, or has left the federation: it cannot offer bonds, and no machine is bought for it.',
    now: 'Look at the check on its page: it says what is missing.',
  },
  NotACooperator: {
    why: '{wallet} is not a person of this federation, and only they buy bonds.',
    you: 'You are not a person of this federation, and only they buy bonds.',
    now: 'Join one of its co-ops first. What you hold already stays yours.',
  },
  SeriesUnknown: {
    why: 'There is no bond offer {seriesId}.',
    now: 'Look for it in the list of bonds.',
  },
  SeriesTitleInvalid: {
    why: 'The title of the bond offer is empty, too long, or has characters that do not show.',
    now: 'Say in 1 to 64 bytes what is bought.',
  },
  MachineDocumentMissing: {
    why: 'There is no document that describes the machine.',
    now: 'Add one.',
  },
  SupplierInvalid: {
    why: '{supplier} cannot be paid as a supplier.',
    now: 'Write the address of whoever sells the machine.',
  },
  PriceInvalid: {
    why: 'The price is {price:money}; the least that is raised pays at most {most:money}.',
    now: 'Raise more, or find a machine at a lower price.',
  },
  UnitsInvalid: {
    why: 'The least ({leastUnits}), the most ({mostUnits}) and the most per person ({mostPerPerson}) do not fit together.',
    now: 'Make the least at most the most, and let each person have at least 1 and less than a third of the least.',
  },
  TimesInvalid: {
    why: 'The days of this offer do not fit together.',
    now: 'Leave at least seven days to subscribe, fourteen more until the latest close, and then time to buy.',
  },
  CapInvalid: {
    why: 'The most that is paid back ({capBps:bps}) is out of bounds; the federation allows up to {mostCapBps:bps}.',
    now: 'Choose between 100 % and that.',
  },
  RentModeNotOffered: {
    why: 'This way of lending a machine is not offered yet.',
    now: 'Choose lending free or a use fee.',
  },
  RentInvalid: {
    why: 'Use fee and period do not fit the way the machine is lent.',
    now: 'Write both for a use fee, none where it is lent free.',
  },
  AlreadyEndorsed: {
    why: 'The federation stands behind bond offer {seriesId} already.',
    now: 'There is nothing to do.',
  },
  TooLateToEndorse: {
    why: 'Bond offer {seriesId} opened on {opensAt:time}; the federation had to stand behind it before.',
    now: 'It lives on what its machine earns.',
  },
  TooManyEndorsed: {
    why: 'The federation stands behind {most} bond offers already, which is the most.',
    now: 'Wait until one of them is repaid.',
  },
  NotOpenYet: {
    why: 'Bond offer {seriesId} opens on {opensAt:time}.',
    now: 'Come back then.',
  },
  SubscriptionOver: {
    why: 'Bond offer {seriesId} could be subscribed until {subscribeUntil:time}.',
    now: 'Look for another offer, or come back if somebody takes money back before it closes.',
  },
  NothingRepays: {
    why: 'The machine of bond offer {seriesId} is lent free and the federation does not stand behind the offer, so nothing would repay it.',
    now: 'Look for another offer. The co-op can offer it anew, with a use fee or with the federation behind it.',
  },
  NoUnits: { why: 'You asked for 0 bonds.', now: 'Choose at least 1.' },
  OverTheMost: {
    why: 'Bond offer {seriesId} has only {left} bonds left.',
    now: 'Choose at most that many.',
  },
  OverTheMostPerPerson: {
    why: 'One person can have only {left} more bonds of offer {seriesId}.',
    now: 'Choose at most that many.',
  },
  ShutOut: {
    why: '{wallet} took back {withdrawn} of the {pledged} bonds they ever reserved of offer {seriesId}: more than half.',
    you: 'You took back {withdrawn} of the {pledged} bonds that you ever reserved of offer {seriesId}: more than half.',
    now: 'Look for another offer. What is left in this one stays.',
  },
  PledgeBinding: {
    why: 'Of bond offer {seriesId} only {withdrawable} bonds can be taken back now, not {units}: the others were reserved more than four days ago.',
    now: 'Take back at most that. If the offer fails you get everything back; once the machine is bought you can sell your bonds.',
  },
  NotWithdrawable: {
    why: 'You could change your mind until bond offer {seriesId} closed.',
    now: 'Once the machine is bought you can sell your bonds to another member.',
  },
  NotRefundable: {
    why: 'Bond offer {seriesId} did not fail, so there is nothing to pay back.',
    now: 'While it is open, you can take your money back by changing your mind.',
  },
  NotBuyable: {
    why: 'The machine of bond offer {seriesId} cannot be bought now.',
    now: 'It can be once the offer has closed with enough subscribed, and before its last day.',
  },
  NotTransferable: {
    why: 'Bonds of offer {seriesId} cannot change hands now.',
    now: 'They can once the machine is bought.',
  },
  OverTheHolding: {
    why: '{holder} has {held} bonds of offer {seriesId}, not {units}.',
    you: 'You have {held} bonds of offer {seriesId}, not {units}.',
    now: 'Choose at most that many.',
  },
  OverTheAllowance: {
    why: '{spender} may move {allowance} bonds, not {units}.',
    you: 'You may move {allowance} bonds, not {units}.',
    now: 'Allow more, or move fewer.',
  },
  HolderInvalid: {
    why: '{holder} cannot hold bonds.',
    now: 'Choose the address of a member.',
  },
}
