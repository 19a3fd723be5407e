package io.daybreak.report.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of a published list that are in force and that this language can say; the others are counted, not passed over in silence. */
public final class RuleBook {

    private static final Pattern SCOPE = Pattern.compile("scope\\(\\{([^}]*)}");

    /** Interval arithmetic is spelt with an i before the operator. */
    private static final Pattern INTERVAL = Pattern.compile(" i[=<>!+*/-]");

    private final List<CellRule> rules;
    private final Map<String, String> notUnderstood;

    private RuleBook(List<CellRule> rules, Map<String, String> notUnderstood) {
        this.rules = List.copyOf(rules);
        this.notUnderstood = Map.copyOf(notUnderstood);
    }

    /**
     * What a run of the rules found.
     *
     * @param rulesRun rules whose templates are there and that were run at one place at least
     * @param placesRun how often rules were run
     * @param findings the breaches
     */
    public record Outcome(int rulesRun, long placesRun, List<Finding> findings) {
        public Outcome {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads a rule list: JSON with {@code rules}, each with {@code id}, {@code severity}, {@code status}, {@code tables}, {@code rows},
     * {@code columns}, {@code sheets} and their {@code _scope} (list, all or none), {@code formula}, {@code if_value_missing} and
     * {@code arithmetic_approach}, the columns of the EBA's own list; or with {@code expression}, {@code expression_raw} and {@code scope},
     * those of the Bank of England's.
     */
    public static RuleBook read(InputStream json) throws IOException {
        List<CellRule> rules = new ArrayList<>();
        Map<String, String> notUnderstood = new TreeMap<>();
        for (JsonNode rule : new ObjectMapper().readTree(json).path("rules")) {
            if (isInForce(rule)) {
                String id = rule.path("id").asText();
                try {
                    rules.add(rule(id, rule));
                } catch (IllegalArgumentException e) {
                    notUnderstood.put(id, String.valueOf(e.getMessage()));
                }
            }
        }
        return new RuleBook(rules, notUnderstood);
    }

    private static boolean isInForce(JsonNode rule) {
        List<String> status = texts(rule.path("status"));
        boolean reactivated = rule.hasNonNull("reactivated_on") && !status.contains("deleted");
        return status.contains("live") || reactivated;
    }

    private static CellRule rule(String id, JsonNode rule) {
        return rule.has("expression") ? expressed(id, rule) : formulated(id, rule);
    }

    private static CellRule formulated(String id, JsonNode rule) {
        String formula = rule.path("formula").asText();
        return new CellRule(
                id,
                severity(rule),
                tables(rule, formula),
                texts(rule.path("rows")),
                texts(rule.path("columns")),
                texts(rule.path("sheets")),
                rule.path("sheets_scope").asText().equals("all"),
                rule.path("rows_scope").asText().equals("all"),
                rule.path("columns_scope").asText().equals("all"),
                rule.path("if_value_missing").asText().startsWith("treat as zero"),
                rule.path("arithmetic_approach").asText().equals("Interval"),
                formula,
                FormulaParser.parse(formula));
    }

    /** A rule as the Bank of England lists it: where it runs stands in a scope, how cells default and round in the raw expression. */
    private static CellRule expressed(String id, JsonNode rule) {
        String formula = rule.path("expression").asText();
        for (String more : List.of("precondition", "where", "join")) {
            if (rule.hasNonNull(more)) {
                throw new IllegalArgumentException(
                        "formula '" + formula + "' has a " + more + ", which is not understood");
            }
        }
        String raw = rule.path("expression_raw").asText();
        Matcher scope = SCOPE.matcher(rule.path("scope").asText(""));
        Cell where = scope.find() ? ReferenceReader.read(withoutFramework(scope.group(1))) : new Cell("", "", "", "");
        return new CellRule(
                id,
                severity(rule),
                tables(rule, formula),
                list(where.row()),
                list(where.column()),
                list(where.sheet()),
                false,
                false,
                false,
                raw.contains("dv: 0"),
                INTERVAL.matcher(raw).find(),
                formula,
                FormulaParser.parse(formula));
    }

    private static String withoutFramework(String reference) {
        return reference.replaceAll(", *fv?: *[a-z_]+", "");
    }

    private static List<String> list(String part) {
        return part.isEmpty() ? List.of() : List.of(part.split(";"));
    }

    private static Severity severity(JsonNode rule) {
        return rule.path("severity").asText().equals("ERROR") ? Severity.ERROR : Severity.WARNING;
    }

    private static List<String> tables(JsonNode rule, String formula) {
        List<String> tables = texts(rule.path("tables"));
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("scope of formula '" + formula + "' is not understood");
        }
        return tables;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** How many rules are run. */
    public int size() {
        return rules.size();
    }

    /** Rules in force that say more than this language can, by id, with the reason. */
    public Map<String, String> notUnderstood() {
        return notUnderstood;
    }

    /**
     * Runs every rule whose templates are there.
     *
     * @param halfUnit half a unit of the accuracy the cells are reported in; zero for exact cells
     */
    public Outcome run(Cells cells, BigDecimal halfUnit) {
        List<Finding> findings = new ArrayList<>();
        int rulesRun = 0;
        long placesRun = 0;
        for (CellRule rule : rules) {
            int places = rule.run(cells, halfUnit, findings);
            rulesRun += places > 0 ? 1 : 0;
            placesRun += places;
        }
        return new Outcome(rulesRun, placesRun, findings);
    }
}
