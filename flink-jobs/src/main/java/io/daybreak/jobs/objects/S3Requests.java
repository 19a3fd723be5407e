package io.daybreak.jobs.objects;

import java.math.BigDecimal;

/** Requests made of S3, by what they are charged as. */
public record S3Requests(long gets, long heads, long puts, long lists, long copies, long deletes) {

    /** S3 Standard in us-east-1, AWS's price list of July 2026: PUT, COPY, POST and LIST 0.005 USD a thousand. */
    private static final BigDecimal WRITE_USD = new BigDecimal("0.000005");

    /** As above: GET, HEAD and all others 0.0004 USD a thousand; DELETE is free. */
    private static final BigDecimal READ_USD = new BigDecimal("0.0000004");

    /** What came after an earlier count. */
    public S3Requests since(S3Requests earlier) {
        return new S3Requests(
                gets - earlier.gets,
                heads - earlier.heads,
                puts - earlier.puts,
                lists - earlier.lists,
                copies - earlier.copies,
                deletes - earlier.deletes);
    }

    /** Both counts together. */
    public S3Requests plus(S3Requests other) {
        return new S3Requests(
                gets + other.gets,
                heads + other.heads,
                puts + other.puts,
                lists + other.lists,
                copies + other.copies,
                deletes + other.deletes);
    }

    /** What they cost in US dollars, unrounded. */
    public BigDecimal costUsd() {
        return WRITE_USD
                .multiply(BigDecimal.valueOf(puts + lists + copies))
                .add(READ_USD.multiply(BigDecimal.valueOf(gets + heads)));
    }
}
