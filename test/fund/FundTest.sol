// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CommonsBonds} from "../../contracts/bonds/CommonsBonds.sol";
import {CommonsFund} from "../../contracts/fund/CommonsFund.sol";
import {DemoEuro} from "../../contracts/mocks/DemoEuro.sol";
import {Source} from "../../contracts/types/Source.sol";
import {Checks, VM} from "../kit/Vm.sol";
import {Commons} from "./Commons.sol";

/// @dev A commons with Ada seated in it, and money to pour, for the tests of its fund.
abstract contract FundTest is Checks {
    address internal constant ADA = address(0xada);
    address internal constant BO = address(0xb0);
    address internal constant CHI = address(0xc41);
    address internal constant DEE = address(0xdee);

    Commons internal commons;
    CommonsFund internal fund;
    CommonsBonds internal bonds;
    DemoEuro internal euro;

    function setUp() public {
        VM.warp(1_800_000_000);
        euro = new DemoEuro();
        commons = new Commons(address(euro));
        (fund, bonds) = (commons.fund(), commons.bonds());
        commons.seat(0, ADA);
        euro.mint(address(this), 1e15);
        euro.approve(address(fund), type(uint256).max);
    }

    function _gift(uint256 amount) internal {
        fund.pour(amount, Source.GIFT, 0);
    }

    function _epochs(uint256 count) internal {
        VM.warp(block.timestamp + count * commons.EPOCH());
    }
}
