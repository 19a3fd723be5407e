package io.daybreak.emr.price;

/** How an instance is bought. */
public enum Market {
    ON_DEMAND,
    SPOT
}
