// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC165Checker} from "@openzeppelin/contracts/utils/introspection/ERC165Checker.sol";

import {ICooperative} from "../cooperative/ICooperative.sol";
import {ICoverage} from "../cooperative/ICoverage.sol";
import {IOrgan} from "../cooperative/IOrgan.sol";
import {Chapters} from "../libraries/Chapters.sol";
import {Coins} from "../libraries/Coins.sol";
import {TokenCalls} from "../libraries/TokenCalls.sol";
import {Wrappers} from "../libraries/Wrappers.sol";
import {IMembership} from "../membership/IMembership.sol";
import {ChapterState} from "../types/ChapterState.sol";
import {Kind} from "../types/Kind.sol";

import {Federations} from "./Federations.sol";
import {IFederation} from "./IFederation.sol";
import {IStatutes} from "./IStatutes.sol";

/// @title Acts
/// @notice Which kind of decision an act of the account needs, and which contracts are open chapters to it.
/// @dev Deployed once and linked. It runs as the Statutes, to which the book belongs. `federation` is theirs now.
library Acts {
    /// @dev It keeps what was amended about acts.
    struct Book {
        /// the kind and one, see {_setOf}
        mapping(address target => mapping(bytes4 selector => uint256 kind)) kinds;
        mapping(address chapter => bytes32 codeHash) opened;
        /// who is asked whether a line of the budget covers a payment; zero: nobody
        address coverage;
    }

    /// @dev A call of {ICooperative-fund} with an empty last argument: a selector and six words.
    uint256 private constant LEAST_FUNDING = 4 + 6 * 32;

    /// @dev Whom the statutes know.
    struct Organs {
        address cooperative;
        address membership;
        address assembly_;
        /// zero: none
        address federation;
    }

    /// @dev To whom a call goes.
    enum Reach {
        OWN,
        CHAPTER,
        FOREIGN
    }

    /* AMENDMENTS */

    function setKind(Book storage book, address federation, address target, bytes4 selector, Kind kind) external {
        Organs memory organs = _organs(federation);
        (Reach reach, Kind floor) = _floorOf(book, organs, target, selector);
        // STA-3
        if (kind < floor) revert IStatutes.KindBelowFloor(target, selector, kind, floor);

        book.kinds[_keyOf(target, selector)][selector] = uint256(kind) + 1;
        emit IStatutes.KindSet(target, selector, kind, reach == Reach.FOREIGN && kind == Kind.ORDINARY);
    }

    function openChapter(Book storage book, address federation, address chapter) external {
        Organs memory organs = _organs(federation);
        // STA-7
        if (_isOwn(organs, chapter) || IMembership(organs.membership).isMember(chapter)) {
            revert IStatutes.ChapterIsOurOwn(chapter);
        }
        if (book.opened[chapter] != 0) revert IStatutes.ChapterAlreadyOpen(chapter);
        string memory name = Chapters.nameOf(chapter);

        book.opened[chapter] = chapter.codehash;
        emit IStatutes.ChapterOpened(chapter, name, chapter.codehash);
    }

    function closeChapter(Book storage book, address federation, address chapter) external {
        Organs memory organs = _organs(federation);
        bytes32 opened = book.opened[chapter];
        if (opened == 0) revert IStatutes.ChapterNotOpen(chapter, _stateFor(book, organs, chapter));
        // Other code than was opened has no say in whether it is closed.
        // STA-8
        if (opened == chapter.codehash && Chapters.owes(chapter, organs.cooperative)) {
            revert IStatutes.ChapterStillOwes(chapter);
        }

        delete book.opened[chapter];
        emit IStatutes.ChapterClosed(chapter);
    }

    function setCoverage(Book storage book, address federation, address chapter) external {
        Organs memory organs = _organs(federation);
        if (chapter != address(0)) {
            ChapterState state = _stateFor(book, organs, chapter);
            // STA-10
            if (state != ChapterState.OPEN) revert IStatutes.ChapterNotOpen(chapter, state);
            bool says = ERC165Checker.supportsInterface(chapter, type(ICoverage).interfaceId);
            if (!says) revert IStatutes.ChapterCoversNothing(chapter);
        }

        book.coverage = chapter;
        emit IStatutes.CoverageSet(chapter);
    }

    /* READING */

    /// @dev See {IStatutes-chapterStateOf}.
    function stateOf(Book storage book, address federation, address chapter) external view returns (ChapterState) {
        return _stateFor(book, _organs(federation), chapter);
    }

    /// @dev See {IStatutes-register}. A co-op can be founded with any address as its federation; that one says whose it is.
    function registerOf(address founded, address coop) external view returns (address) {
        return founded != address(0) && Federations.rootOf(founded) == coop ? founded : address(0);
    }

    /// @dev See {IStatutes-kindOf}.
    function kindOf(
        Book storage book,
        address federation,
        address target,
        uint256 value,
        bytes calldata data
    ) external view returns (Kind kind) {
        Organs memory organs = _organs(federation);
        if (target == organs.cooperative) {
            if (bytes4(data) == ICooperative.fund.selector) return _fundingKind(book, organs, data);
            if (bytes4(data) == ICooperative.pay.selector) return _paymentKind(book, organs, data);
        }
        kind = _kindOf(book, organs, target, value, data);
        // STA-9
        if (value != 0) kind = _atLeast(kind, _setForMoving(book, address(0)));
        TokenCalls.TokenCall memory call = TokenCalls.read(data);
        if (!call.moves) return kind;
        return _atLeast(kind, _setForMoving(book, call.token == address(0) ? target : call.token));
    }

    /* PRIVATE */

    function _organs(address federation) private view returns (Organs memory) {
        address coop = address(bytes20(Clones.fetchCloneArgs(address(this))));
        return Organs(coop, ICooperative(coop).membership(), ICooperative(coop).assembly_(), federation);
    }

    function _stateFor(Book storage book, Organs memory organs, address chapter) private view returns (ChapterState) {
        return _isOwn(organs, chapter) ? ChapterState.NONE : _stateOf(book, organs, chapter);
    }

    function _kindOf(
        Book storage book,
        Organs memory organs,
        address target,
        uint256 value,
        bytes calldata data
    ) private view returns (Kind) {
        bytes4 selector = bytes4(data);
        (Reach reach, Kind floor) = _floorOf(book, organs, target, selector);
        uint256 set = _setOf(book, target, selector);

        if (reach == Reach.OWN) {
            if (target == organs.assembly_ || (target == organs.cooperative && _isOpening(selector))) {
                revert IStatutes.WrappedCall(target, selector);
            }
            // STA-3
            return _atLeast(floor, set);
        }
        if (Wrappers.isWrapper(selector) && _namesOrgan(organs, data[4:]))
            revert IStatutes.WrappedCall(target, selector);
        bool isPlain = data.length == 0 || (value == 0 && TokenCalls.isTransfer(data));
        if (reach == Reach.CHAPTER) {
            // With one to three bytes there is no selector that a floor could be for.
            if (data.length != 0 && data.length < 4) return Kind.ENTRENCHED;
            // STA-6
            if (!isPlain && floor < Kind.SPECIAL && TokenCalls.read(data).moves) floor = Kind.SPECIAL;
            // STA-3
            return _atLeast(floor, set);
        }
        // A call with one to three bytes has no selector to be listed by, and meets whatever the target does then.
        if (set != 0 && (data.length == 0 || data.length >= 4)) return Kind(set - 1);
        if (isPlain || _isVoteInRoot(organs, target, selector)) return Kind.ORDINARY;
        return _saysItIsOurs(target, organs.cooperative) ? Kind.ENTRENCHED : Kind.SPECIAL;
    }

    /// @dev Tells which kind a payment needs: the one that the statutes set for {ICooperative-pay} and for the
    /// `transfer` of its token. A payment that cannot be read reverts when it is carried out.
    function _paymentKind(
        Book storage book,
        Organs memory organs,
        bytes calldata data
    ) private view returns (Kind kind) {
        kind = _kindOf(book, organs, organs.cooperative, 0, data);
        if (data.length < 36) return kind;
        // STA-9
        return _atLeast(kind, _setForMoving(book, address(uint160(uint256(bytes32(data[4:36]))))));
    }

    /// @dev Tells which kind money that goes to a chapter needs: the one that the chapter's floor says of the call that
    /// it comes with, and those that the statutes set for {ICooperative-fund} and for the token's `transfer`.
    function _fundingKind(
        Book storage book,
        Organs memory organs,
        bytes calldata data
    ) private view returns (Kind kind) {
        if (data.length < LEAST_FUNDING) revert IStatutes.FundingUnreadable();
        (address chapter, address token) = abi.decode(data[4:], (address, address));
        ChapterState state = _stateFor(book, organs, chapter);
        if (state != ChapterState.OPEN) revert IStatutes.ChapterNotOpen(chapter, state);
        // The bytes of the last argument begin here, as ABI coding says.
        uint256 from = uint256(bytes32(data[132:164]));
        if (from > data.length - 36) revert IStatutes.FundingUnreadable();
        from += 36;
        uint256 length = uint256(bytes32(data[from - 32:from]));
        if (length > data.length - from) revert IStatutes.FundingUnreadable();

        kind = _kindOf(book, organs, chapter, 0, data[from:from + length]);
        kind = _atLeast(kind, _setOf(book, organs.cooperative, ICooperative.fund.selector));
        // STA-9
        return _atLeast(kind, _setForMoving(book, token));
    }

    /// @dev Tells what the statutes set for a call: the kind and one; 0 if they set nothing.
    function _setOf(Book storage book, address target, bytes4 selector) private view returns (uint256) {
        return book.kinds[_keyOf(target, selector)][selector];
    }

    /// @dev Tells what the statutes set for moving an asset: for the `transfer` of its token. For the chain's own coin
    /// it is set at the zero address, or at the token that shows it.
    function _setForMoving(Book storage book, address asset) private view returns (uint256) {
        return _setOf(book, asset, IERC20.transfer.selector);
    }

    /// @dev A coin and the token that shows it are one asset.
    function _keyOf(address target, bytes4 selector) private pure returns (address) {
        return selector == IERC20.transfer.selector ? Coins.assetOf(target) : target;
    }

    /// @dev The least kind in code, and to whom the call goes. For foreign calls the floor is ORDINARY, because an
    /// ENTRENCHED decision may list any.
    function _floorOf(
        Book storage book,
        Organs memory organs,
        address target,
        bytes4 selector
    ) private view returns (Reach reach, Kind floor) {
        if (target == organs.cooperative) {
            bool pays = selector == ICooperative.pay.selector || selector == ICooperative.fund.selector;
            return (Reach.OWN, pays ? Kind.ORDINARY : Kind.ENTRENCHED);
        }
        if (target == organs.membership) {
            bool everyday =
                selector == IMembership.admit.selector ||
                    selector == IMembership.refuse.selector ||
                    selector == IMembership.changeClass.selector;
            return (Reach.OWN, everyday ? Kind.ORDINARY : Kind.ENTRENCHED);
        }
        if (_isOwn(organs, target)) return (Reach.OWN, Kind.ENTRENCHED);
        ChapterState state = _stateOf(book, organs, target);
        if (state == ChapterState.NONE) return (Reach.FOREIGN, Kind.ORDINARY);
        // STA-5
        if (state == ChapterState.CHANGED) revert IStatutes.ChapterChanged(target);
        return (Reach.CHAPTER, Chapters.floorOf(target, selector));
    }

    /// @dev The higher of a floor and what the statutes set, see `_kinds`.
    function _atLeast(Kind floor, uint256 set) private pure returns (Kind) {
        return set > uint256(floor) + 1 ? Kind(set - 1) : floor;
    }

    function _isOwn(Organs memory organs, address target) private view returns (bool) {
        return
            target == organs.cooperative ||
            target == organs.membership ||
            target == organs.assembly_ ||
            target == address(this);
    }

    /// @dev STA-5. For what is no organ of our own.
    function _stateOf(Book storage book, Organs memory organs, address chapter) private view returns (ChapterState) {
        bytes32 codeHash = book.opened[chapter];
        bool current = true;
        if (codeHash == 0) {
            address phyle = organs.federation;
            if (phyle == address(0)) return ChapterState.NONE;
            bytes32 isCurrent;
            (codeHash, isCurrent) = Chapters.askTwo(phyle, abi.encodeCall(IFederation.chapterAt, (chapter)));
            // A register that gives no answer opened nothing.
            if (codeHash == 0) return ChapterState.NONE;
            current = isCurrent != 0;
        }
        if (codeHash != chapter.codehash) return ChapterState.CHANGED;
        return current ? ChapterState.OPEN : ChapterState.EXITS_ONLY;
    }

    /// @dev Tells whether it is a ballot of the account in the co-op of co-ops.
    function _isVoteInRoot(Organs memory organs, address target, bytes4 selector) private view returns (bool) {
        if (
            selector != IGovernor.castVote.selector &&
            selector != IGovernor.castVoteWithReason.selector &&
            selector != IGovernor.castVoteWithReasonAndParams.selector
        ) return false;
        bytes memory question = abi.encodeCall(ICooperative.assembly_, ());
        (bytes32 deciding, ) = Chapters.askTwo(Federations.rootOf(organs.federation), question);
        return deciding != 0 && uint256(deciding) == uint160(target);
    }

    /// @dev Tells whether a foreign contract says that it belongs to this co-op, as organs do that are not adopted yet:
    /// how they are filled is adopted with them. Saying so only raises a kind, and our own organs are not asked.
    function _saysItIsOurs(address target, address coop) private view returns (bool) {
        (bytes32 its, ) = Chapters.askTwo(target, abi.encodeCall(IOrgan.cooperative, ()));
        return uint256(its) == uint160(coop);
    }

    /// @dev Calls that only the founding and the assembly may make.
    function _isOpening(bytes4 selector) private pure returns (bool) {
        return selector == ICooperative.begin.selector || selector == ICooperative.execute.selector;
    }

    /// @dev Tells whether the bytes name an organ in a place of any alignment. The account itself is named in many
    /// honest calls, as a payee for example: it counts only where one of its own functions is named too.
    function _namesOrgan(Organs memory organs, bytes calldata data) private view returns (bool) {
        bool namesAccount;
        bool namesAct;
        for (uint256 i = 0; i + 4 <= data.length; ++i) {
            bytes32 word;
            assembly ("memory-safe") {
                word := calldataload(add(data.offset, i))
            }
            bytes4 selector = bytes4(word);
            if (
                _isOpening(selector) ||
                selector == ICooperative.pay.selector ||
                selector == ICooperative.fund.selector ||
                selector == ICooperative.adoptOrgans.selector
            ) namesAct = true;
            if (i + 20 > data.length) continue;
            address named = address(bytes20(word));
            if (named == address(this) || named == organs.membership || named == organs.assembly_) return true;
            if (named == organs.cooperative) namesAccount = true;
        }
        return namesAccount && namesAct;
    }
}
