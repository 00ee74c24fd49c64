// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CommonsBonds} from "../../contracts/bonds/CommonsBonds.sol";
import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {CommonsFund} from "../../contracts/fund/CommonsFund.sol";
import {DemoEuro} from "../../contracts/mocks/DemoEuro.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {Checks, VM} from "../kit/Vm.sol";
import {Commons} from "../fund/Commons.sol";

/// @dev A commons with Ada and Bo seated in it, for the tests of its bonds.
abstract contract BondsTest is Checks {
    address internal constant ADA = address(0xada);
    address internal constant BO = address(0xb0);
    address internal constant EVE = address(0xe7e);

    Commons internal commons;
    CommonsFund internal fund;
    CommonsBonds internal bonds;
    DemoEuro internal euro;

    function setUp() public virtual {
        VM.warp(1_800_000_000);
        euro = new DemoEuro();
        commons = new Commons(address(euro));
        (fund, bonds) = (commons.fund(), commons.bonds());
        commons.seat(0, ADA);
        commons.seat(1, BO);
    }

    function _terms() internal view returns (ICommonsBonds.SeriesTerms memory) {
        return commons.terms(100, 90e6);
    }

    function _open() internal returns (SeriesId id) {
        id = commons.float(_terms(), false);
        VM.warp(block.timestamp + 1 days);
    }

    function _funded() internal returns (SeriesId id) {
        id = _open();
        commons.subscribe(id, ADA, 30);
        commons.subscribe(id, BO, 20);
        commons.fillUp(id);
        VM.warp(block.timestamp + 12 days);
    }

    function _is(SeriesId id, ICommonsBonds.Status status) internal view {
        _equal(uint256(bonds.statusOf(id)), uint256(status), "status");
    }
}
