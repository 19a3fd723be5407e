package io.daybreak.report.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses {@code {C 02.00, r0010, c0010} = {r0040} + sum({...}, {...})}: a comparison of two expressions of cells, numbers, {@code + - * /},
 * parentheses, {@code sum}, {@code max}, {@code min} and {@code abs}. Recursive descent; one parser per formula.
 */
final class FormulaParser {

    private static final Pattern PART = Pattern.compile("([rcs])(\\d{3,4})");
    private static final Set<String> COMPARISONS = Set.of("=", "==", "<=", ">=", "<", ">", "!=");

    private final String text;
    private int at;

    private FormulaParser(String text) {
        this.text = text;
    }

    /**
     * A comparison.
     *
     * @param operator one of {@code = <= >= < > !=}
     */
    record Comparison(Term left, String operator, Term right) {}

    /**
     * Parses a formula.
     *
     * @throws IllegalArgumentException if it uses more of the rule language than this parser knows, saying where
     */
    static Comparison parse(String formula) {
        FormulaParser parser = new FormulaParser(formula);
        Term left = parser.sum();
        String operator = parser.comparison();
        Term right = parser.sum();
        parser.skipSpace();
        if (parser.at != formula.length()) {
            throw parser.unexpected();
        }
        return new Comparison(left, operator.equals("==") ? "=" : operator, right);
    }

    private String comparison() {
        skipSpace();
        for (int length = 2; length >= 1; length--) {
            if (at + length <= text.length() && COMPARISONS.contains(text.substring(at, at + length))) {
                at += length;
                return text.substring(at - length, at);
            }
        }
        throw unexpected();
    }

    private Term sum() {
        Term term = peek() == '+' || peek() == '-' ? new Term.Constant(BigDecimal.ZERO) : product();
        while (peek() == '+' || peek() == '-') {
            term = new Term.Operation(next(), term, product());
        }
        return term;
    }

    private Term product() {
        Term term = factor();
        while (peek() == '*' || peek() == '/') {
            term = new Term.Operation(next(), term, factor());
        }
        return term;
    }

    private Term factor() {
        char c = peek();
        if (c == '(') {
            next();
            Term term = sum();
            expect(')');
            return term;
        }
        if (c == '{') {
            return reference();
        }
        if (Character.isDigit(c)) {
            return number();
        }
        if (Character.isLetter(c)) {
            return function();
        }
        throw unexpected();
    }

    private Term number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        BigDecimal value = new BigDecimal(text.substring(start, at));
        if (peek() == '%') {
            next();
            value = value.movePointLeft(2);
        }
        return new Term.Constant(value);
    }

    private Term function() {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (!Set.of("sum", "max", "min", "abs").contains(name)) {
            at = start;
            throw unexpected();
        }
        expect('(');
        List<Term> arguments = new ArrayList<>(List.of(sum()));
        while (peek() == ',') {
            next();
            arguments.add(sum());
        }
        expect(')');
        return new Term.Function(name, arguments);
    }

    private Term reference() {
        int end = text.indexOf('}', at);
        if (end < 0) {
            throw unexpected();
        }
        String template = "";
        String row = "";
        String column = "";
        String sheet = "";
        for (String part : text.substring(at + 1, end).split(",")) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                if (!template.isEmpty() || part.contains("[") || part.contains("-")) {
                    throw unexpected();
                }
                template = part.strip();
            } else {
                switch (matcher.group(1)) {
                    case "r" -> row = matcher.group(2);
                    case "c" -> column = matcher.group(2);
                    default -> sheet = matcher.group(2);
                }
            }
        }
        at = end + 1;
        return new Term.Reference(new Cell(template, row, column, sheet));
    }

    private char peek() {
        skipSpace();
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char next() {
        skipSpace();
        return text.charAt(at++);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected();
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("formula '" + text + "' is not understood from position " + (at + 1));
    }
}
