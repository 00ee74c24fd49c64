// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {PriceWord, PriceWords} from "../libraries/PriceWord.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {BPS} from "../types/Bps.sol";
import {Family, WorkId} from "../types/WorkId.sol";

import {IOffers} from "./IOffers.sol";

/// @title Offers
/// @notice See {IOffers}.
abstract contract Offers is IOffers {
    uint16 private constant LEAST_FUND_BPS = 500;
    uint256 private constant MAX_TIERS = 8;
    bytes32 private constant CONSENT_TYPEHASH = keccak256(
        "LicensorConsent(uint256 family,uint256 pricePerYear,bytes32 legalText,bytes32 terms,uint48 deadline)"
    );

    /// @dev Terms as stored: a {PriceWord}, and the rest. The turnover of tier t has 32 bits from 32t.
    struct TermsSlot {
        PriceWord price;
        uint32 cure;
        uint32 notice;
        uint16 stewardBps;
        uint16 parentsBps;
        uint16 fundBps;
        uint48 changeDate;
        uint256 tierTurnover;
        bytes32 legalText;
        address licensor;
    }

    /// @dev `before` holds until `latestFrom`, `latest` from then on. `sold`: the releases that can have a price.
    struct Offered {
        uint16 latest;
        uint16 before;
        uint48 latestFrom;
        uint48 firstFrom;
        uint48 changeDate;
        uint32 sold;
    }

    mapping(Family family => Offered) private _families;
    mapping(Family family => mapping(uint256 version => TermsSlot)) private _terms;

    /* OFFERING */

    /// @inheritdoc IOffers
    function offer(Family family, Terms calldata terms, Consent calldata consent) external returns (uint256 version) {
        _onlyStewardOf(family);
        Offered memory offers = _families[family];
        // L9, OFF-4
        if (offers.sold == 0) revert NothingToSell(family);
        _check(terms);
        _checkConsent(family, terms, consent);
        if (terms.changeDate != 0) offers.changeDate = _earlier(terms.changeDate, offers.changeDate);

        uint256 inForce = _inForce(offers);
        uint256 from = block.timestamp;
        TermsSlot storage held = _terms[family][inForce];
        // L5, OFF-2
        if (inForce == 0) {
            from += terms.notice;
            offers.firstFrom = uint48(from);
        } else if (_isWorse(terms, held)) {
            from += held.notice;
        }
        offers.before = uint16(inForce);
        version = ++offers.latest;
        offers.latestFrom = uint48(from);
        _families[family] = offers;
        // OFF-1
        _store(_terms[family][version], terms);

        emit TermsOffered(family, version, keccak256(abi.encode(terms)), uint48(from), terms, consent);
        if (terms.changeDate != 0) emit ChangeDateSet(family, offers.changeDate);
    }

    /// @inheritdoc IOffers
    function bringForward(Family family, uint48 changeDate) external {
        _onlyStewardOf(family);

        _families[family].changeDate = _earlier(changeDate, _families[family].changeDate);

        emit ChangeDateSet(family, changeDate);
    }

    function _onlyStewardOf(Family family) private view {
        (Family first, address steward) = _familyAndSteward(family.firstRelease());
        if (first != family) revert NotAFamily(family.firstRelease());
        if (msg.sender != steward) revert NotTheSteward(msg.sender, steward);
    }

    /// @dev A change date only moves earlier, and not into the past.
    function _earlier(uint48 changeDate, uint48 now_) private view returns (uint48) {
        uint48 most = now_ == 0 ? type(uint48).max : now_;
        // OFF-3
        if (changeDate < block.timestamp || changeDate > most) {
            revert ChangeDateInvalid(changeDate, uint48(block.timestamp), most);
        }
        return changeDate;
    }

    function _checkConsent(Family family, Terms calldata terms, Consent calldata consent) private view {
        address licensor = terms.licensor;
        if (licensor == msg.sender) return;
        // OFF-5
        if (
            licensor == address(0) ||
            block.timestamp > consent.deadline ||
            !Signatures.isBy(licensor, consentDigest(family, terms, consent.deadline), consent.signature)
        ) revert LicensorConsentInvalid(licensor);
    }

    /// @inheritdoc IOffers
    function consentDigest(Family family, Terms calldata terms, uint48 deadline) public view returns (bytes32) {
        bytes32 hash = keccak256(abi.encode(terms));
        bytes memory agreed = abi.encode(CONSENT_TYPEHASH, family, terms.pricePerYear, terms.legalText, hash, deadline);
        return TypedData.digest(TypedData.domain(), keccak256(agreed));
    }

    /// @dev One release more, or one less, can have a price.
    function _countSold(Family family, bool more) internal {
        if (more) ++_families[family].sold;
        else --_families[family].sold;
    }

    function _check(Terms calldata terms) private pure {
        if (terms.legalText == 0) revert LegalTextMissing();
        uint256 tiers = terms.tierBps.length;
        bool fits =
            tiers >= 2 &&
                tiers <= MAX_TIERS &&
                terms.tierTurnover.length == tiers &&
                terms.tierBps[0] == 0 &&
                terms.tierBps[tiers - 1] == BPS &&
                terms.tierTurnover[tiers - 1] == 0;
        for (uint256 t = 1; fits && t < tiers; ++t) {
            fits =
                terms.tierBps[t] >= terms.tierBps[t - 1] &&
                (t == tiers - 1 || terms.tierTurnover[t] > terms.tierTurnover[t - 1]);
        }
        if (!fits) revert TiersInvalid();
        uint256 sum = uint256(terms.stewardBps) + terms.parentsBps + terms.fundBps;
        // LIC-7
        if (sum != BPS || terms.fundBps < LEAST_FUND_BPS) revert SplitsInvalid(sum, terms.fundBps);
        if (
            terms.grace > 90 days ||
            terms.grace % 1 days != 0 ||
            terms.refundWindow % 1 days != 0 ||
            terms.cure < 14 days ||
            terms.cure > 365 days ||
            terms.refundWindow > 60 days ||
            terms.refundWindow > terms.grace ||
            terms.notice < 30 days ||
            terms.notice > 365 days
        ) revert TermsPeriodInvalid(terms.grace, terms.cure, terms.refundWindow, terms.notice);
        if (terms.waivePoints == 0 || terms.minAttesters == 0 || terms.minAttesters > 56) {
            revert WaiverInvalid(terms.waivePoints, terms.minAttesters);
        }
    }

    /// @dev Tells whether anything is worse for a licensee than in the terms that hold.
    function _isWorse(Terms calldata terms, TermsSlot storage held) private view returns (bool) {
        PriceWord price = held.price;
        if (
            terms.legalText != held.legalText ||
            terms.licensor != held.licensor ||
            terms.pricePerYear > price.pricePerYear() ||
            terms.tierBps.length != price.tiersOf() ||
            terms.waivePoints > price.waivePoints() ||
            terms.minAttesters > price.minAttesters() ||
            terms.grace < price.grace() ||
            terms.cure < held.cure ||
            terms.refundWindow < price.refundWindow() ||
            terms.notice < held.notice
        ) return true;
        for (uint256 t = 0; t < terms.tierBps.length; ++t) {
            if (terms.tierBps[t] > price.tierBps(t)) return true;
            if (terms.tierTurnover[t] < uint32(held.tierTurnover >> (32 * t))) return true;
        }
        return false;
    }

    function _store(TermsSlot storage slot, Terms calldata terms) private {
        uint256 tierTurnover = 0;
        for (uint256 t = 0; t < terms.tierTurnover.length; ++t) {
            tierTurnover |= uint256(terms.tierTurnover[t]) << (32 * t);
        }
        slot.price = PriceWords.pack(
            terms.pricePerYear,
            terms.tierBps,
            terms.waivePoints,
            terms.minAttesters,
            terms.grace,
            terms.refundWindow
        );
        slot.cure = terms.cure;
        slot.notice = terms.notice;
        slot.stewardBps = terms.stewardBps;
        slot.parentsBps = terms.parentsBps;
        slot.fundBps = terms.fundBps;
        slot.changeDate = terms.changeDate;
        slot.tierTurnover = tierTurnover;
        slot.legalText = terms.legalText;
        slot.licensor = terms.licensor;
    }

    /* READING */

    /// @inheritdoc IOffers
    function termsOf(Family family, uint256 version) public view returns (Terms memory terms) {
        TermsSlot storage slot = _terms[family][version];
        PriceWord price = slot.price;
        uint256 tiers = price.tiersOf();
        terms.licensor = slot.licensor;
        terms.legalText = slot.legalText;
        terms.pricePerYear = uint96(price.pricePerYear());
        terms.tierBps = new uint16[](tiers);
        terms.tierTurnover = new uint32[](tiers);
        for (uint256 t = 0; t < tiers; ++t) {
            terms.tierBps[t] = uint16(price.tierBps(t));
            terms.tierTurnover[t] = uint32(slot.tierTurnover >> (32 * t));
        }
        terms.stewardBps = slot.stewardBps;
        terms.parentsBps = slot.parentsBps;
        terms.fundBps = slot.fundBps;
        terms.grace = uint32(price.grace());
        terms.cure = slot.cure;
        terms.refundWindow = uint32(price.refundWindow());
        terms.notice = slot.notice;
        terms.waivePoints = uint32(price.waivePoints());
        terms.minAttesters = uint8(price.minAttesters());
        terms.changeDate = slot.changeDate;
    }

    /// @inheritdoc IOffers
    function termsHash(Family family, uint256 version) external view returns (bytes32) {
        return keccak256(abi.encode(termsOf(family, version)));
    }

    /// @inheritdoc IOffers
    function versionsOf(Family family) external view returns (uint256 inForce, uint256 latest, uint48 latestFrom) {
        Offered memory offers = _families[family];
        return (_inForce(offers), offers.latest, offers.latestFrom);
    }

    /// @inheritdoc IOffers
    function changeDateOf(Family family) external view returns (uint48) {
        return _families[family].changeDate;
    }

    /// @inheritdoc IOffers
    function priceOf(
        WorkId work
    )
        external
        view
        returns (WorkId origin, Family family, uint256 version, uint256 firstFrom, uint256 changeDate, PriceWord price)
    {
        bool sold;
        (origin, family, sold) = _standing(work);
        // L9, OFF-4
        if (!sold) return (origin, family, 0, 0, 0, price);
        Offered storage offers = _families[family];
        version = block.timestamp >= offers.latestFrom ? offers.latest : offers.before;
        return (origin, family, version, offers.firstFrom, offers.changeDate, _terms[family][version].price);
    }

    /// @inheritdoc IOffers
    function splitOf(Family family, uint256 version) external view returns (uint256 stewardBps, uint256 parentsBps) {
        if (version == 0) return (BPS - LEAST_FUND_BPS, 0);
        TermsSlot storage slot = _terms[family][version];
        return (slot.stewardBps, slot.parentsBps);
    }

    function _inForce(Offered memory offers) private view returns (uint256) {
        return block.timestamp >= offers.latestFrom ? offers.latest : offers.before;
    }

    /// @dev The family and steward of a work; reverts where there is none.
    function _familyAndSteward(WorkId work) internal view virtual returns (Family family, address steward);

    /// @dev Of the works with the same content the one that stands, its family, and whether it can have a price; reverts
    /// where there is no such work.
    function _standing(WorkId work) internal view virtual returns (WorkId origin, Family family, bool sold);
}
