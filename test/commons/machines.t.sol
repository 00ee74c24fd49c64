// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {IMachines} from "../../contracts/commons/IMachines.sol";
import {Machines} from "../../contracts/commons/Machines.sol";
import {DemoEuro} from "../../contracts/mocks/DemoEuro.sol";
import {MachineId} from "../../contracts/types/MachineId.sol";
import {RentMode} from "../../contracts/types/RentMode.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {Checks, VM} from "../kit/Vm.sol";
import {Commons} from "../fund/Commons.sol";

contract MachinesTest is Checks {
    address private constant ADA = address(0xada);

    Commons private commons;
    Machines private machines;

    function setUp() public {
        VM.warp(1_800_000_000);
        commons = new Commons(address(new DemoEuro()));
        machines = commons.machines();
        commons.seat(0, ADA);
    }

    function test_MCH1_I14_onlyAPurchaseEntersAMachine() public {
        IMachines.Machine memory machine;
        VM.expectRevert(abi.encodeWithSelector(IMachines.OnlyCommonsBonds.selector, address(this)));
        machines.enter(machine);
    }

    function test_unknownMachines() public {
        VM.expectRevert(abi.encodeWithSelector(IMachines.MachineUnknown.selector, 0));
        machines.machineOf(MachineId.wrap(0));
        VM.expectRevert(abi.encodeWithSelector(IMachines.MachineUnknown.selector, 1));
        machines.rentUntil(MachineId.wrap(1), block.timestamp);
    }

    function test_MCH3_rentIsForWholePeriods() public {
        ICommonsBonds.SeriesTerms memory terms = commons.terms(10, 10e6);
        (terms.rentMode, terms.rent, terms.rentPeriod) = (RentMode.COST_RENT, 3e6, 30 days);
        SeriesId id = commons.float(terms, false);
        VM.warp(block.timestamp + 1 days);
        commons.fillUp(id);
        VM.warp(block.timestamp + 12 days);
        MachineId machineId = commons.bonds().buy(id);
        uint256 bought = block.timestamp;
        _equal(machines.rentUntil(machineId, bought - 1), 0, "before");
        _equal(machines.rentUntil(machineId, bought + 30 days - 1), 0, "a period that runs");
        _equal(machines.rentUntil(machineId, bought + 60 days), 6e6, "two periods");
        _check(commons.phyle().inGoodStanding(address(commons.coops(0))), "the co-op has its part in the commons");
        _equal(machines.count(), 1, "count");
    }

    function test_aMachineLentFreeCostsNothing() public {
        ICommonsBonds.SeriesTerms memory terms = commons.terms(10, 10e6);
        (terms.rentMode, terms.rent, terms.rentPeriod) = (RentMode.USUFRUCT, 0, 0);
        SeriesId id = commons.float(terms, true);
        VM.warp(block.timestamp + 1 days);
        commons.fillUp(id);
        VM.warp(block.timestamp + 12 days);
        MachineId machineId = commons.bonds().buy(id);
        _equal(machines.rentUntil(machineId, block.timestamp + 3650 days), 0, "free");
    }
}
