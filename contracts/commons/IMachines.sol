// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {MachineId} from "../types/MachineId.sol";
import {RentMode} from "../types/RentMode.sol";
import {SeriesId} from "../types/SeriesId.sol";

/// @title IMachines
/// @notice The material commons: the register of machines, which belong to the commons fund and are each lent to one
/// co-op.
/// @dev RULES
/// - MCH-1 A machine is entered only by the purchase that its bonds paid for (I14).
/// - MCH-2 It belongs to the commons fund; nothing here moves it away.
/// - MCH-3 The use fee is paid by pouring to the fund with the machine as the reference, by anyone.
interface IMachines {
    /// @dev An entry of the register.
    struct Machine {
        /// to whom it is lent
        address coop;
        uint40 boughtAt;
        RentMode rentMode;
        /// whose bonds paid for it
        SeriesId seriesId;
        /// sha-256 of the document that describes it
        bytes32 document;
        address supplier;
        uint96 price;
        /// use fee for each period
        uint96 rent;
        /// seconds
        uint32 rentPeriod;
    }

    /// @notice A machine was bought and lent.
    event MachineEntered(
        MachineId indexed machineId,
        address indexed coop,
        SeriesId indexed seriesId,
        bytes32 document,
        address supplier,
        uint256 price,
        RentMode rentMode,
        uint256 rent,
        uint256 rentPeriod
    );

    /// @notice Thrown when the caller is not the CommonsBonds of the federation.
    error OnlyCommonsBonds(address caller);
    /// @notice Thrown when there is no machine with this number.
    error MachineUnknown(MachineId machineId);

    /// @notice Enters a machine, now. Only CommonsBonds, while it buys. `boughtAt` is ignored.
    function enter(Machine calldata machine) external returns (MachineId machineId);

    /// @notice The entry of a machine.
    function machineOf(MachineId machineId) external view returns (Machine memory);

    /// @notice The use fee for all whole periods from the purchase to `time`.
    function rentUntil(MachineId machineId, uint256 time) external view returns (uint256);

    /// @notice To whom all machines belong: the commons fund.
    function owner() external view returns (address);

    /// @notice How many machines there are; ids are 1 to this.
    function count() external view returns (uint256);
}
