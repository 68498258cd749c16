// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PaymentLib} from "../../src/libraries/PaymentLib.sol";
import {Micro} from "../../src/types/Units.sol";

/// @notice For every payment, compensation and purse, in all their 128 bits.
contract PaymentLibSymbolic {
    function check_ThePartsAreTheSums(
        uint128 payment,
        uint128 compensation,
        bool payerIsGrid,
        uint128 payerFree,
        uint128 generatorFree,
        uint128 deposit
    ) external pure {
        PaymentLib.Purse memory purse = PaymentLib.Purse(
            payerIsGrid,
            Micro.wrap(payerFree),
            Micro.wrap(generatorFree),
            Micro.wrap(deposit)
        );
        PaymentLib.Split memory s = PaymentLib.split(Micro.wrap(payment), Micro.wrap(compensation), purse);
        assert(_sum(s.setOff, s.received, s.paymentOwed) == payment);
        assert(_sum(s.setOff, s.fromFree, s.fromDeposit) + Micro.unwrap(s.compensationOwed) == compensation);
        // Nobody pays more than there is.
        assert(Micro.unwrap(s.fromFree) <= generatorFree);
        assert(Micro.unwrap(s.fromDeposit) <= deposit);
        uint256 fromPayer = uint256(Micro.unwrap(s.received)) + (payerIsGrid ? 0 : Micro.unwrap(s.setOff));
        assert(fromPayer <= payerFree);
    }

    function _sum(Micro a, Micro b, Micro c) private pure returns (uint256) {
        return uint256(Micro.unwrap(a)) + Micro.unwrap(b) + Micro.unwrap(c);
    }
}
