// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Text} from "../libraries/Text.sol";
import {Words} from "../libraries/Words.sol";
import {BPS} from "../types/Bps.sol";
import {AdmissionPolicy, Charter, Lock} from "../types/Charter.sol";
import {ClassDef, ClassFlags, MAX_CLASSES} from "../types/Classes.sol";
import {Kind, KINDS} from "../types/Kind.sol";
import {
    LONGEST_COOLING,
    LONGEST_GRACE,
    LONGEST_NOTICE,
    LONGEST_OBJECTION,
    LONGEST_TIMELOCK,
    LONGEST_VOTING,
    SHORTEST_GRACE,
    SHORTEST_VOTING
} from "../types/Periods.sol";
import {Count, NO_LIMIT, Rule} from "../types/Rule.sol";
import {NO_RULE, RuleWord} from "../types/RuleWord.sol";

import {IStatutes} from "./IStatutes.sol";

/// @title Bounds
/// @notice Refuses what no statutes can say, at founding or ever after.
library Bounds {
    uint256 internal constant HALF = 5_000;

    uint256 internal constant NAME_BYTES = 64;
    uint256 internal constant MOST_SPONSORS = 16;

    /* CHARTER */

    function checkCharter(Charter calldata charter) internal pure {
        checkName(charter.name);
        if (charter.purpose == 0) revert IStatutes.CharterWithoutPurpose();
        if (!Words.isKnown(charter.language)) revert IStatutes.LanguageUnknown(charter.language);
        checkAdmission(charter.admission, charter.sponsors);
        checkCooling(charter.coolingPeriod);
        bool isNamed = charter.body != address(0) || charter.federation != address(0);
        // G13, STA-12
        if (charter.lock != Lock.NONE && !isNamed) revert IStatutes.BodyMissing();

        ClassDef[] memory classes = charter.classes;
        checkClasses(classes);
        bool byShare;
        for (uint256 i = 0; i < KINDS; ++i) {
            Kind kind = Kind(i);
            RuleWord word = charter.rules[i];
            if (word == NO_RULE) {
                if (kind != Kind.CONSENT) revert IStatutes.RuleMissing(kind);
                continue;
            }
            if (!word.isWellFormed()) revert IStatutes.RuleWordMalformed(kind, word);
            Rule memory rule = word.unpack();
            checkRule(kind, rule, classes.length);
            if (rule.count == Count.CLASS_SHARE) byShare = true;
        }
        checkShares(classes, charter.maxShareBps, byShare);
        checkConsent(charter.rules[uint256(Kind.ORDINARY)], charter.rules[uint256(Kind.CONSENT)]);
    }

    function checkName(string memory name) internal pure {
        if (!Text.isPlain(bytes(name), 1, NAME_BYTES)) revert IStatutes.NameInvalid();
    }

    function checkAdmission(AdmissionPolicy policy, uint8 sponsors) internal pure {
        bool needed = policy == AdmissionPolicy.BY_SPONSORS;
        if ((needed && sponsors == 0) || sponsors > MOST_SPONSORS) revert IStatutes.SponsorsInvalid(sponsors);
    }

    function checkCooling(uint32 period) internal pure {
        if (period > LONGEST_COOLING) revert IStatutes.CoolingPeriodTooLong(period, uint32(LONGEST_COOLING));
    }

    /* CLASSES */

    function checkClasses(ClassDef[] memory classes) internal pure {
        uint256 count = classes.length;
        if (count == 0 || count > MAX_CLASSES) revert IStatutes.ClassesInvalid(count);
        bool hasUsers;
        for (uint8 i = 0; i < count; ++i) {
            ClassDef memory class = classes[i];
            if (class.flags > ClassFlags.USER | ClassFlags.COOPERATOR) {
                revert IStatutes.ClassFlagsInvalid(i, class.flags);
            }
            if (class.flags & ClassFlags.USER != 0) hasUsers = true;
            if (!_isClassName(class.name)) revert IStatutes.ClassNameInvalid(i);
            for (uint256 k = 0; k < i; ++k) {
                if (classes[k].name == class.name) revert IStatutes.ClassNameInvalid(i);
            }
        }
        if (!hasUsers) revert IStatutes.NoUserClass();
    }

    /// @param byShare whether any rule in force counts by CLASS_SHARE
    function checkShares(ClassDef[] memory classes, uint16 maxShareBps, bool byShare) internal pure {
        if (maxShareBps > BPS) revert IStatutes.MostShareInvalid(maxShareBps);
        // A class that is alone has everything.
        uint16 most = classes.length == 1 ? uint16(BPS) : maxShareBps;
        uint256 sum;
        for (uint8 i = 0; i < classes.length; ++i) {
            uint16 share = classes[i].shareBps;
            // STA-2
            if (share > most) revert IStatutes.ShareAboveMost(i, share, most);
            sum += share;
        }
        // G2, STA-2
        if (byShare && sum != BPS) revert IStatutes.SharesDoNotSum(sum);
    }

    function _isClassName(bytes24 name) private pure returns (bool) {
        uint256 length;
        unchecked {
            while (length < 24 && bytes1(name << (length * 8)) != 0) ++length;
        }
        // Nothing may follow the first zero, or two names could look the same.
        if (length < 24 && name << (length * 8) != 0) return false;
        bytes memory text = abi.encodePacked(name);
        assembly ("memory-safe") {
            mstore(text, length)
        }
        return Text.isPlain(text, 1, 24);
    }

    /* RULES */

    function checkRule(Kind kind, Rule memory rule, uint256 classCount) internal pure {
        uint16 threshold = rule.threshold;
        bool unreachable = threshold > BPS || (threshold == BPS && !rule.inclusive);
        if (unreachable || threshold < HALF || (threshold == HALF && rule.inclusive)) {
            // G3, STA-1
            revert IStatutes.ThresholdInvalid(kind, threshold, rule.inclusive);
        }
        if (rule.quorumBps > BPS) revert IStatutes.FractionInvalid(kind, rule.quorumBps);
        if (rule.nonUserCapBps > BPS) revert IStatutes.FractionInvalid(kind, rule.nonUserCapBps);
        if (uint256(rule.classMajority) >> classCount != 0) {
            revert IStatutes.ClassMajorityInvalid(kind, rule.classMajority);
        }
        _checkPeriod(kind, rule.noticePeriod, 0, LONGEST_NOTICE);
        _checkPeriod(kind, rule.votingPeriod, SHORTEST_VOTING, LONGEST_VOTING);
        _checkPeriod(kind, rule.timelock, 0, LONGEST_TIMELOCK);
        _checkPeriod(kind, rule.gracePeriod, SHORTEST_GRACE, LONGEST_GRACE);
        _checkPeriod(kind, rule.objectionPeriod, 0, LONGEST_OBJECTION);
    }

    /// @dev A rule of consent, where there is one, passes nothing that an everyday decision would lose.
    /// @param ordinary The everyday rule.
    /// @param consent {NO_RULE}: the co-op has no consent decisions.
    function checkConsent(RuleWord ordinary, RuleWord consent) internal pure {
        if (consent == NO_RULE) return;
        // G3, STA-1
        if (!consent.countsAs(ordinary)) revert IStatutes.ConsentCountsOtherwise();
        Rule memory theirs = ordinary.unpack();
        Rule memory ours = consent.unpack();
        // G3, STA-1
        if (ours.maxObjections == NO_LIMIT) revert IStatutes.ObjectionsUnlimited(Kind.CONSENT);
        bool easier =
            ours.threshold < theirs.threshold ||
                (ours.threshold == theirs.threshold && ours.inclusive && !theirs.inclusive);
        // G3, STA-1
        if (easier || ours.maxObjections > theirs.maxObjections) revert IStatutes.ConsentIsEasier();
    }

    function _checkPeriod(Kind kind, uint32 period, uint256 least, uint256 most) private pure {
        // The bounds are constants far below 2^32.
        if (period < least || period > most) {
            revert IStatutes.PeriodOutOfBounds(kind, period, uint32(least), uint32(most));
        }
    }
}
