// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {BPS} from "../types/Bps.sol";
import {ClassTally} from "../types/Classes.sol";
import {Basis, Count, NO_LIMIT, Rule, Whole} from "../types/Rule.sol";

/// @title Tally
/// @notice Counts votes: exactly, by cross-multiplication, without a rounding that could decide a vote.
/// @dev The twin of `sdk/src/chapters/assembly/model.ts`, which explains each formula. For class c let s be its share, m its members,
/// f for, a against plus objections, b abstentions; cap = nonUserCapBps. Everything is exact, and within 256 bits, for up
/// to 8 classes with counts below 2^26, shares and basis points up to 10 000: the largest term is a product of all eight
/// counts (208 bits), a share, a count more than its class (26 bits less one) and two factors in basis points; see
/// {_byShares}. Counts by heads are unchecked: 32 bits a count and 16 a fraction keep their products below 2^140.
library Tally {
    /// @dev One side of a CLASS_SHARE count, user classes or the others, over the common denominator `den`.
    struct Side {
        uint256 forSum;
        uint256 whole;
        uint256 den;
    }

    /// @dev One side of a HEADCOUNT.
    struct Heads {
        uint256 votesFor;
        uint256 cast;
        uint256 abstained;
        uint256 members;
    }

    function outcomeOf(Rule memory rule, ClassTally[] memory classes) internal pure returns (bool quorum, bool passed) {
        quorum = hasQuorum(rule, classes);
        passed =
            quorum &&
            isSupported(rule, classes) &&
            hasMajorities(rule, classes) &&
            // G3
            (rule.maxObjections == NO_LIMIT || objectionsIn(classes) <= rule.maxObjections);
    }

    /// @dev Over all classes where the others are not capped, else over the user classes.
    function hasQuorum(Rule memory rule, ClassTally[] memory classes) internal pure returns (bool) {
        unchecked {
            Heads memory users = _heads(classes, true);
            uint256 took = users.cast + users.abstained;
            uint256 members = users.members;
            if (rule.nonUserCapBps == BPS) {
                Heads memory others = _heads(classes, false);
                took += others.cast + others.abstained;
                members += others.members;
            }
            return took >= quorumOf(rule, members);
        }
    }

    /// @dev How many of `members` must take part.
    function quorumOf(Rule memory rule, uint256 members) internal pure returns (uint256 required) {
        unchecked {
            required = (members * rule.quorumBps + BPS - 1) / BPS;
            if (required < rule.quorumMin) required = rule.quorumMin;
            if (required > members) required = members;
        }
    }

    /// @dev For / whole is above the threshold, or at it where that is enough. Nothing cast is no support.
    function isSupported(Rule memory rule, ClassTally[] memory classes) internal pure returns (bool) {
        return rule.count == Count.HEADCOUNT ? _byHeads(rule, classes) : _byShares(rule, classes);
    }

    function hasMajorities(Rule memory rule, ClassTally[] memory classes) internal pure returns (bool) {
        unchecked {
            for (uint256 c = 0; c < classes.length; ++c) {
                if ((rule.classMajority >> c) & 1 == 0 || classes[c].members == 0) continue;
                if (classes[c].votesFor <= _against(classes[c])) return false;
            }
            return true;
        }
    }

    /// @dev The classes with more votes for than against, and those with more against, as bits. At most 8.
    function majoritiesIn(ClassTally[] memory classes) internal pure returns (uint8 carried, uint8 refused) {
        unchecked {
            for (uint256 c = 0; c < classes.length; ++c) {
                uint256 against = _against(classes[c]);
                if (classes[c].votesFor > against) carried |= uint8(1 << c);
                else if (classes[c].votesFor < against) refused |= uint8(1 << c);
            }
        }
    }

    /// @dev The classes that have members and in which nobody took part, as bits. At most 8.
    function silentIn(ClassTally[] memory classes) internal pure returns (uint8 silent) {
        unchecked {
            for (uint256 c = 0; c < classes.length; ++c) {
                ClassTally memory class = classes[c];
                uint256 took = uint256(class.votesFor) + _against(class) + class.abstentions;
                if (class.members != 0 && took == 0) silent |= uint8(1 << c);
            }
        }
    }

    /// @dev Tells whether a vote was lost to silence: without its quorum, or only because classes whose majority it
    /// needs did not vote at all.
    function isLostToSilence(Rule memory rule, ClassTally[] memory classes) internal pure returns (bool) {
        (bool quorum, bool passed) = outcomeOf(rule, classes);
        if (passed) return false;
        if (!quorum) return true;
        uint8 majority = rule.classMajority;
        rule.classMajority = majority & ~silentIn(classes);
        (, passed) = outcomeOf(rule, classes);
        rule.classMajority = majority;
        return passed;
    }

    function objectionsIn(ClassTally[] memory classes) internal pure returns (uint256 sum) {
        unchecked {
            for (uint256 c = 0; c < classes.length; ++c) sum += classes[c].objections;
        }
    }

    function _byHeads(Rule memory rule, ClassTally[] memory classes) private pure returns (bool) {
        unchecked {
            uint256 cap = rule.nonUserCapBps;
            uint256 rest = BPS - cap;
            Heads memory users = _heads(classes, true);
            Heads memory others = _heads(classes, false);
            // The others weigh what they are, unless that is more than the cap: then everything is over `rest * others.cast`.
            // G2
            bool open = rest == 0 || others.cast * rest <= users.cast * cap;
            uint256 den = open ? 1 : rest * others.cast;
            uint256 forSum =
                open ? users.votesFor + others.votesFor : users.votesFor * den + others.votesFor * users.cast * cap;
            if (rule.whole == Whole.ROLL) {
                if (rest == 0 || others.members * rest <= users.members * cap) {
                    return _reaches(rule, forSum, (users.members + others.members) * den);
                }
                return _reaches(rule, forSum * rest, users.members * BPS * den);
            }
            uint256 whole = open ? users.cast + others.cast : users.cast * BPS * others.cast;
            if (rule.whole == Whole.PRESENT) {
                whole += users.abstained * den;
                if (rest == 0) whole += others.abstained;
            }
            return _reaches(rule, forSum, whole);
        }
    }

    /// @dev With Du and Dn the two denominators, Du * Dn < 2^208. Open: (share 14 bits) * (Du * Dn) * (threshold 14 bits)
    /// and a sum over 8 classes stay below 2^240. Capped: uw * nw is below 2^236 and takes two factors of 14 bits less
    /// those that stand on both sides, see below.
    function _byShares(Rule memory rule, ClassTally[] memory classes) private pure returns (bool) {
        uint256 cap = rule.nonUserCapBps;
        uint256 rest = BPS - cap;
        Side memory users = _side(rule, classes, true);
        Side memory others = _side(rule, classes, false);
        uint256 usersWhole = users.whole * others.den;
        uint256 othersWhole = others.whole * users.den;
        // G2
        if (rest == 0 || othersWhole * rest <= usersWhole * cap) {
            return _reaches(rule, users.forSum * others.den + others.forSum * users.den, usersWhole + othersWhole);
        }
        // The others count for cap / 10 000 of the result, the users for the rest, each by its own fraction of support:
        // for = uf * nw * rest + nf * uw * cap, whole = uw * nw * 10 000. The 10 000 is left out on both sides.
        uint256 whole = users.whole * others.whole;
        uint256 left = users.forSum * others.whole * rest + others.forSum * users.whole * cap;
        uint256 right = rule.threshold * whole;
        return whole != 0 && (rule.inclusive ? left >= right : left > right);
    }

    function _reaches(Rule memory rule, uint256 forSum, uint256 whole) private pure returns (bool) {
        uint256 left = forSum * BPS;
        uint256 right = rule.threshold * whole;
        return whole != 0 && (rule.inclusive ? left >= right : left > right);
    }

    function _heads(ClassTally[] memory classes, bool user) private pure returns (Heads memory heads) {
        unchecked {
            for (uint256 c = 0; c < classes.length; ++c) {
                ClassTally memory class = classes[c];
                if (class.user != user) continue;
                heads.votesFor += class.votesFor;
                heads.cast += uint256(class.votesFor) + _against(class);
                heads.abstained += class.abstentions;
                heads.members += class.members;
            }
        }
    }

    /// @dev Classes in which nobody voted for or against bring nothing, not even a denominator.
    function _side(Rule memory rule, ClassTally[] memory classes, bool user) private pure returns (Side memory side) {
        side.den = 1;
        for (uint256 c = 0; c < classes.length; ++c) {
            ClassTally memory class = classes[c];
            uint256 cast = uint256(class.votesFor) + _against(class);
            if (class.user != user || cast == 0) continue;
            uint256 divisor = rule.basis == Basis.CAST ? cast : class.members;
            side.forSum = side.forSum * divisor + class.shareBps * uint256(class.votesFor) * side.den;
            side.whole = side.whole * divisor + class.shareBps * cast * side.den;
            side.den *= divisor;
        }
    }

    function _against(ClassTally memory class) private pure returns (uint256) {
        unchecked {
            return uint256(class.votesAgainst) + class.objections;
        }
    }
}
