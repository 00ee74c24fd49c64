// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev On which terms a machine is lent.
enum RentMode {
    /// lent free: its bonds are repaid only from common income, if endorsed
    USUFRUCT,
    /// a use fee a period, which goes on after repayment and then becomes income
    COST_RENT,
    /// members of the phyle bid for the use; not offered yet
    AUCTION,
    /// the fee goes on and feeds the solidarity reserve; not offered yet
    RATCHET
}
