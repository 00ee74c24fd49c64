// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Tally} from "../../contracts/libraries/Tally.sol";
import {Bounds} from "../../contracts/statutes/Bounds.sol";
import {ClassTally} from "../../contracts/types/Classes.sol";
import {Kind} from "../../contracts/types/Kind.sol";
import {Basis, Count, NO_LIMIT, Rule, Whole} from "../../contracts/types/Rule.sol";
import {RuleWord, RuleWords} from "../../contracts/types/RuleWord.sol";

/// @dev What Statutes accepts, held against how the Assembly counts.
contract RulesTest {
    uint256 private constant CLASSES = 4;

    /// @dev A rule at random, near the edges that matter, and which {Statutes} accepts: the seed is changed until it does.
    function acceptedRule(Kind kind, uint256 seed) private view returns (Rule memory rule) {
        for (uint256 i = 0; ; ++i) {
            rule = anyRule(uint256(keccak256(abi.encode(seed, i))));
            try this.check(kind, rule) {
                return rule;
            } catch {}
        }
    }

    /// @dev An everyday rule, and one of consent that {Statutes} accepts beside it: like it, but for what may differ.
    function acceptedPair(uint256 seed) private view returns (Rule memory ordinary, Rule memory consent) {
        ordinary = acceptedRule(Kind.ORDINARY, seed);
        for (uint256 i = 0; ; ++i) {
            consent = anyRule(uint256(keccak256(abi.encode(seed, "consent", i))));
            if (i % 2 == 1) {
                Rule memory other = consent;
                consent = RuleWords.pack(ordinary).unpack();
                consent.threshold = other.threshold;
                consent.inclusive = other.inclusive;
                consent.maxObjections = other.maxObjections;
            }
            try this.checkPair(ordinary, consent) {
                return (ordinary, consent);
            } catch {}
        }
    }

    function checkPair(Rule calldata ordinary, Rule calldata consent) external pure {
        Bounds.checkRule(Kind.CONSENT, consent, CLASSES);
        Bounds.checkConsent(RuleWords.pack(ordinary), RuleWords.pack(consent));
    }

    function check(Kind kind, Rule calldata rule) external pure {
        Bounds.checkRule(kind, rule, CLASSES);
    }

    function anyRule(uint256 seed) private pure returns (Rule memory rule) {
        rule.count = Count(seed & 1);
        rule.basis = Basis((seed >> 1) & 1);
        rule.whole = Whole((seed >> 2) % 3);
        rule.inclusive = (seed >> 8) & 1 == 1;
        rule.threshold = pick(seed >> 16, [uint16(0), 1, 4999, 5000, 5001, 6666, 9999, 10_000]);
        rule.quorumBps = pick(seed >> 40, [uint16(0), 1, 2500, 5000, 7500, 9999, 10_000, 10_001]);
        rule.quorumMin = uint16((seed >> 64) % 8);
        rule.nonUserCapBps = pick(seed >> 72, [uint16(0), 1, 2500, 5000, 7500, 9999, 10_000, 10_001]);
        rule.classMajority = (seed >> 96) & 1 == 1 ? uint8(seed >> 97) & 15 : 0;
        rule.maxObjections = (seed >> 112) & 1 == 1 ? NO_LIMIT : uint16((seed >> 113) % 4);
        rule.votingPeriod = 7 days;
        rule.gracePeriod = 7 days;
    }

    /// @dev Half of the time one of the edges, else any number up to 12 000.
    function pick(uint256 seed, uint16[8] memory edges) private pure returns (uint16) {
        return seed & 1 == 1 ? edges[(seed >> 1) % 8] : uint16((seed >> 4) % 12_000);
    }

    /// @dev Classes with ballots at random. Shares sum to the whole, as Statutes sees to.
    function anyClasses(uint256 seed) private pure returns (ClassTally[] memory classes) {
        classes = new ClassTally[](CLASSES);
        uint256 left = 10_000;
        for (uint256 i = 0; i < CLASSES; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, "class", i)));
            uint256 share = i == CLASSES - 1 ? left : dice % (left + 1);
            left -= share;
            uint256 most = (dice >> 16) & 1 == 1 ? 4 : (1 << 20);
            ClassTally memory class = classes[i];
            class.shareBps = uint16(share);
            class.user = i == 0 || (dice >> 17) & 1 == 1;
            class.votesFor = uint32((dice >> 32) % most);
            class.votesAgainst = uint32((dice >> 64) % most);
            class.abstentions = uint32((dice >> 96) % most);
            class.objections = uint32((dice >> 128) % 3);
            class.members =
                class.votesFor +
                class.votesAgainst +
                class.abstentions +
                class.objections +
                uint32((dice >> 160) % most);
        }
    }

    function passes(Rule memory rule, ClassTally[] memory classes) private pure returns (bool passed) {
        (, passed) = Tally.outcomeOf(rule, classes);
    }

    function otherThanConsent(uint256 seed) private pure returns (Kind) {
        return [Kind.ORDINARY, Kind.SPECIAL, Kind.ENTRENCHED][seed % 3];
    }

    /// @dev As many for as against in each class: nothing passes.
    function testFuzz_G3_noAcceptedRulePassesATieInEachClass(uint256 seed) external view {
        Rule memory rule = acceptedRule(otherThanConsent(seed), seed);
        ClassTally[] memory classes = anyClasses(seed);
        for (uint256 i = 0; i < CLASSES; ++i) {
            ClassTally memory class = classes[i];
            uint32 half = class.votesAgainst + class.objections;
            class.members = class.members - class.votesFor + half;
            class.votesFor = half;
        }
        require(!passes(rule, classes), "a tie passed");
    }

    /// @dev If everybody voted the other way round, the motion and its opposite cannot both pass: so there is no tie, in
    /// whatever weights, that passes.
    function testFuzz_G3_noAcceptedRulePassesAMotionAndItsOpposite(uint256 seed) external view {
        Rule memory rule = acceptedRule(otherThanConsent(seed), seed);
        ClassTally[] memory classes = anyClasses(seed);
        for (uint256 i = 0; i < CLASSES; ++i) {
            classes[i].members -= classes[i].objections;
            classes[i].objections = 0;
        }
        bool motion = passes(rule, classes);
        for (uint256 i = 0; i < CLASSES; ++i) {
            (classes[i].votesFor, classes[i].votesAgainst) = (classes[i].votesAgainst, classes[i].votesFor);
        }
        require(!motion || !passes(rule, classes), "a motion and its opposite passed");
    }

    function testFuzz_G3_noConsentRulePassesAboveItsObjections(uint256 seed) external view {
        (, Rule memory rule) = acceptedPair(seed);
        ClassTally[] memory classes = anyClasses(seed);
        uint256 objections;
        for (uint256 i = 0; i < CLASSES; ++i) {
            objections += classes[i].objections;
        }
        require(rule.maxObjections != NO_LIMIT, "objections have no limit");
        require(!passes(rule, classes) || objections <= rule.maxObjections, "it passed above its objections");
    }

    /// @dev What consent passes, an everyday decision passes too.
    function testFuzz_G3_consentPassesNothingThatOrdinaryWouldLose(uint256 seed) external view {
        (Rule memory ordinary, Rule memory consent) = acceptedPair(seed);
        ClassTally[] memory classes = anyClasses(seed);
        require(!passes(consent, classes) || passes(ordinary, classes), "consent passed what ordinary lost");
    }

    /// @dev Nothing passes that nobody is for, under any kind.
    function testFuzz_G3_nothingPassesThatNobodyIsFor(uint256 seed) external view {
        Rule memory rule = acceptedRule(Kind(seed % 4), seed);
        ClassTally[] memory classes = anyClasses(seed);
        for (uint256 i = 0; i < CLASSES; ++i) {
            classes[i].members -= classes[i].votesFor;
            classes[i].votesFor = 0;
        }
        require(!passes(rule, classes), "it passed with nobody for it");
    }

    /// @dev All users against, all the others for: a cap that is not above the threshold keeps them from passing.
    function testFuzz_G2_nonUsersNeverWeighMoreThanTheirCap(uint256 seed) external view {
        Rule memory rule = acceptedRule(otherThanConsent(seed), seed);
        ClassTally[] memory classes = anyClasses(seed);
        for (uint256 i = 0; i < CLASSES; ++i) {
            ClassTally memory class = classes[i];
            uint32 votes = class.votesFor + class.votesAgainst + class.objections + 1;
            (class.votesFor, class.votesAgainst) = class.user ? (uint32(0), votes) : (votes, uint32(0));
            class.objections = 0;
            class.members = votes + class.abstentions;
            if (class.shareBps == 0) class.shareBps = 1;
        }
        // At least the threshold is reached by a cap that equals it.
        bool within = rule.nonUserCapBps < rule.threshold || (rule.nonUserCapBps == rule.threshold && !rule.inclusive);
        require(!within || !passes(rule, classes), "the others weighed more than their cap");
    }

    /// @dev A rule that was accepted comes back from its word as it went in.
    function testFuzz_ruleWordsKeepEveryField(uint256 seed) external view {
        Rule memory rule = acceptedRule(Kind(seed % 4), seed);
        rule.noticePeriod = uint32(seed);
        rule.timelock = uint32(seed >> 32);
        rule.objectionPeriod = uint32(seed >> 64);
        RuleWord word = RuleWords.pack(rule);
        require(keccak256(abi.encode(word.unpack())) == keccak256(abi.encode(rule)), "a field changed");
        require(word.isWellFormed(), "a bit outside was set");
    }
}
