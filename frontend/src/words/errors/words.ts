// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly AssemblyNotInForce: {
    readonly why: string
    readonly now: string
  }
  readonly KindTooLow: {
    readonly why: (values: { needed: string }) => string
    readonly now: string
  }
  readonly KindNotInUse: {
    readonly why: (values: { kind: string }) => string
    readonly now: string
  }
  readonly NotAMember: {
    readonly why: (values: { account: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly TitleInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly TitleTaken: {
    readonly why: (values: { proposalId: string }) => string
    readonly now: string
  }
  readonly MotionOpen: {
    readonly why: (values: { proposalId: string }) => string
    readonly now: string
  }
  readonly TooManyOpen: {
    readonly why: (values: { member: string; most: string }) => string
    readonly you: (values: { most: string }) => string
    readonly now: string
  }
  readonly TakenBack: {
    readonly why: (values: { from: string }) => string
    readonly now: string
  }
  readonly RuleReplaced: {
    readonly why: (values: { proposalId: string }) => string
    readonly now: string
  }
  readonly StillCooling: {
    readonly why: (values: { proposalId: string; until: string }) => string
    readonly now: (values: { proposalId: string }) => string
  }
  readonly NotCooling: {
    readonly why: (values: { proposalId: string }) => string
    readonly now: string
  }
  readonly AlreadyAsked: {
    readonly why: (values: { member: string; proposalId: string }) => string
    readonly you: (values: { proposalId: string }) => string
    readonly now: string
  }
  readonly NoSecondCall: {
    readonly why: string
    readonly now: string
  }
  readonly SecondCallFrom: {
    readonly why: (values: { proposalId: string; from: string }) => string
    readonly now: string
  }
  readonly SecondCallWaits: {
    readonly why: (values: { proposalId: string }) => string
    readonly now: (values: { proposalId: string }) => string
  }
  readonly TooManyActions: {
    readonly why: (values: { actions: string }) => string
    readonly now: string
  }
  readonly TargetWithoutCode: {
    readonly why: (values: { target: string }) => string
    readonly now: string
  }
  readonly RecordsMalformed: {
    readonly why: (values: { length: string }) => string
    readonly now: string
  }
  readonly NotEnoughGas: {
    readonly why: string
    readonly now: string
  }
  readonly ObjectionWithoutReason: {
    readonly why: string
    readonly now: string
  }
  readonly NotYetDue: {
    readonly why: (values: { proposalId: string; eta: string }) => string
    readonly now: string
  }
  readonly NoSeparateQueue: {
    readonly why: string
    readonly now: string
  }
  readonly ParamsNotTaken: {
    readonly why: string
    readonly now: string
  }
  readonly AnotherMotion: {
    readonly why: (values: { proposalId: string }) => string
    readonly now: string
  }
  readonly GovernorAlreadyCastVote: {
    readonly why: (values: { voter: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly GovernorAlreadyQueuedProposal: {
    readonly why: (values: { proposalId: string }) => string
    readonly now: string
  }
  readonly GovernorDisabledDeposit: {
    readonly why: string
    readonly now: string
  }
  readonly GovernorInsufficientProposerVotes: {
    readonly why: (values: { proposer: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly GovernorInvalidProposalLength: {
    readonly why: string
    readonly now: string
  }
  readonly GovernorInvalidSignature: {
    readonly why: (values: { voter: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly GovernorInvalidVoteParams: {
    readonly why: string
    readonly now: string
  }
  readonly GovernorInvalidVoteType: {
    readonly why: string
    readonly now: string
  }
  readonly GovernorInvalidVotingPeriod: {
    readonly why: (values: { votingPeriod: string }) => string
    readonly now: string
  }
  readonly GovernorNonexistentProposal: {
    readonly why: (values: { proposalId: string }) => string
    readonly now: string
  }
  readonly GovernorOnlyExecutor: {
    readonly why: string
    readonly now: string
  }
  readonly GovernorProposalQueueingFailed: {
    readonly why: (values: { proposalId: string }) => string
    readonly now: string
  }
  readonly GovernorProposalQueueingNotRequired: {
    readonly why: string
    readonly now: string
  }
  readonly GovernorRestrictedProposer: {
    readonly why: (values: { proposer: string }) => string
    readonly now: string
  }
  readonly GovernorUnableToCancel: {
    readonly why: (values: { proposalId: string }) => string
    readonly now: string
  }
  readonly GovernorUnexpectedProposalState: {
    readonly why: (values: { proposalId: string }) => string
    readonly now: string
  }
  readonly LanguageWithoutWords: {
    readonly why: (values: { language: string }) => string
    readonly now: string
  }
  readonly ChoiceWithoutWord: {
    readonly why: (values: { choice: string }) => string
    readonly now: string
  }
  readonly NotInGoodStanding: {
    readonly why: (values: { coop: string }) => string
    readonly now: string
  }
  readonly NotACooperator: {
    readonly why: (values: { wallet: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly SeriesUnknown: {
    readonly why: (values: { seriesId: string }) => string
    readonly now: string
  }
  readonly SeriesTitleInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly MachineDocumentMissing: {
    readonly why: string
    readonly now: string
  }
  readonly SupplierInvalid: {
    readonly why: (values: { supplier: string }) => string
    readonly now: string
  }
  readonly PriceInvalid: {
    readonly why: (values: { price: string; most: string }) => string
    readonly now: string
  }
  readonly UnitsInvalid: {
    readonly why: (values: {
      leastUnits: string
      mostUnits: string
      mostPerPerson: string
    }) => string
    readonly now: string
  }
  readonly TimesInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly CapInvalid: {
    readonly why: (values: { capBps: string; mostCapBps: string }) => string
    readonly now: string
  }
  readonly RentModeNotOffered: {
    readonly why: string
    readonly now: string
  }
  readonly RentInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly AlreadyEndorsed: {
    readonly why: (values: { seriesId: string }) => string
    readonly now: string
  }
  readonly TooLateToEndorse: {
    readonly why: (values: { seriesId: string; opensAt: string }) => string
    readonly now: string
  }
  readonly TooManyEndorsed: {
    readonly why: (values: { most: string }) => string
    readonly now: string
  }
  readonly NotOpenYet: {
    readonly why: (values: { seriesId: string; opensAt: string }) => string
    readonly now: string
  }
  readonly SubscriptionOver: {
    readonly why: (values: { seriesId: string; subscribeUntil: string }) => string
    readonly now: string
  }
  readonly NoUnits: {
    readonly why: string
    readonly now: string
  }
  readonly OverTheMost: {
    readonly why: (values: { seriesId: string; left: string }) => string
    readonly now: string
  }
  readonly OverTheMostPerPerson: {
    readonly why: (values: { left: string; seriesId: string }) => string
    readonly now: string
  }
  readonly NotWithdrawable: {
    readonly why: (values: { seriesId: string }) => string
    readonly now: string
  }
  readonly NotRefundable: {
    readonly why: (values: { seriesId: string }) => string
    readonly now: string
  }
  readonly NotBuyable: {
    readonly why: (values: { seriesId: string }) => string
    readonly now: string
  }
  readonly NotTransferable: {
    readonly why: (values: { seriesId: string }) => string
    readonly now: string
  }
  readonly OverTheHolding: {
    readonly why: (values: {
      holder: string
      held: string
      seriesId: string
      units: string
    }) => string
    readonly you: (values: { held: string; seriesId: string; units: string }) => string
    readonly now: string
  }
  readonly OverTheAllowance: {
    readonly why: (values: { spender: string; allowance: string; units: string }) => string
    readonly you: (values: { allowance: string; units: string }) => string
    readonly now: string
  }
  readonly HolderInvalid: {
    readonly why: (values: { holder: string }) => string
    readonly now: string
  }
  readonly OnlyCommonsBonds: {
    readonly why: string
    readonly now: string
  }
  readonly MachineUnknown: {
    readonly why: (values: { machineId: string }) => string
    readonly now: string
  }
  readonly NotTheStewards: {
    readonly why: (values: { caller: string; steward: string }) => string
    readonly you: (values: { steward: string }) => string
    readonly now: string
  }
  readonly NotAStewardCoop: {
    readonly why: (values: { steward: string }) => string
    readonly now: string
  }
  readonly FamilyUnknown: {
    readonly why: (values: { family: string }) => string
    readonly now: string
  }
  readonly FamilyOfAnother: {
    readonly why: (values: { family: string; steward: string }) => string
    readonly now: string
  }
  readonly WorkUnknown: {
    readonly why: (values: { work: string }) => string
    readonly now: string
  }
  readonly DigestMissing: {
    readonly why: string
    readonly now: string
  }
  readonly WorkTextInvalid: {
    readonly why: (values: { titleBytes: string; licenceBytes: string }) => string
    readonly now: string
  }
  readonly AlreadyRegistered: {
    readonly why: (values: { work: string }) => string
    readonly now: string
  }
  readonly StandsAlready: {
    readonly why: (values: { work: string }) => string
    readonly now: string
  }
  readonly NothingToSell: {
    readonly why: (values: { family: string }) => string
    readonly now: string
  }
  readonly LicensorConsentInvalid: {
    readonly why: (values: { licensor: string }) => string
    readonly now: string
  }
  readonly ParentsTooMany: {
    readonly why: (values: { parents: string }) => string
    readonly now: string
  }
  readonly ParentInvalid: {
    readonly why: (values: { parent: string }) => string
    readonly now: string
  }
  readonly TooLongAhead: {
    readonly why: string
    readonly now: string
  }
  readonly ActionFailed: {
    readonly why: (values: { index: string; target: string }) => string
    readonly now: string
  }
  readonly NotTheAssembly: {
    readonly why: string
    readonly now: string
  }
  readonly NotTheCooperative: {
    readonly why: string
    readonly now: string
  }
  readonly PlainTransferToMember: {
    readonly why: (values: { member: string }) => string
    readonly now: string
  }
  readonly OverAThird: {
    readonly why: (values: { outflow: string; most: string }) => string
    readonly now: string
  }
  readonly NothingToPay: {
    readonly why: string
    readonly now: string
  }
  readonly OrgansAlreadySet: {
    readonly why: string
    readonly now: string
  }
  readonly NotAFoundingRuleDecision: {
    readonly why: string
    readonly now: string
  }
  readonly NothingIsCarriedOut: {
    readonly why: string
    readonly now: string
  }
  readonly ReentrancyGuardReentrantCall: {
    readonly why: string
    readonly now: string
  }
  readonly FailedCall: {
    readonly why: string
    readonly now: string
  }
  readonly SafeERC20FailedOperation: {
    readonly why: (values: { token: string }) => string
    readonly now: string
  }
  readonly SuccessorUnknown: {
    readonly why: (values: { organ: string }) => string
    readonly now: string
  }
  readonly SuccessorWeaker: {
    readonly why: string
    readonly now: string
  }
  readonly SuccessorChangesPurpose: {
    readonly why: string
    readonly now: string
  }
  readonly FoundingExpired: {
    readonly why: (values: { deadline: string }) => string
    readonly now: string
  }
  readonly NoFounders: {
    readonly why: string
    readonly now: string
  }
  readonly FounderDidNotSign: {
    readonly why: (values: { founder: string }) => string
    readonly now: string
  }
  readonly FounderWithdrew: {
    readonly why: (values: { founder: string }) => string
    readonly now: string
  }
  readonly SignaturesMissing: {
    readonly why: (values: { founders: string; signatures: string }) => string
    readonly now: string
  }
  readonly AddressEmptyCode: {
    readonly why: (values: { target: string }) => string
    readonly now: string
  }
  readonly ChapterClosedToMoney: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly ChapterTookMore: {
    readonly why: (values: { chapter: string; taken: string; allowed: string }) => string
    readonly now: string
  }
  readonly AllowanceLeft: {
    readonly why: (values: { token: string; chapter: string }) => string
    readonly now: string
  }
  readonly SurplusIsLocked: {
    readonly why: string
    readonly now: string
  }
  readonly CodeChanged: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly OnlyBonds: {
    readonly why: string
    readonly now: string
  }
  readonly OnlyLicences: {
    readonly why: string
    readonly now: string
  }
  readonly LevyNotFromACoop: {
    readonly why: (values: { caller: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly UnknownMachine: {
    readonly why: (values: { machineId: string }) => string
    readonly now: string
  }
  readonly NothingPoured: {
    readonly why: string
    readonly now: string
  }
  readonly CashMismatch: {
    readonly why: (values: { received: string; expected: string }) => string
    readonly now: string
  }
  readonly AmountTooLarge: {
    readonly why: string
    readonly now: string
  }
  readonly PolicyInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly OverReserve: {
    readonly why: (values: { reserve: string; amount: string }) => string
    readonly now: string
  }
  readonly EpochNotOver: {
    readonly why: (values: { endsAt: string }) => string
    readonly now: string
  }
  readonly NothingToSkim: {
    readonly why: string
    readonly now: string
  }
  readonly RecipientInvalid: {
    readonly why: (values: { to: string }) => string
    readonly now: string
  }
  readonly SeriesAlreadyBought: {
    readonly why: (values: { seriesId: string }) => string
    readonly now: string
  }
  readonly EndorsedSeriesFull: {
    readonly why: string
    readonly now: string
  }
  readonly CheckpointUnorderedInsertion: {
    readonly why: string
    readonly now: string
  }
  readonly SafeCastOverflowedUintDowncast: {
    readonly why: string
    readonly now: string
  }
  readonly NotTheSteward: {
    readonly why: (values: { steward: string }) => string
    readonly now: string
  }
  readonly NotAFamily: {
    readonly why: (values: { work: string }) => string
    readonly now: string
  }
  readonly LegalTextMissing: {
    readonly why: string
    readonly now: string
  }
  readonly TiersInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly SplitsInvalid: {
    readonly why: (values: { sum: string; fundBps: string }) => string
    readonly now: string
  }
  readonly TermsPeriodInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly WaiverInvalid: {
    readonly why: (values: { waivePoints: string; minAttesters: string }) => string
    readonly now: string
  }
  readonly ChangeDateInvalid: {
    readonly why: (values: { changeDate: string; least: string; most: string }) => string
    readonly now: string
  }
  readonly TermsNotInForce: {
    readonly why: (values: { inForce: string; expected: string }) => string
    readonly now: string
  }
  readonly DeadlinePassed: {
    readonly why: (values: { deadline: string }) => string
    readonly now: string
  }
  readonly TierUnknown: {
    readonly why: (values: { tier: string }) => string
    readonly now: string
  }
  readonly DurationInvalid: {
    readonly why: (values: { most: string; duration: string }) => string
    readonly now: string
  }
  readonly GroundUnproved: {
    readonly why: string
    readonly now: string
  }
  readonly FeeAboveMax: {
    readonly why: (values: { fee: string; maxFee: string }) => string
    readonly now: string
  }
  readonly LicenseeSignatureInvalid: {
    readonly why: (values: { licensee: string }) => string
    readonly now: string
  }
  readonly NotThePayer: {
    readonly why: (values: { payer: string; caller: string }) => string
    readonly you: (values: { payer: string }) => string
    readonly now: (values: { payer: string }) => string
  }
  readonly PaidShort: {
    readonly why: (values: { got: string; expected: string }) => string
    readonly now: string
  }
  readonly RefundStillOpen: {
    readonly why: (values: { until: string }) => string
    readonly now: string
  }
  readonly NothingToRefund: {
    readonly why: string
    readonly now: string
  }
  readonly RefundWindowOver: {
    readonly why: (values: { until: string }) => string
    readonly now: string
  }
  readonly RefundedBefore: {
    readonly why: (values: { refundedAt: string }) => string
    readonly now: string
  }
  readonly NothingToRenew: {
    readonly why: string
    readonly now: string
  }
  readonly NothingToRelease: {
    readonly why: string
    readonly now: string
  }
  readonly NothingToPour: {
    readonly why: (values: { work: string }) => string
    readonly now: string
  }
  readonly NothingToSplit: {
    readonly why: (values: { work: string }) => string
    readonly now: string
  }
  readonly PayeeInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly NothingToClaim: {
    readonly why: (values: { account: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly NotAccredited: {
    readonly why: (values: { caller: string }) => string
    readonly now: string
  }
  readonly CommonGoodTermInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly NotItsFederation: {
    readonly why: (values: { attester: string }) => string
    readonly now: string
  }
  readonly NotACoopOfThePhyle: {
    readonly why: (values: { coop: string }) => string
    readonly now: string
  }
  readonly NotAnAttester: {
    readonly why: (values: { caller: string; coop: string }) => string
    readonly you: (values: { coop: string }) => string
    readonly now: string
  }
  readonly AttestersTooMany: {
    readonly why: (values: { coop: string }) => string
    readonly now: string
  }
  readonly AttestersTermTooLong: {
    readonly why: string
    readonly now: string
  }
  readonly QuotaExceeded: {
    readonly why: (values: { attester: string; left: string; points: string }) => string
    readonly you: (values: { left: string; points: string }) => string
    readonly now: string
  }
  readonly NoPoints: {
    readonly why: string
    readonly now: string
  }
  readonly ArtefactMissing: {
    readonly why: string
    readonly now: string
  }
  readonly ArtefactCounted: {
    readonly why: string
    readonly now: string
  }
  readonly ContributorInvalid: {
    readonly why: (values: { contributor: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly NotAFamilyOfWorks: {
    readonly why: (values: { work: string }) => string
    readonly now: string
  }
  readonly NotAttested: {
    readonly why: string
    readonly now: string
  }
  readonly NotItsAttester: {
    readonly why: string
    readonly now: string
  }
  readonly AlreadyMatured: {
    readonly why: (values: { maturedAt: string }) => string
    readonly now: string
  }
  readonly NotMatured: {
    readonly why: (values: { maturesAt: string }) => string
    readonly now: string
  }
  readonly RollNotEmpty: {
    readonly why: string
    readonly now: string
  }
  readonly AlreadyOnTheRoll: {
    readonly why: (values: { wallet: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly AlreadyInClass: {
    readonly why: (values: { wallet: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly NotOnTheRoll: {
    readonly why: (values: { wallet: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly ClassUnknown: {
    readonly why: (values: { class: string }) => string
    readonly now: string
  }
  readonly ClassFull: {
    readonly why: (values: { class: string }) => string
    readonly now: string
  }
  readonly NotApplied: {
    readonly why: (values: { wallet: string }) => string
    readonly now: string
  }
  readonly ApplicationExpired: {
    readonly why: (values: { wallet: string; deadline: string }) => string
    readonly now: string
  }
  readonly ApplicationTakenBack: {
    readonly why: (values: { wallet: string; deadline: string }) => string
    readonly now: string
  }
  readonly DeadlineTooFar: {
    readonly why: (values: { wallet: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly ApplicationSignatureInvalid: {
    readonly why: (values: { wallet: string }) => string
    readonly now: string
  }
  readonly RefusalWithoutReason: {
    readonly why: (values: { wallet: string }) => string
    readonly now: string
  }
  readonly CannotJoinItself: {
    readonly why: string
    readonly now: string
  }
  readonly TooSoonToReturn: {
    readonly why: (values: { wallet: string; from: string }) => string
    readonly you: (values: { from: string }) => string
    readonly now: string
  }
  readonly TooSoonToChangeClass: {
    readonly why: (values: { wallet: string; from: string }) => string
    readonly you: (values: { from: string }) => string
    readonly now: string
  }
  readonly AdmissionLimit: {
    readonly why: (values: { admitted: string; most: string }) => string
    readonly now: string
  }
  readonly ClassLimit: {
    readonly why: (values: { class: string; entered: string; most: string }) => string
    readonly now: string
  }
  readonly ClassTooSmall: {
    readonly why: (values: { class: string; members: string }) => string
    readonly now: string
  }
  readonly ClassVotedAgainst: {
    readonly why: (values: { class: string }) => string
    readonly now: string
  }
  readonly ClassNotInFavour: {
    readonly why: (values: { class: string }) => string
    readonly now: string
  }
  readonly NotBySponsors: {
    readonly why: string
    readonly now: string
  }
  readonly SponsorsMissing: {
    readonly why: (values: { sponsors: string; needed: string }) => string
    readonly now: string
  }
  readonly SponsorInvalid: {
    readonly why: (values: { sponsor: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly SponsorWithdrew: {
    readonly why: (values: { sponsor: string }) => string
    readonly you: string
    readonly now: string
  }
  readonly SponsorOfAnotherClass: {
    readonly why: (values: { sponsor: string; class: string }) => string
    readonly you: (values: { class: string }) => string
    readonly now: string
  }
  readonly MembershipNotTransferable: {
    readonly why: string
    readonly now: string
  }
  readonly NotTheRegister: {
    readonly why: string
    readonly now: string
  }
  readonly VotesNotDelegable: {
    readonly why: string
    readonly now: string
  }
  readonly VotesExpiredSignature: {
    readonly why: (values: { expiry: string }) => string
    readonly now: string
  }
  readonly FutureLookup: {
    readonly why: string
    readonly now: string
  }
  readonly NoticeGiven: {
    readonly why: (values: { wallet: string; until: string }) => string
    readonly now: string
  }
  readonly NotSilent: {
    readonly why: (values: { wallet: string; from: string }) => string
    readonly now: string
  }
  readonly NoNotice: {
    readonly why: (values: { wallet: string }) => string
    readonly now: string
  }
  readonly NoticeRuns: {
    readonly why: (values: { wallet: string; from: string }) => string
    readonly now: string
  }
  readonly NoVoteToShow: {
    readonly why: (values: { wallet: string; proposalId: string }) => string
    readonly now: string
  }
  readonly StrikeLimit: {
    readonly why: (values: { most: string }) => string
    readonly now: string
  }
  readonly NotTheRoot: {
    readonly why: string
    readonly now: string
  }
  readonly NotACoop: {
    readonly why: (values: { coop: string }) => string
    readonly now: string
  }
  readonly RegistrarNotAccepted: {
    readonly why: (values: { registrar: string }) => string
    readonly now: string
  }
  readonly NotOnTheRootsRoll: {
    readonly why: (values: { coop: string }) => string
    readonly now: string
  }
  readonly CoopAlreadyEntered: {
    readonly why: (values: { coop: string }) => string
    readonly now: string
  }
  readonly AlreadySeated: {
    readonly why: (values: { memberId: string; coop: string }) => string
    readonly now: string
  }
  readonly NotSeated: {
    readonly why: (values: { memberId: string; coop: string }) => string
    readonly now: string
  }
  readonly NotACooperatorClass: {
    readonly why: (values: { class: string }) => string
    readonly now: string
  }
  readonly NotEnoughGasToAsk: {
    readonly why: string
    readonly now: string
  }
  readonly YearLeftOut: {
    readonly why: (values: { year: string; next: string }) => string
    readonly now: (values: { next: string }) => string
  }
  readonly FilingWithoutDocument: {
    readonly why: (values: { year: string }) => string
    readonly now: string
  }
  readonly NotByAFoundingRule: {
    readonly why: (values: { attester: string }) => string
    readonly now: string
  }
  readonly AttesterNotNamed: {
    readonly why: (values: { attester: string; coop: string }) => string
    readonly now: string
  }
  readonly NotVouchedFor: {
    readonly why: (values: { attester: string; year: string }) => string
    readonly now: string
  }
  readonly NoticeNotOver: {
    readonly why: (values: { coop: string }) => string
    readonly now: string
  }
  readonly ExpelledWithoutGrounds: {
    readonly why: (values: { coop: string }) => string
    readonly now: string
  }
  readonly ExpulsionRuns: {
    readonly why: (values: { coop: string }) => string
    readonly now: string
  }
  readonly NothingToAppeal: {
    readonly why: (values: { coop: string }) => string
    readonly now: string
  }
  readonly AppealNotHeard: {
    readonly why: (values: { coop: string }) => string
    readonly now: string
  }
  readonly NothingSaid: {
    readonly why: string
    readonly now: string
  }
  readonly NotTheRootsRoll: {
    readonly why: string
    readonly now: string
  }
  readonly StillEntitled: {
    readonly why: (values: { memberId: string; coop: string }) => string
    readonly now: string
  }
  readonly NoticeAlreadyGiven: {
    readonly why: (values: { coop: string; leavesAt: string }) => string
    readonly now: string
  }
  readonly YearNotOver: {
    readonly why: (values: { year: string }) => string
    readonly now: string
  }
  readonly NoSeatIn: {
    readonly why: (values: { wallet: string; coop: string }) => string
    readonly now: string
  }
  readonly StartedAlready: {
    readonly why: (values: { memberId: string; coop: string }) => string
    readonly now: string
  }
  readonly NoPlaceInSight: {
    readonly why: string
    readonly now: string
  }
  readonly GrantsMismatch: {
    readonly why: (values: { grants: string; founders: string }) => string
    readonly now: string
  }
  readonly LimitInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly EpochInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly CashInvalid: {
    readonly why: (values: { cash: string }) => string
    readonly now: string
  }
  readonly CloneArgumentsTooLong: {
    readonly why: string
    readonly now: string
  }
  readonly Create2EmptyBytecode: {
    readonly why: string
    readonly now: string
  }
  readonly FailedDeployment: {
    readonly why: string
    readonly now: string
  }
  readonly InsufficientBalance: {
    readonly why: string
    readonly now: string
  }
  readonly NotTheChapter: {
    readonly why: string
    readonly now: string
  }
  readonly AlreadyBegun: {
    readonly why: string
    readonly now: string
  }
  readonly ChapterNameTaken: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly ChapterAlreadyKnown: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly NothingToReplace: {
    readonly why: string
    readonly now: string
  }
  readonly RegisterStays: {
    readonly why: string
    readonly now: string
  }
  readonly CharterNamesFederation: {
    readonly why: string
    readonly now: string
  }
  readonly ImplementationNamedOtherwise: {
    readonly why: (values: { implementation: string; name: string }) => string
    readonly now: string
  }
  readonly FirstChaptersMissing: {
    readonly why: string
    readonly now: string
  }
  readonly AmendmentNotByTheCooperative: {
    readonly why: string
    readonly now: string
  }
  readonly NoUserClass: {
    readonly why: string
    readonly now: string
  }
  readonly ClassFlagsInvalid: {
    readonly why: (values: { class: string }) => string
    readonly now: string
  }
  readonly MostShareInvalid: {
    readonly why: (values: { maxShareBps: string }) => string
    readonly now: string
  }
  readonly CoolingPeriodTooLong: {
    readonly why: (values: { period: string; most: string }) => string
    readonly now: string
  }
  readonly RuleWordMalformed: {
    readonly why: (values: { kind: string }) => string
    readonly now: string
  }
  readonly CharterWithoutPurpose: {
    readonly why: string
    readonly now: string
  }
  readonly NameInvalid: {
    readonly why: string
    readonly now: string
  }
  readonly LanguageUnknown: {
    readonly why: (values: { language: string }) => string
    readonly now: string
  }
  readonly ClassesInvalid: {
    readonly why: (values: { classes: string }) => string
    readonly now: string
  }
  readonly ClassNameInvalid: {
    readonly why: (values: { class: string }) => string
    readonly now: string
  }
  readonly RuleMissing: {
    readonly why: (values: { kind: string }) => string
    readonly now: string
  }
  readonly ThresholdInvalid: {
    readonly why: (values: { threshold: string; kind: string }) => string
    readonly now: string
  }
  readonly ObjectionsUnlimited: {
    readonly why: string
    readonly now: string
  }
  readonly ConsentCountsOtherwise: {
    readonly why: string
    readonly now: string
  }
  readonly ConsentIsEasier: {
    readonly why: string
    readonly now: string
  }
  readonly FractionInvalid: {
    readonly why: (values: { kind: string }) => string
    readonly now: string
  }
  readonly ClassMajorityInvalid: {
    readonly why: (values: { kind: string }) => string
    readonly now: string
  }
  readonly PeriodOutOfBounds: {
    readonly why: (values: { kind: string; period: string; least: string; most: string }) => string
    readonly now: string
  }
  readonly SharesDoNotSum: {
    readonly why: (values: { sum: string }) => string
    readonly now: string
  }
  readonly ShareAboveMost: {
    readonly why: (values: { class: string; shareBps: string; maxShareBps: string }) => string
    readonly now: string
  }
  readonly SponsorsInvalid: {
    readonly why: (values: { sponsors: string }) => string
    readonly now: string
  }
  readonly KindBelowFloor: {
    readonly why: (values: { floor: string }) => string
    readonly now: string
  }
  readonly LockWouldFall: {
    readonly why: string
    readonly now: string
  }
  readonly WrappedCall: {
    readonly why: string
    readonly now: string
  }
  readonly NotAChapter: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly ChapterIsAToken: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly ChapterNameInvalid: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly ChapterNamedOtherwise: {
    readonly why: (values: { chapter: string; name: string }) => string
    readonly now: string
  }
  readonly TooLittleGasToAsk: {
    readonly why: string
    readonly now: string
  }
  readonly ChapterIsOurOwn: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly ChapterAlreadyOpen: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly ChapterNotOpen: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly ChapterChanged: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly FundingUnreadable: {
    readonly why: string
    readonly now: string
  }
  readonly ChapterStillOwes: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly NotAFederation: {
    readonly why: (values: { phyle: string }) => string
    readonly now: string
  }
  readonly FederationIsOurOwn: {
    readonly why: string
    readonly now: string
  }
  readonly panic: {
    readonly why: string
    readonly now: string
  }
  readonly message: {
    readonly why: (values: { message: string }) => string
    readonly now: string
  }
  readonly unknown: {
    readonly why: string
    readonly now: string
  }
  readonly token: {
    readonly why: string
    readonly now: string
  }
  readonly ShutOut: {
    readonly why: (values: {
      wallet: string
      withdrawn: string
      pledged: string
      seriesId: string
    }) => string
    readonly you: (values: { withdrawn: string; pledged: string; seriesId: string }) => string
    readonly now: string
  }
  readonly PledgeBinding: {
    readonly why: (values: { seriesId: string; withdrawable: string; units: string }) => string
    readonly now: string
  }
  readonly NothingRepays: {
    readonly why: (values: { seriesId: string }) => string
    readonly now: string
  }
  readonly BelowPromise: {
    readonly why: (values: { seriesId: string; machineBps: string; otherBps: string }) => string
    readonly now: string
  }
  readonly CashDecimalsInvalid: {
    readonly why: (values: { decimals: string; most: string }) => string
    readonly now: string
  }
  readonly SurplusWithoutItsChapter: {
    readonly why: string
    readonly now: string
  }
  readonly NoBudget: {
    readonly why: string
    readonly now: string
  }
  readonly ChapterCoversNothing: {
    readonly why: (values: { chapter: string }) => string
    readonly now: string
  }
  readonly RollNotInForce: {
    readonly why: string
    readonly now: string
  }
  readonly RollInForce: {
    readonly why: string
    readonly now: string
  }
  readonly NoPredecessor: {
    readonly why: string
    readonly now: string
  }
  readonly TookOverAlready: {
    readonly why: string
    readonly now: string
  }
  readonly WordsNotCarried: {
    readonly why: string
    readonly now: (values: { membership: string }) => string
  }
  readonly SuccessorOfAnother: {
    readonly why: string
    readonly now: string
  }
  readonly SuccessorForgetsMembers: {
    readonly why: string
    readonly now: string
  }
  readonly NotOfThisLine: {
    readonly why: (values: { cooperative: string }) => string
    readonly now: string
  }
  readonly RollOfAnotherLine: {
    readonly why: (values: { membership: string }) => string
    readonly now: (values: { registrar: string }) => string
  }
  readonly SuccessorChangesRule: {
    readonly why: (values: { kind: string }) => string
    readonly now: string
  }
  readonly SuccessorChangesClass: {
    readonly why: (values: { class: string }) => string
    readonly now: string
  }
  readonly SuccessorChangesFederation: {
    readonly why: (values: { federation: string; before: string }) => string
    readonly now: string
  }
  readonly RollNotRead: {
    readonly why: (values: { coop: string; roll: string }) => string
    readonly now: string
  }
  readonly SuccessorChangesBody: {
    readonly why: (values: { body: string; before: string }) => string
    readonly now: string
  }
  readonly BodyMissing: {
    readonly why: string
    readonly now: string
  }
  readonly BodyIsOurOwn: {
    readonly why: (values: { body: string }) => string
    readonly now: string
  }
  readonly BodyKeepsItsPlace: {
    readonly why: (values: { body: string; next: string }) => string
    readonly now: (values: { body: string; next: string }) => string
  }
  readonly NotTheBody: {
    readonly why: (values: { caller: string }) => string
    readonly now: string
  }
  readonly MembersAreLeft: {
    readonly why: string
    readonly now: string
  }
  readonly HandedOnFrom: {
    readonly why: (values: { from: string }) => string
    readonly now: string
  }
  readonly NobodyGetsIt: {
    readonly why: string
    readonly now: string
  }
  readonly RollIsEmpty: {
    readonly why: string
    readonly now: string
  }
  readonly HeirNeedsMajority: {
    readonly why: (values: { person: string }) => string
    readonly now: string
  }
  readonly HeirWithoutProof: {
    readonly why: (values: { person: string }) => string
    readonly now: string
  }
  readonly HeirInvalid: {
    readonly why: (values: { heir: string }) => string
    readonly now: string
  }
  readonly NeverOnTheRoll: {
    readonly why: (values: { person: string; coop: string }) => string
    readonly now: string
  }
  readonly HeirAlreadyNamed: {
    readonly why: (values: { heir: string; person: string }) => string
    readonly now: string
  }
  readonly HeirBarred: {
    readonly why: (values: { person: string; until: string }) => string
    readonly now: string
  }
  readonly NoHeirNamed: {
    readonly why: (values: { person: string }) => string
    readonly now: string
  }
  readonly HeirWaits: {
    readonly why: (values: { person: string; from: string }) => string
    readonly now: string
  }
  readonly PassedOnAlready: {
    readonly why: (values: { person: string }) => string
    readonly now: string
  }
  readonly NotTheHeir: {
    readonly why: (values: { caller: string; person: string }) => string
    readonly you: (values: { person: string }) => string
    readonly now: string
  }
  readonly EstateHeld: {
    readonly why: (values: { person: string }) => string
    readonly now: string
  }
}

export const errors = chapter<Words>('errors', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
