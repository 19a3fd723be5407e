package io.daybreak.risk.scenario;

import io.daybreak.risk.RefusedInputException;
import java.util.List;
import java.util.Set;

/**
 * A cube in which only some factors move and the others stand still: P&L by risk class, and the nested factor sets of
 * the liquidity horizons (MAR33.5).
 *
 * <p>Scenario {@code i} is the same state of the market as in the base cube, looked at through some factors only; so the
 * identity is the base's, and the vectors of disjoint restrictions of a linear book add up to the book's.
 */
public final class RestrictedScenarios implements Scenarios {
    private static final long serialVersionUID = 1L;

    private final Scenarios base;
    private final boolean[] moves;

    private RestrictedScenarios(Scenarios base, boolean[] moves) {
        this.base = base;
        this.moves = moves;
    }

    /** Only factors of these classes move; refused if there are none in the set. */
    public static RestrictedScenarios toClasses(Scenarios base, Set<RiskClass> classes) {
        List<RiskFactor> factors = base.factors().asList();
        boolean[] moves = new boolean[factors.size()];
        boolean any = false;
        for (int f = 0; f < moves.length; f++) {
            moves[f] = classes.contains(factors.get(f).riskClass());
            any |= moves[f];
        }
        if (!any) {
            throw new RefusedInputException("none of " + moves.length + " factors belongs to " + classes
                    + "; a cube in which nothing moves says nothing");
        }
        return new RestrictedScenarios(base, moves);
    }

    /** Only the factors with a true entry move. */
    public static RestrictedScenarios toFactors(Scenarios base, boolean[] moves) {
        io.daybreak.risk.Refuse.differentLength(
                "moving factors", moves.length, base.factors().size());
        return new RestrictedScenarios(base, moves.clone());
    }

    @Override
    public String identity() {
        return base.identity();
    }

    @Override
    public FactorSet factors() {
        return base.factors();
    }

    @Override
    public int count() {
        return base.count();
    }

    @Override
    public String label(int index) {
        return base.label(index);
    }

    @Override
    public void fill(ScenarioTile tile, int from, int to) {
        base.fill(tile, from, to);
        for (int f = 0; f < moves.length; f++) {
            if (!moves[f]) {
                java.util.Arrays.fill(tile.row(f), 0, tile.length(), 0.0);
            }
        }
    }
}
