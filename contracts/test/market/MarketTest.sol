// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ERC7913P256Verifier} from "@openzeppelin/contracts/utils/cryptography/verifiers/ERC7913P256Verifier.sol";
import {AgreementBook} from "../../src/AgreementBook.sol";
import {AgreementTerms} from "../../src/AgreementTerms.sol";
import {Autopilot} from "../../src/Autopilot.sol";
import {BillPreview} from "../../src/BillPreview.sol";
import {CircuitBreaker} from "../../src/CircuitBreaker.sol";
import {EnergyCredits} from "../../src/EnergyCredits.sol";
import {Escrow} from "../../src/Escrow.sol";
import {FlatFormula} from "../../src/formulas/FlatFormula.sol";
import {TimeOfUseFormula} from "../../src/formulas/TimeOfUseFormula.sol";
import {Role} from "../../src/interfaces/IMemberRegistry.sol";
import {MemberRegistry} from "../../src/MemberRegistry.sol";
import {MeterRegistry} from "../../src/MeterRegistry.sol";
import {OfferBook} from "../../src/OfferBook.sol";
import {PurchaseBook} from "../../src/PurchaseBook.sol";
import {PurchaseTermsCheck} from "../../src/PurchaseTermsCheck.sol";
import {Revisions} from "../../src/Revisions.sol";
import {Settlement} from "../../src/Settlement.sol";
import {SettlementToken} from "../../src/SettlementToken.sol";
import {SurplusBook} from "../../src/SurplusBook.sol";
import {SurplusMarket} from "../../src/SurplusMarket.sol";
import {SurplusSessions} from "../../src/SurplusSessions.sol";
import {TariffBook} from "../../src/TariffBook.sol";
import {TariffTable} from "../../src/types/Billing.sol";
import {Deployed} from "./Deployed.sol";
import {Figures} from "./Figures.sol";
import {ShanghaiMonths} from "./ShanghaiMonths.sol";

/// @notice The whole market, deployed the way a real deployment does it, with its members and calendar.
abstract contract MarketTest is Deployed {
    uint64 internal constant EXCHANGE = 1;
    uint64 internal constant GUARDIAN = 2;
    uint64 internal constant MINTER = 3;
    uint32 internal constant POWER_DELAY = 2 days;
    uint256 internal constant PERIODS = 26;

    address internal administrator = makeAddr("administrator");
    address internal exchange = makeAddr("exchange");
    address internal guardian = makeAddr("guardian");
    address internal grid = makeAddr("grid");
    address internal government = makeAddr("government");
    address internal subsidyPool = makeAddr("subsidy pool");
    address internal retailer = makeAddr("retailer");
    address internal rival = makeAddr("rival");
    address internal generator = makeAddr("generator");
    /// @dev Pays gas and holds no power at all.
    address internal relayer = makeAddr("relayer");

    AccessManager internal authority;
    SettlementToken internal token;
    ERC7913P256Verifier internal p256;
    MemberRegistry internal members;
    CircuitBreaker internal breaker;
    TariffBook internal tariffs;
    OfferBook internal offers;
    MeterRegistry internal meters;
    Escrow internal escrow;
    AgreementBook internal agreements;
    Revisions internal revisions;
    Settlement internal settlement;
    PurchaseBook internal purchases;
    EnergyCredits internal credits;
    SurplusBook internal surplusBook;
    SurplusMarket internal surplus;
    Autopilot internal autopilot;
    BillPreview internal billPreview;
    FlatFormula internal flatFormula;
    TimeOfUseFormula internal timeOfUseFormula;

    /// @dev Local months from December 2025 on; supply in the tests starts with boundaries[1], January 2026.
    uint40[] internal boundaries;

    function setUp() public virtual {
        vm.warp(ShanghaiMonths.startOf(2025, 12) + 19 days);
        _deploy();
        _grantPowers();
        _admitMembers();
        _publishCalendar();
    }

    /* DEPLOYMENT */

    function _deploy() private {
        authority = AccessManager(_deployed("AccessManager", abi.encode(address(this))));
        bytes memory power = abi.encode(authority);
        token = _newToken(address(authority));
        p256 = ERC7913P256Verifier(_deployed("ERC7913P256Verifier"));
        members = MemberRegistry(_deployed("MemberRegistry", power));
        breaker = CircuitBreaker(_deployed("CircuitBreaker", power));
        tariffs = TariffBook(_deployed("TariffBook", abi.encode(members)));
        offers = OfferBook(_deployed("OfferBook", abi.encode(authority, members, breaker)));
        meters = MeterRegistry(_deployed("MeterRegistry", abi.encode(authority, members)));
        escrow = Escrow(_deployed("Escrow", abi.encode(authority, token)));
        AgreementTerms.Market memory market = AgreementTerms.Market(members, breaker, tariffs, offers, meters, escrow);
        agreements = AgreementBook(_deployed("AgreementBook", abi.encode(authority, market)));
        _deploySurplus();
        revisions = Revisions(
            _deployed("Revisions", abi.encode(authority, breaker, tariffs, agreements, meters, escrow, surplusBook))
        );
        settlement = Settlement(
            _deployed("Settlement", abi.encode(breaker, tariffs, agreements, meters, escrow, revisions, surplusBook))
        );
        billPreview = BillPreview(_deployed("BillPreview"));
        PurchaseTermsCheck.Market memory checked = PurchaseTermsCheck.Market(members, tariffs, meters, agreements);
        purchases = PurchaseBook(_deployed("PurchaseBook", abi.encode(breaker, escrow, checked)));
        flatFormula = FlatFormula(_deployed("FlatFormula"));
        timeOfUseFormula = TimeOfUseFormula(_deployed("TimeOfUseFormula"));

        escrow.setModule(address(agreements), true);
        escrow.setModule(address(settlement), true);
        meters.setModule(address(settlement), true);
        agreements.setModule(address(settlement), true);
        escrow.setModule(address(purchases), true);
        meters.setModule(address(purchases), true);
        agreements.setModule(address(purchases), true);
        offers.setModule(address(agreements), true);
        escrow.setModule(address(revisions), true);
        meters.setModule(address(revisions), true);
        revisions.setModule(address(settlement), true);
        surplusBook.setModule(address(settlement), true);
        surplusBook.setModule(address(revisions), true);
        breaker.setModule(address(settlement), true);
        breaker.setModule(address(purchases), true);
        breaker.setBook(agreements);
    }

    function _deploySurplus() private {
        credits = EnergyCredits(_deployed("EnergyCredits", abi.encode(authority, members, tariffs, escrow)));
        surplusBook = SurplusBook(
            _deployed("SurplusBook", abi.encode(authority, agreements, meters, tariffs, credits))
        );
        SurplusSessions.Market memory market = SurplusSessions.Market(
            members,
            breaker,
            tariffs,
            escrow,
            credits,
            surplusBook
        );
        surplus = SurplusMarket(_deployed("SurplusMarket", abi.encode(market)));
        autopilot = Autopilot(_deployed("Autopilot", abi.encode(credits, surplus)));
        credits.setModule(address(surplus), true);
        credits.setModule(address(autopilot), true);
        credits.setModule(address(surplusBook), true);
        agreements.setModule(address(surplusBook), true);
        surplusBook.setModule(address(surplus), true);
        escrow.setModule(address(credits), true);
        escrow.setModule(address(surplus), true);
    }

    function _newToken(address power) internal virtual returns (SettlementToken) {
        return SettlementToken(_deployed("SettlementToken", abi.encode(power)));
    }

    /// @dev What is granted to nobody is the administrator's: modules change only after a delay that everyone can see.
    function _grantPowers() private {
        _allow(address(members), MemberRegistry.admit.selector, EXCHANGE);
        _allow(address(members), MemberRegistry.suspend.selector, EXCHANGE);
        _allow(address(members), MemberRegistry.reinstate.selector, EXCHANGE);
        _allow(address(members), MemberRegistry.setGroup.selector, EXCHANGE);
        _allow(address(breaker), CircuitBreaker.pause.selector, GUARDIAN);
        _allow(address(breaker), CircuitBreaker.resume.selector, GUARDIAN);
        _allow(address(breaker), CircuitBreaker.freeze.selector, GUARDIAN);
        _allow(address(breaker), CircuitBreaker.thaw.selector, GUARDIAN);
        _allow(address(breaker), CircuitBreaker.setRules.selector, EXCHANGE);
        _allow(address(token), SettlementToken.mint.selector, MINTER);
        authority.grantRole(EXCHANGE, exchange, 0);
        authority.grantRole(GUARDIAN, guardian, 0);
        authority.grantRole(MINTER, address(this), 0);
        authority.grantRole(authority.ADMIN_ROLE(), administrator, POWER_DELAY);
        authority.renounceRole(authority.ADMIN_ROLE(), address(this));
    }

    function _allow(address target, bytes4 selector, uint64 role) private {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        authority.setTargetFunctionRole(target, selectors, role);
    }

    /* MEMBERS AND CALENDAR */

    function _admitMembers() private {
        vm.startPrank(exchange);
        members.admit(exchange, 1 << uint8(Role.Exchange));
        members.admit(grid, 1 << uint8(Role.Grid));
        members.admit(retailer, 1 << uint8(Role.Retailer));
        members.admit(rival, 1 << uint8(Role.Retailer));
        members.admit(generator, 1 << uint8(Role.Generator));
        offers.allowFormula(address(flatFormula), true);
        offers.allowFormula(address(timeOfUseFormula), true);
        vm.stopPrank();
    }

    function _publishCalendar() private {
        boundaries = ShanghaiMonths.boundaries(2025, 12, PERIODS);
        vm.startPrank(exchange);
        tariffs.publishPeriods(boundaries);
        for (uint256 i; i < PERIODS; ++i) {
            tariffs.publish(_tableOf(i));
        }
        vm.stopPrank();
    }

    /// @dev The Hubei table of one period of `boundaries`.
    function _tableOf(uint256 period) internal view returns (TariffTable memory) {
        Figures.Payees memory payees = Figures.Payees(grid, government, subsidyPool);
        return Figures.hubei(boundaries[period], boundaries[period + 1], payees);
    }
}
