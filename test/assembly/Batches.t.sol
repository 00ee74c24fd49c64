// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IAssembly} from "../../contracts/assembly/IAssembly.sol";
import {ProposalId} from "../../contracts/types/ProposalId.sol";
import {VM} from "../kit/Vm.sol";
import {Hall} from "./Hall.sol";

/// @dev Batches at random. Each run counts 40 of them, so that 256 runs count more than 10 000.
contract BatchesTest is Hall {
    uint256 private constant VOTES = 5;
    uint256 private constant BATCHES = 8;
    uint256 private constant MOST_RECORDS = 7;

    /// @dev Who has voted in the running proposal, by member.
    uint256 private _voted;
    uint256 private _seed;

    function setUp() public {
        _open();
    }

    /// G9: no content of a batch reverts it, and each good ballot in it counts whatever stands beside it.
    function testFuzz_G9_noContentOfABatchRevertsItOrChangesAnothersBallot(uint256 seed) public {
        _seed = seed;
        for (uint256 p; p < VOTES; ++p) {
            uint256 id = _propose(p);
            _voted = 0;
            for (uint256 b; b < BATCHES; ++b) _batch(id);
            _checkTally(id);
        }
    }

    /// G9: bytes without any sense change nothing.
    function testFuzz_G9_nonsenseChangesNothing(bytes calldata nonsense) public {
        uint256 id = _propose(0);
        bytes memory records = nonsense[:nonsense.length - (nonsense.length % 85)];
        (uint256 counted, ) = _assembly.castBallots(ProposalId.wrap(id), records, new IAssembly.TailBallot[](0));
        _equal(counted, 0, "counted");
        _checkTally(id);
    }

    /// G10: what is signed for one assembly, chain or proposal counts in no other.
    function testFuzz_G10_aSignatureCountsInOneAssemblyChainAndProposal(uint256 seed, uint64 chain) public {
        uint256 id = _propose(0);
        uint256 other = _propose(1);
        uint256 member = seed % MEMBERS;
        uint8 choice = uint8((seed >> 8) % CHOICES);
        VM.assume(chain != block.chainid && chain != 0);
        bytes memory record = _record(id, member, choice);

        _equal(_cast(other, record), 0, "in another proposal");
        uint256 here = block.chainid;
        VM.chainId(chain);
        _equal(_cast(id, record), 0, "on another chain");
        VM.chainId(here);

        IAssembly ours = _assembly;
        _assembly = IAssembly(_found(2).assembly_);
        VM.warp(block.timestamp + 1 days);
        uint256 theirs = _propose(0);
        _equal(theirs, id, "same number");
        _equal(_cast(theirs, record), 0, "in another assembly");
        _assembly = ours;

        _equal(_cast(id, record), 1, "where it was meant");
        _equal(_cast(id, record), 0, "twice");
    }

    function _cast(uint256 id, bytes memory records) private returns (uint256 counted) {
        (counted, ) = _assembly.castBallots(ProposalId.wrap(id), records, new IAssembly.TailBallot[](0));
    }

    function _batch(uint256 id) private {
        bytes memory records;
        uint256 good;
        uint256 marks;
        uint256 length = _draw(MOST_RECORDS) + 1;
        for (uint256 i; i < length; ++i) {
            (bytes memory record, bool counts) = _any(id);
            records = bytes.concat(records, record);
            if (!counts) continue;
            ++good;
            marks |= 1 << i;
        }
        (uint256 counted, bytes memory bitmap) = _assembly.castBallots(
            ProposalId.wrap(id),
            records,
            new IAssembly.TailBallot[](0)
        );
        _equal(counted, good, "counted");
        _equal(bitmap.length, 1, "bytes of the bitmap");
        _equal(uint8(bitmap[0]), marks, "marks");
    }

    /// @dev A record of any sort, and whether it has to count.
    function _any(uint256 id) private returns (bytes memory record, bool counts) {
        uint256 member = _draw(MEMBERS);
        uint8 choice = uint8(_draw(CHOICES));
        uint256 sort = _draw(8);
        if (sort == 0) return (_noise(), false);
        record = _record(id, member, choice);
        if (sort == 1) {
            // One bit is another, the bits of the choice included.
            uint256 bit = _draw(85 * 8);
            record[bit / 8] = bytes1(uint8(record[bit / 8]) ^ uint8(1 << (bit % 8)));
            return (record, false);
        }
        // A ballot for the proposal before.
        if (sort == 2 && id > 1) return (_record(id - 1, member, choice), false);
        if (sort == 3) {
            uint256 thief = (member + 1 + _draw(MEMBERS - 1)) % MEMBERS;
            bytes32 digest = _assembly.ballotDigest(ProposalId.wrap(id), choice, _wallets[member]);
            return (_recordWith(_key(thief), _wallets[member], choice, digest), false);
        }
        if (sort == 4) {
            uint256 outsider = MEMBERS + 1 + _draw(50);
            address wallet = VM.addr(outsider);
            return (
                _recordWith(outsider, wallet, choice, _assembly.ballotDigest(ProposalId.wrap(id), choice, wallet)),
                false
            );
        }
        return (record, _isFirst(member));
    }

    /// @dev Whether a good ballot of `member` is their first; notes that it was cast.
    function _isFirst(uint256 member) private returns (bool first) {
        first = (_voted >> member) & 1 == 0;
        _voted |= 1 << member;
    }

    function _noise() private returns (bytes memory noise) {
        noise = abi.encodePacked(_next(), _next(), _next());
        assembly ("memory-safe") {
            mstore(noise, 85)
        }
    }

    function _draw(uint256 below) private returns (uint256) {
        return uint256(_next()) % below;
    }

    function _next() private returns (bytes32) {
        _seed = uint256(keccak256(abi.encode(_seed)));
        return bytes32(_seed);
    }
}
