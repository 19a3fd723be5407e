package io.daybreak.risk.lifetime;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;

/**
 * What BG/NBD needs to know of a customer.
 *
 * @param repeatPurchases x: purchases after the first
 * @param lastPurchaseTime t_x: from the first purchase to the last; zero when there was no repeat
 * @param observedTime T: from the first purchase to the end of observation
 */
public record PurchaseHistory(int repeatPurchases, double lastPurchaseTime, double observedTime)
        implements Serializable {
    public PurchaseHistory {
        Refuse.fewerThan("repeatPurchases", repeatPurchases, 0);
        Refuse.nonPositive("observedTime", observedTime);
        Refuse.outside("lastPurchaseTime", lastPurchaseTime, 0.0, observedTime);
        if (repeatPurchases > 0 && lastPurchaseTime == 0.0) {
            throw new RefusedInputException("lastPurchaseTime is 0 with " + repeatPurchases
                    + " repeat purchases; repeats come after the first");
        }
        if (repeatPurchases == 0 && lastPurchaseTime > 0.0) {
            throw new RefusedInputException(
                    "lastPurchaseTime is " + lastPurchaseTime + " without repeat purchases; it must be 0");
        }
    }
}
