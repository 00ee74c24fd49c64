// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {Text} from "../libraries/Text.sol";
import {Titles} from "../libraries/Titles.sol";
import {Words} from "../libraries/Words.sol";
import {AdmissionPolicy, Charter} from "../types/Charter.sol";
import {ClassDef} from "../types/Classes.sol";
import {Kind, KINDS} from "../types/Kind.sol";
import {ProposalId} from "../types/ProposalId.sol";
import {Count, KindRule, Rule} from "../types/Rule.sol";
import {NO_RULE, RuleWord, RuleWords} from "../types/RuleWord.sol";

import {Bounds} from "./Bounds.sol";
import {Constitution} from "./Constitution.sol";
import {Continuity} from "./Continuity.sol";
import {Dealings} from "./Dealings.sol";
import {IStatutes} from "./IStatutes.sol";
import {Settings} from "./Settings.sol";

/// @title Statutes
/// @notice See {IStatutes}.
/// @dev A clone. Its arguments are those of {Constitution}; what was amended since stands in storage and goes before. {Dealings}
/// says what the account may do and with whom, here are the rules by which the co-op decides.
contract Statutes is Dealings {
    using Constitution for bytes;

    /* STORAGE: amendments; zero and empty where the founding value holds */

    bytes32 private _purpose;
    bytes32 private _effects;
    string private _name;
    ClassDef[] private _classes;
    mapping(Kind kind => RuleWord word) private _rules;

    /* AMENDMENTS */

    /// @inheritdoc IStatutes
    function setRules(KindRule[] calldata rules) external onlyCooperative {
        checkRules(rules);
        for (uint256 i = 0; i < rules.length; ++i) {
            _rules[rules[i].kind] = RuleWords.pack(rules[i].rule);
            emit RuleSet(rules[i].kind, rules[i].rule);
        }
    }

    /// @inheritdoc IStatutes
    function setShares(uint16[] calldata sharesBps, uint16 maxShareBps_) external onlyCooperative {
        ClassDef[] memory all = classes();
        if (sharesBps.length != all.length) revert ClassesInvalid(sharesBps.length);
        for (uint256 i = 0; i < all.length; ++i) {
            all[i].shareBps = sharesBps[i];
        }
        Bounds.checkShares(all, maxShareBps_, _countsByShare());

        _storeClasses(all);
        Settings memory settings = _settingsNow();
        settings.maxShareBps = maxShareBps_;
        _settings = settings;
        emit SharesSet(sharesBps, maxShareBps_);
    }

    /// @inheritdoc IStatutes
    function addClass(ClassDef calldata definition) external onlyCooperative {
        ClassDef[] memory before = classes();
        uint256 count = before.length;
        ClassDef[] memory all = new ClassDef[](count + 1);
        for (uint256 i = 0; i < count; ++i) {
            all[i] = before[i];
        }
        all[count] = definition;
        Bounds.checkClasses(all);
        Bounds.checkShares(all, maxShareBps(), _countsByShare());

        _storeClasses(all);
        // At most 7, or the check above had refused.
        emit ClassAdded(uint8(count), definition);
    }

    /// @inheritdoc IStatutes
    function setPurpose(bytes32 purpose_) external onlyCooperative {
        if (purpose_ == 0) revert CharterWithoutPurpose();
        _purpose = purpose_;
        emit PurposeSet(purpose_);
    }

    /// @inheritdoc IStatutes
    function setName(string calldata name_) external onlyCooperative {
        Bounds.checkName(name_);
        _name = name_;
        emit NameSet(name_);
    }

    /// @inheritdoc IStatutes
    function setAdmission(AdmissionPolicy policy, uint8 sponsors) external onlyCooperative {
        Bounds.checkAdmission(policy, sponsors);
        Settings memory settings = _settingsNow();
        (settings.admission, settings.sponsors) = (policy, sponsors);
        _settings = settings;
        emit AdmissionSet(policy, sponsors);
    }

    /// @inheritdoc IStatutes
    function setCoolingPeriod(uint32 coolingPeriod_) external onlyCooperative {
        Bounds.checkCooling(coolingPeriod_);
        Settings memory settings = _settingsNow();
        settings.coolingPeriod = coolingPeriod_;
        _settings = settings;
        emit CoolingPeriodSet(coolingPeriod_);
    }

    /// @inheritdoc IStatutes
    function setEffects(bytes32 effects_) external onlyCooperative {
        _effects = effects_;
        emit EffectsSet(effects_);
    }

    /* WHAT HOLDS */

    /// @inheritdoc IStatutes
    function name() public view returns (string memory) {
        string memory amended = _name;
        return bytes(amended).length == 0 ? _args().name() : amended;
    }

    /// @inheritdoc IStatutes
    function purpose() external view returns (bytes32) {
        return _purpose == 0 ? _args().purpose() : _purpose;
    }

    /// @inheritdoc IStatutes
    function language() external view returns (bytes2) {
        return _args().language();
    }

    /// @inheritdoc IStatutes
    function maxShareBps() public view returns (uint16) {
        return _settingsNow().maxShareBps;
    }

    /// @inheritdoc IStatutes
    function coolingPeriod() external view returns (uint32) {
        return _settingsNow().coolingPeriod;
    }

    /// @inheritdoc IStatutes
    function admission() external view returns (AdmissionPolicy policy, uint8 sponsors) {
        Settings memory settings = _settingsNow();
        return (settings.admission, settings.sponsors);
    }

    /// @inheritdoc IStatutes
    function effects() external view returns (bytes32) {
        return _effects;
    }

    /// @inheritdoc IStatutes
    function classCount() external view returns (uint8) {
        return uint8(_classCount(_args()));
    }

    /// @inheritdoc IStatutes
    function classOf(uint8 class) external view returns (ClassDef memory) {
        bytes memory args = _args();
        if (class >= _classCount(args)) revert ClassesInvalid(class);
        return _class(args, class);
    }

    /// @inheritdoc IStatutes
    function classes() public view returns (ClassDef[] memory all) {
        bytes memory args = _args();
        all = new ClassDef[](_classCount(args));
        for (uint256 i = 0; i < all.length; ++i) all[i] = _class(args, i);
    }

    /// @inheritdoc IStatutes
    function ruleOf(Kind kind) external view returns (Rule memory) {
        RuleWord word = _ruleWord(_args(), kind);
        if (word == NO_RULE) revert RuleMissing(kind);
        return word.unpack();
    }

    /// @inheritdoc IStatutes
    function ruleWordOf(Kind kind) external view returns (RuleWord) {
        return _ruleWord(_args(), kind);
    }

    /// @inheritdoc IStatutes
    function electionTerms(
        Kind kind
    )
        external
        view
        returns (RuleWord ruleWord, uint256 classWord, bytes32 nameHash, bytes2 language_, uint8 classCount_)
    {
        bytes memory args = _args();
        ruleWord = _ruleWord(args, kind);
        classCount_ = uint8(_classCount(args));
        for (uint256 i = 0; i < classCount_; ++i) {
            ClassDef memory class = _class(args, i);
            classWord |= (uint256(class.shareBps) | (uint256(class.flags) << 16)) << (i * 32);
        }
        nameHash = keccak256(bytes(name()));
        language_ = args.language();
    }

    /// @inheritdoc IStatutes
    function resolutionOf(ProposalId id, Kind kind, string calldata title) external view returns (string memory) {
        if (!Text.isPlain(bytes(title), 1, Titles.MOST_BYTES)) return "";
        string memory word = Words.kindWord(_args().language(), kind);
        return string.concat("#", Strings.toString(ProposalId.unwrap(id)), " ", word, ": ", title);
    }

    /* WHAT RULES NEED */

    /// @inheritdoc IStatutes
    function ratchetOf(bytes calldata data) external view returns (RuleWord[] memory ruleWords) {
        if (bytes4(data) != IStatutes.setRules.selector) return ruleWords;
        KindRule[] memory rules = abi.decode(data[4:], (KindRule[]));
        this.checkRules(rules);
        bytes memory args = _args();
        ruleWords = new RuleWord[](rules.length * 2);
        for (uint256 i = 0; i < rules.length; ++i) {
            ruleWords[2 * i] = _ruleWord(args, rules[i].kind);
            ruleWords[2 * i + 1] = RuleWords.pack(rules[i].rule);
        }
    }

    /// @inheritdoc IStatutes
    function checkRules(KindRule[] calldata rules) public view {
        bytes memory args = _args();
        ClassDef[] memory all = classes();
        RuleWord ordinary = _ruleWord(args, Kind.ORDINARY);
        RuleWord consent = _ruleWord(args, Kind.CONSENT);
        for (uint256 i = 0; i < rules.length; ++i) {
            Rule calldata rule = rules[i].rule;
            Bounds.checkRule(rules[i].kind, rule, all.length);
            if (rule.count == Count.CLASS_SHARE) Bounds.checkShares(all, maxShareBps(), true);
            if (rules[i].kind == Kind.ORDINARY) ordinary = RuleWords.pack(rule);
            if (rules[i].kind == Kind.CONSENT) consent = RuleWords.pack(rule);
        }
        Bounds.checkConsent(ordinary, consent);
    }

    /// @inheritdoc IStatutes
    function checkCharter(Charter calldata charter) external pure returns (bytes memory constitution) {
        Bounds.checkCharter(charter);
        return Constitution.pack(charter);
    }

    /// @inheritdoc IStatutes
    function checkSuccession(address before) external view {
        Continuity.check(IStatutes(before));
    }

    /* PRIVATE */

    function _ruleWord(bytes memory args, Kind kind) private view returns (RuleWord word) {
        word = _rules[kind];
        if (word == NO_RULE) word = args.rule(kind);
    }

    function _countsByShare() private view returns (bool) {
        bytes memory args = _args();
        for (uint256 i = 0; i < KINDS; ++i) {
            RuleWord word = _ruleWord(args, Kind(i));
            if (word.exists() && word.unpack().count == Count.CLASS_SHARE) return true;
        }
        return false;
    }

    function _classCount(bytes memory args) private view returns (uint256) {
        uint256 amended = _classes.length;
        return amended == 0 ? args.classCount() : amended;
    }

    function _class(bytes memory args, uint256 index) private view returns (ClassDef memory) {
        return _classes.length == 0 ? args.class(index) : _classes[index];
    }

    function _storeClasses(ClassDef[] memory all) private {
        uint256 stored = _classes.length;
        for (uint256 i = 0; i < all.length; ++i) {
            if (i < stored) _classes[i] = all[i];
            else _classes.push(all[i]);
        }
    }
}
