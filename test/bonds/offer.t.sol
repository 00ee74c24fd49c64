// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {IPhyle} from "../../contracts/phyle/IPhyle.sol";
import {RentMode} from "../../contracts/types/RentMode.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {VM} from "../kit/Vm.sol";
import {BondsTest} from "./BondsTest.sol";

/// @notice What is offered, and what the root sets and backs.
contract SeriesOfferTest is BondsTest {
    function _refuses(ICommonsBonds.SeriesTerms memory terms, bytes memory expected) private {
        VM.expectRevert(expected);
        commons.float(terms, false);
    }

    function _rootDoes(bytes memory data, bytes memory expected) private {
        address root = address(commons.root());
        VM.prank(root);
        if (expected.length != 0) VM.expectRevert(expected);
        (bool ok, ) = address(bonds).call(data);
        _check(ok || expected.length != 0, "the root's decision");
    }

    /* FLOATING */

    function test_BND1_float_onlyByACoopInGoodStanding() public {
        ICommonsBonds.SeriesTerms memory terms = _terms();
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotInGoodStanding.selector, ADA));
        bonds.float(terms);
    }

    function test_BND8_float_refusesWhatIsNoOffer() public {
        ICommonsBonds.SeriesTerms memory terms = _terms();
        terms.title = "";
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.SeriesTitleInvalid.selector, ""));
        terms.title = string(abi.encodePacked("mill", hex"e280ae"));
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.SeriesTitleInvalid.selector, terms.title));
        terms = _terms();
        terms.machine = 0;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.MachineDocumentMissing.selector));
        address[9] memory suppliers = [
            address(0),
            address(commons.coops(0)),
            address(commons.root()),
            address(commons.phyle()),
            address(fund),
            address(bonds),
            address(commons.machines()),
            commons.LICENCES(),
            address(euro)
        ];
        for (uint256 i; i < suppliers.length; ++i) {
            terms = _terms();
            terms.supplier = suppliers[i];
            _refuses(terms, abi.encodeWithSelector(ICommonsBonds.SupplierInvalid.selector, suppliers[i]));
        }
    }

    function test_float_refusesPricesAndUnitsThatDoNotFit() public {
        ICommonsBonds.SeriesTerms memory terms = _terms();
        terms.price = 0;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.PriceInvalid.selector, 0, 100e6));
        terms.price = 100e6 + 1;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.PriceInvalid.selector, 100e6 + 1, 100e6));
        terms = _terms();
        terms.leastUnits = 0;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.UnitsInvalid.selector, 0, 100, 33));
        terms = _terms();
        terms.mostUnits = 99;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.UnitsInvalid.selector, 100, 99, 33));
        terms = _terms();
        terms.mostPerPerson = 0;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.UnitsInvalid.selector, 100, 100, 0));
        terms.mostPerPerson = 34;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.UnitsInvalid.selector, 100, 100, 34));
    }

    function test_float_refusesTimesThatDoNotFollow() public {
        for (uint256 i; i < 4; ++i) {
            ICommonsBonds.SeriesTerms memory terms = _terms();
            if (i == 0) terms.opensAt = uint40(block.timestamp - 1);
            if (i == 1) terms.subscribeUntil = terms.opensAt + 7 days - 1;
            if (i == 2) terms.buyBy = terms.subscribeUntil + 14 days;
            if (i == 3) terms.buyBy = terms.subscribeUntil + 4 days + 366 days + 1;
            _refuses(
                terms,
                abi.encodeWithSelector(
                    ICommonsBonds.TimesInvalid.selector,
                    terms.opensAt,
                    terms.subscribeUntil,
                    terms.buyBy
                )
            );
        }
    }

    function test_float_refusesCapsAndRentsThatAreNotOffered() public {
        ICommonsBonds.SeriesTerms memory terms = _terms();
        terms.capBps = 9_999;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.CapInvalid.selector, 9_999, 10_000));
        terms.capBps = 10_001;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.CapInvalid.selector, 10_001, 10_000));
        terms = _terms();
        terms.rentMode = RentMode.AUCTION;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.RentModeNotOffered.selector, RentMode.AUCTION));
        terms.rentMode = RentMode.RATCHET;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.RentModeNotOffered.selector, RentMode.RATCHET));
        terms = _terms();
        terms.rentMode = RentMode.USUFRUCT;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.RentInvalid.selector, 1e6, 30 days));
        terms = _terms();
        terms.rent = 0;
        _refuses(terms, abi.encodeWithSelector(ICommonsBonds.RentInvalid.selector, 0, 30 days));
    }

    function test_mostCap_onlyTheRootSetsItWithinItsBounds() public {
        VM.expectRevert(abi.encodeWithSelector(IPhyle.NotTheRoot.selector, address(this)));
        bonds.setMostCap(12_000);
        uint16[2] memory wrong = [uint16(9_999), 20_001];
        for (uint256 i; i < 2; ++i) {
            _rootDoes(
                abi.encodeCall(bonds.setMostCap, (wrong[i])),
                abi.encodeWithSelector(ICommonsBonds.CapInvalid.selector, wrong[i], 20_000)
            );
        }
        _rootDoes(abi.encodeCall(bonds.setMostCap, (12_000)), "");
        ICommonsBonds.SeriesTerms memory terms = _terms();
        terms.capBps = 12_000;
        _equal(SeriesId.unwrap(commons.float(terms, false)), 1, "a series at the new cap");
    }

    /* ENDORSING */

    function test_endorse_onlyTheRootOnceAndBeforeItOpens() public {
        SeriesId id = commons.float(_terms(), true);
        VM.expectRevert(abi.encodeWithSelector(IPhyle.NotTheRoot.selector, address(this)));
        bonds.endorse(id);
        _rootDoes(
            abi.encodeCall(bonds.endorse, (id)),
            abi.encodeWithSelector(ICommonsBonds.AlreadyEndorsed.selector, id)
        );
        id = commons.float(_terms(), false);
        uint256 opensAt = bonds.seriesOf(id).terms.opensAt;
        VM.warp(opensAt);
        _rootDoes(
            abi.encodeCall(bonds.endorse, (id)),
            abi.encodeWithSelector(ICommonsBonds.TooLateToEndorse.selector, id, opensAt)
        );
        _rootDoes(
            abi.encodeCall(bonds.endorse, (SeriesId.wrap(99))),
            abi.encodeWithSelector(ICommonsBonds.SeriesUnknown.selector, 99)
        );
    }

    function test_endorse_atMostSixteenThatMayStillBePaid() public {
        for (uint256 i; i < 16; ++i) commons.float(_terms(), true);
        SeriesId id = commons.float(_terms(), false);
        _rootDoes(
            abi.encodeCall(bonds.endorse, (id)),
            abi.encodeWithSelector(ICommonsBonds.TooManyEndorsed.selector, 16)
        );
        VM.warp(block.timestamp + 20 days);
        id = commons.float(_terms(), true);
        _check(bonds.seriesOf(id).endorsed, "failed ones make room");
    }
}
