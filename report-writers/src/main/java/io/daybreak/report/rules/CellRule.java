package io.daybreak.report.rules;

import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Severity;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A published rule between cells.
 *
 * @param id the authority's id
 * @param severity whether a breach holds the report
 * @param tables the templates it needs; the first gives the template where a cell names none
 * @param rows the rows it is run for; empty for the rows its cells name
 * @param columns likewise
 * @param sheets likewise
 * @param everySheet whether it is run for every sheet there is
 * @param everyRow whether it is run for every row there is
 * @param everyColumn whether it is run for every column there is
 * @param missingIsZero whether a cell without value counts as zero; otherwise the rule is not run
 * @param interval whether rounding of the cells is allowed for
 * @param formula the rule as published
 * @param condition the rule parsed
 */
record CellRule(
        String id,
        Severity severity,
        List<String> tables,
        List<String> rows,
        List<String> columns,
        List<String> sheets,
        boolean everySheet,
        boolean everyRow,
        boolean everyColumn,
        boolean missingIsZero,
        boolean interval,
        String formula,
        Condition condition) {

    private static final Set<String> ANYWHERE = Set.of("");

    /**
     * Runs the rule wherever it applies.
     *
     * @param halfUnit half a unit of the accuracy cells are reported in, allowed per cell where the rule allows for rounding
     * @return how many places it was run at
     */
    int run(Cells cells, BigDecimal halfUnit, Collection<Finding> findings) {
        for (String table : tables) {
            if (!cells.hasTemplate(table)) {
                return 0;
            }
        }
        String first = tables.get(0);
        int places = 0;
        for (String row : everyRow ? cells.rows(first) : orAnywhere(rows)) {
            for (String column : everyColumn ? cells.columns(first) : orAnywhere(columns)) {
                for (String sheet : everySheet ? cells.sheets(first) : orAnywhere(sheets)) {
                    places += runAt(new Cell(first, row, column, sheet), cells, halfUnit, findings) ? 1 : 0;
                }
            }
        }
        return places;
    }

    private static Collection<String> orAnywhere(List<String> scope) {
        return scope.isEmpty() ? ANYWHERE : scope;
    }

    private boolean runAt(Cell place, Cells cells, BigDecimal halfUnit, Collection<Finding> findings) {
        RuleAtPlace here = new RuleAtPlace(this, place, cells, halfUnit);
        RuleAtPlace.Verdict verdict = here.judge(condition);
        if (verdict == RuleAtPlace.Verdict.BROKEN) {
            boolean anywhere = place.row().isEmpty()
                    && place.column().isEmpty()
                    && place.sheet().isEmpty();
            findings.add(new Finding(
                    severity,
                    id,
                    tables.toString(),
                    anywhere ? formula : formula + " at " + place,
                    here.value(),
                    here.bound()));
        }
        return verdict != RuleAtPlace.Verdict.NOT_RUN;
    }
}
