// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICircuitBreaker, Activity, Rule} from "../src/interfaces/ICircuitBreaker.sol";
import {Terms} from "../src/types/Agreement.sol";
import {SettlementItem} from "../src/types/Billing.sol";
import {Offer} from "../src/types/Offer.sol";
import {Micro} from "../src/types/Units.sol";
import {SupplyTest} from "./market/SupplyTest.sol";

/// @notice A refused batch is settled in parts: whatever is wrong with some items, the others are settled as if they were alone.
contract SettlementPartsTest is SupplyTest {
    uint256 private constant CUSTOMERS = 7;
    uint64 private constant USED = 100_000_000;
    /// @dev 100,000 kWh at the price and the components of Figures: each customer's bill.
    uint256 private constant BILL = 65_188_600_000;

    Offer private offer;
    Supply[] private customers;
    Terms[] private signed;
    bytes32[] private ids;

    function setUp() public override {
        super.setUp();
        offer = _flatOffer();
        _publish(offer);
        uint256 signedAt = block.timestamp;
        for (uint256 i; i < CUSTOMERS; ++i) {
            vm.warp(signedAt);
            Supply memory s = _supply(string.concat("customer ", vm.toString(i)), 200_000_000_000);
            (Terms memory terms, bytes32 id) = _sign(s, offer);
            _openSupply(s, terms.start);
            customers.push(s);
            signed.push(terms);
            ids.push(id);
        }
        vm.warp(boundaries[2]);
    }

    function _batch(uint256 bad) private view returns (SettlementItem[] memory items) {
        items = new SettlementItem[](CUSTOMERS);
        for (uint256 i; i < CUSTOMERS; ++i) {
            items[i] = _item(customers[i], signed[i], boundaries[2], USED);
            if (bad & (1 << i) != 0) items[i].signature = hex"00";
        }
    }

    function testFuzz_TheGoodItemsSettleWhateverIsWrongWithTheRest(uint8 mask) public {
        uint256 bad = mask % (1 << CUSTOMERS);
        uint256 good;
        uint128[] memory free = new uint128[](CUSTOMERS);
        for (uint256 i; i < CUSTOMERS; ++i) {
            if (bad & (1 << i) == 0) ++good;
            free[i] = _free(customers[i].consumer.addr);
        }
        uint128 before = _free(retailer) + _free(grid) + _free(government) + _free(subsidyPool);

        assertEq(settlement.settle(_tableOf(1), offer, _batch(bad)), good);

        for (uint256 i; i < CUSTOMERS; ++i) {
            bool settled = bad & (1 << i) == 0;
            assertEq(agreements.stateOf(ids[i]).periods, settled ? 1 : 0);
            assertEq(free[i] - _free(customers[i].consumer.addr), settled ? BILL : 0);
        }
        uint128 received = _free(retailer) + _free(grid) + _free(government) + _free(subsidyPool);
        assertEq(received - before, good * BILL);
    }

    /// @dev Counted once, when all parts are settled: a part that reaches the limit does not refuse the next.
    function test_TheOutflowOfAllPartsCountsAsOne() public {
        vm.prank(exchange);
        breaker.setRules(ICircuitBreaker.Rules(0, 1 days, 1 days, Micro.wrap(uint128(3 * BILL))));
        vm.expectEmit(address(breaker));
        emit ICircuitBreaker.Tripped(Rule.OutflowAboveLimit, 0, 6 * BILL, 3 * BILL, uint40(block.timestamp + 1 days));
        assertEq(settlement.settle(_tableOf(1), offer, _batch(1 << 4)), 6);
        assertEq(breaker.pausedUntil(Activity.Settling), block.timestamp + 1 days);
    }
}
