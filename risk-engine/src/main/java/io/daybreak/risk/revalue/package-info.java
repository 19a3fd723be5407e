/**
 * What a book gains or loses in each scenario. Linear and gamma exposures are netted per (book, factor) before any
 * scenario is touched; options go through price grids with their tail
 * re-priced in full; bonds, swaps and forwards are cash flows netted per (curve, date). A book's result is its
 * {@link io.daybreak.risk.revalue.PnlVector}, whole numbers of 1e-4 currency units, so that vectors add with identical
 * bits in any order. Start at {@link io.daybreak.risk.revalue.NettedBook} and {@link io.daybreak.risk.revalue.Revaluation}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.revalue;
