// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CommonsBonds} from "../../contracts/bonds/CommonsBonds.sol";
import {CommonsFund} from "../../contracts/fund/CommonsFund.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {Checks} from "../kit/Vm.sol";
import {Ghost} from "./Ghost.sol";

/// @dev What the books of the fund must come to, summed over everybody.
abstract contract Sums is Checks {
    Ghost internal ghost;
    CommonsFund internal fund;
    CommonsBonds internal bonds;

    function _escrow() internal view returns (uint256 sum) {
        for (uint256 number = 1; number <= bonds.seriesCount(); ++number) {
            SeriesId id = SeriesId.wrap(number);
            if (ghost.unitsAtClose(id) != 0) continue;
            for (uint256 p; p < ghost.PEOPLE(); ++p) {
                sum += bonds.balanceOf(ghost.person(p), SeriesId.unwrap(id)) * ghost.commons().FACE();
            }
        }
    }

    function _paidNotTaken() internal view returns (uint256 sum) {
        for (uint256 number = 1; number <= bonds.seriesCount(); ++number) {
            SeriesId id = SeriesId.wrap(number);
            (, uint256 taken, ) = _dues(id);
            sum += fund.paidOf(id) - taken;
        }
    }

    function _owedToPersons() internal view returns (uint256 sum) {
        for (uint256 p; p < ghost.PEOPLE(); ++p) {
            address who = ghost.person(p);
            sum += ghost.earned(who) - ghost.claimed(who) + ghost.beyond(who);
        }
    }

    function _dues(SeriesId id) internal view returns (uint256 dues, uint256 taken, uint256 holders) {
        for (uint256 p; p < ghost.PEOPLE(); ++p) {
            address who = ghost.person(p);
            dues += bonds.dueOf(id, who);
            taken += bonds.takenOf(id, who);
            if (ghost.everHeld(id, who)) ++holders;
        }
    }
}
