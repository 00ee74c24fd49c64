// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {CommonsBonds} from "../../contracts/bonds/CommonsBonds.sol";
import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {Machines} from "../../contracts/commons/Machines.sol";
import {CommonsFund} from "../../contracts/fund/CommonsFund.sol";
import {NamedChapter} from "../../contracts/mocks/HostileChapters.sol";
import {Phyle} from "../../contracts/phyle/Phyle.sol";
import {Founder} from "../../contracts/types/Charter.sol";
import {RentMode} from "../../contracts/types/RentMode.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {VM} from "../kit/Vm.sol";
import {StandInCoop} from "./StandInCoop.sol";

/// @dev What every mock token has, whether or not it answers.
interface IMintable {
    function mint(address to, uint256 amount) external;

    function approve(address spender, uint256 amount) external;

    function balanceOf(address account) external view returns (uint256);
}

/// @notice A phyle with its fund, bonds and machines behind clones, a root and three co-ops that stand in.
contract Commons {
    uint256 public constant FACE = 1e6;
    uint32 public constant EPOCH = 30 days;
    address public constant SUPPLIER = address(0x5a11);
    address public immutable LICENCES = address(new NamedChapter("licences"));

    IMintable public cash;
    Phyle public phyle;
    CommonsFund public fund;
    CommonsBonds public bonds;
    Machines public machines;
    StandInCoop public root;
    StandInCoop[3] public coops;
    /// @dev Whose members lend what the people of a test do not.
    StandInCoop public lenders;
    uint160 private _lenders;

    constructor(address cash_) {
        cash = IMintable(cash_);
        uint256 start = block.timestamp;
        phyle = Phyle(_clone(address(new Phyle()), abi.encode(0, 0, cash_, start, EPOCH)));
        fund = CommonsFund(_clone(address(new CommonsFund()), abi.encode(phyle, 0, cash_, start, EPOCH)));
        bytes memory args = abi.encode(phyle, fund, cash_, start, EPOCH);
        bonds = CommonsBonds(_clone(address(new CommonsBonds()), args));
        machines = Machines(_clone(address(new Machines()), args));
        root = new StandInCoop();
        address[] memory chapters = new address[](5);
        (chapters[0], chapters[1], chapters[2]) = (address(phyle), address(fund), address(bonds));
        (chapters[3], chapters[4]) = (address(machines), LICENCES);
        phyle.begin(address(root), chapters, address(root), new Founder[](0), new uint32[](0));
        root.act(address(phyle), abi.encodeCall(phyle.setLeastHeads, (1)));
        for (uint256 i; i < 3; ++i) {
            coops[i] = new StandInCoop();
            root.admit(address(coops[i]), 0);
            phyle.enter(address(coops[i]), address(root));
        }
        lenders = new StandInCoop();
        root.admit(address(lenders), 0);
        phyle.enter(address(lenders), address(root));
    }

    function _clone(address implementation, bytes memory args) private returns (address) {
        return Clones.cloneWithImmutableArgs(implementation, args);
    }

    /* SHORTHAND */

    /// @dev `person` joins a co-op and takes the seat.
    function seat(uint256 coop, address person) public {
        coops[coop].admit(person, 0);
        phyle.seat(address(coops[coop]), person);
    }

    function terms(uint40 units, uint96 price) public view returns (ICommonsBonds.SeriesTerms memory) {
        uint40 opensAt = uint40(block.timestamp + 1 hours);
        return
            ICommonsBonds.SeriesTerms({
                title: "Grain mill",
                machine: sha256("grain mill"),
                supplier: SUPPLIER,
                price: price,
                leastUnits: units,
                mostUnits: units,
                mostPerPerson: units < 4 ? 1 : (units - 1) / 3,
                opensAt: opensAt,
                subscribeUntil: opensAt + 7 days,
                buyBy: opensAt + 30 days,
                expectedBy: opensAt + 700 days,
                capBps: 10_000,
                rentMode: RentMode.COST_RENT,
                rent: 1e6,
                rentPeriod: 30 days
            });
    }

    /// @dev Floats by the first co-op, endorsed by the root or not.
    function float(ICommonsBonds.SeriesTerms memory terms_, bool endorsed) public returns (SeriesId seriesId) {
        coops[0].act(address(bonds), abi.encodeCall(bonds.float, (terms_)));
        seriesId = SeriesId.wrap(bonds.seriesCount());
        if (endorsed) root.act(address(bonds), abi.encodeCall(bonds.endorse, (seriesId)));
    }

    /// @dev Money in the hands of `person`, with an allowance for the fund.
    function fill(address person, uint256 amount) public {
        cash.mint(person, amount);
        VM.prank(person);
        cash.approve(address(fund), type(uint256).max);
    }

    function subscribe(SeriesId seriesId, address person, uint256 units) public {
        fill(person, units * FACE);
        VM.prank(person);
        bonds.subscribe(seriesId, units);
    }

    /// @dev Others pledge what is missing to `upTo` units. Each sits only for it, so that nobody becomes a head.
    function fillUp(SeriesId seriesId, uint256 upTo) public {
        ICommonsBonds.Series memory series = bonds.seriesOf(seriesId);
        for (uint256 left = upTo - series.units; left != 0;) {
            uint256 units = left < series.terms.mostPerPerson ? left : series.terms.mostPerPerson;
            address lender = address(uint160(0x1e0000) + ++_lenders);
            lenders.admit(lender, 0);
            phyle.seat(address(lenders), lender);
            subscribe(seriesId, lender, units);
            lenders.resign(lender);
            phyle.settle(lender);
            left -= units;
        }
    }

    /// @dev Others pledge all that can be sold.
    function fillUp(SeriesId seriesId) external {
        fillUp(seriesId, bonds.seriesOf(seriesId).terms.mostUnits);
    }
}
