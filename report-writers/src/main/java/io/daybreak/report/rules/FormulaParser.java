package io.daybreak.report.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parses {@code {C 02.00, r0010, c0010} = {r0040} + sum({...}, {...})}: comparisons of expressions of cells, numbers, {@code + - * /},
 * parentheses, {@code sum}, {@code max}, {@code min} and {@code abs}, {@code sum(where({..} = 1){..})}, {@code = empty}, {@code isNull}, joined by
 * {@code and}, {@code or}, {@code not} and {@code if .. then .. else}. Recursive descent; one parser per formula.
 */
final class FormulaParser {

    private static final Set<String> COMPARISONS = Set.of("=", "==", "<=", ">=", "<", ">", "!=");

    private final String text;
    private int at;

    private FormulaParser(String text) {
        this.text = text;
    }

    /**
     * Parses a formula.
     *
     * @throws IllegalArgumentException if it uses more of the rule language than this parser knows, saying where
     */
    static Condition parse(String formula) {
        FormulaParser parser = new FormulaParser(formula);
        Condition condition = parser.condition();
        parser.skipSpace();
        if (parser.at != formula.length()) {
            throw parser.unexpected();
        }
        return condition;
    }

    private Condition condition() {
        if (!takesWord("if")) {
            return alternatives();
        }
        Condition when = condition();
        if (!takesWord("then")) {
            throw unexpected();
        }
        Condition then = condition();
        return new Condition.When(when, then, takesWord("else") ? condition() : new Condition.Constant(true));
    }

    private Condition alternatives() {
        List<Condition> parts = new ArrayList<>(List.of(conjunction()));
        while (takesWord("or")) {
            parts.add(conjunction());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Several(false, parts);
    }

    private Condition conjunction() {
        List<Condition> parts = new ArrayList<>(List.of(single()));
        while (takesWord("and")) {
            parts.add(single());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Several(true, parts);
    }

    private Condition single() {
        if (takesWord("not")) {
            return new Condition.Not(single());
        }
        if (takesWord("true")) {
            expect('(');
            expect(')');
            return new Condition.Constant(true);
        }
        if (takesWord("isNull")) {
            expect('(');
            Cell cell = cell();
            expect(')');
            return new Condition.Empty(cell, false);
        }
        if (peek() == '(') {
            // A parenthesis holds a condition or begins an expression: only what follows tells.
            int start = at;
            try {
                return comparison();
            } catch (IllegalArgumentException e) {
                at = start;
                next();
                Condition inner = condition();
                expect(')');
                return inner;
            }
        }
        return comparison();
    }

    private Condition comparison() {
        Term left = sum();
        String operator = operator();
        if (takesWord("empty")) {
            if (left instanceof Term.Reference reference && (operator.equals("=") || operator.equals("!="))) {
                return new Condition.Empty(reference.cell(), operator.equals("!="));
            }
            throw unexpected();
        }
        Term right = sum();
        if (right instanceof Term.Reference reference
                && Axis.isSeveral(reference.cell().row())) {
            throw unexpected();
        }
        return new Condition.Comparison(left, operator, right);
    }

    private String operator() {
        skipSpace();
        for (int length = 2; length >= 1; length--) {
            if (at + length <= text.length() && COMPARISONS.contains(text.substring(at, at + length))) {
                String operator = text.substring(at, at + length);
                at += length;
                return operator.equals("==") ? "=" : operator;
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
            return new Term.Reference(cell());
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
        if (!Character.isDigit(peek())) {
            throw unexpected();
        }
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
        if (name.equals("sum") && takesWord("where")) {
            return sumWhere();
        }
        List<Term> arguments = new ArrayList<>(List.of(sum()));
        while (peek() == ',') {
            next();
            arguments.add(sum());
        }
        expect(')');
        return new Term.Function(name, arguments);
    }

    private Term sumWhere() {
        expect('(');
        Cell filter = cell();
        String operator = operator();
        Term bound = number();
        expect(')');
        Cell summed = cell();
        expect(')');
        return new Term.SumWhere(filter, operator, ((Term.Constant) bound).value(), summed);
    }

    private Cell cell() {
        expect('{');
        int end = text.indexOf('}', at);
        if (end < 0) {
            throw unexpected();
        }
        try {
            Cell cell = ReferenceReader.read(text.substring(at, end));
            at = end + 1;
            return cell;
        } catch (IllegalArgumentException e) {
            throw unexpected();
        }
    }

    private boolean takesWord(String word) {
        skipSpace();
        int end = at + word.length();
        boolean there = text.startsWith(word, at) && (end == text.length() || !Character.isLetter(text.charAt(end)));
        at = there ? end : at;
        return there;
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
