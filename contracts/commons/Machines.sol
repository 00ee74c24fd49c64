// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Chapter} from "../libraries/Chapter.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {BONDS} from "../types/ChapterNames.sol";
import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";
import {MachineId} from "../types/MachineId.sol";

import {IMachines} from "./IMachines.sol";

/// @title Machines
/// @dev A clone, see {CloneArgs}.
contract Machines is IMachines, Chapter {
    Machine[] private _machines;

    /// @inheritdoc IMachines
    function enter(Machine calldata machine) external returns (MachineId machineId) {
        IPhyle phyle = _phyle();
        // I14, MCH-1
        if (msg.sender != phyle.chapterOf(BONDS)) revert OnlyCommonsBonds(msg.sender);

        _machines.push(machine);
        machineId = MachineId.wrap(_machines.length);
        _known(machineId).boughtAt = uint40(block.timestamp);
        emit MachineEntered(
            machineId,
            machine.coop,
            machine.seriesId,
            machine.document,
            machine.supplier,
            machine.price,
            machine.rentMode,
            machine.rent,
            machine.rentPeriod
        );
        phyle.noteMachine(machine.coop);
    }

    /// @inheritdoc IChapter
    function chapterName() external pure returns (string memory) {
        return "machines";
    }

    /// @inheritdoc IChapter
    /// @dev No account calls it: what is entered comes from bonds.
    function floorOf(bytes4) external pure returns (Kind) {
        return Kind.ENTRENCHED;
    }

    /// @inheritdoc IMachines
    function machineOf(MachineId machineId) external view returns (Machine memory) {
        return _known(machineId);
    }

    /// @inheritdoc IMachines
    function rentUntil(MachineId machineId, uint256 time) external view returns (uint256) {
        Machine storage machine = _known(machineId);
        if (machine.rentPeriod == 0 || time < machine.boughtAt) return 0;
        return ((time - machine.boughtAt) / machine.rentPeriod) * machine.rent;
    }

    /// @inheritdoc IMachines
    function owner() external view returns (address) {
        // MCH-2
        return CloneArgs.fund();
    }

    /// @inheritdoc IMachines
    function count() external view returns (uint256) {
        return _machines.length;
    }

    function _known(MachineId machineId) private view returns (Machine storage) {
        uint256 number = MachineId.unwrap(machineId);
        if (number == 0 || number > _machines.length) revert MachineUnknown(machineId);
        return _machines[number - 1];
    }

    function _phyle() private view returns (IPhyle) {
        return IPhyle(CloneArgs.addressInWord(CloneArgs.PHYLE));
    }
}
