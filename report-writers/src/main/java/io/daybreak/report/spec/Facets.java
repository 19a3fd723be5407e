package io.daybreak.report.spec;

import io.daybreak.report.check.CharacterSet;
import io.daybreak.report.check.IdentifierCheck;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Bounds and formatting of a field type.
 *
 * @param minLength fewest characters
 * @param maxLength most characters
 * @param pattern regular expression the whole text matches
 * @param codes the only texts allowed; empty for any
 * @param check identifier check
 * @param characters allowed characters
 * @param forbidden single characters not allowed although in the set, such as a delimiter
 * @param digits most digits of a number
 * @param fraction most decimals, or -1 for any; the implied places of an implied decimal
 * @param scale decimals always written, or -1 for as many as the value has
 * @param least smallest number
 * @param most largest number
 * @param format date-time pattern; empty for ISO 8601
 * @param yes text of true
 * @param no text of false
 * @param lastDigits how many last digits of a whole number are kept, 0 for all
 * @param decimalComma whether a comma stands for the point and is always written (SWIFT)
 */
public record Facets(
        int minLength,
        int maxLength,
        Optional<String> pattern,
        Set<String> codes,
        Optional<IdentifierCheck> check,
        CharacterSet characters,
        String forbidden,
        int digits,
        int fraction,
        int scale,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        Optional<String> format,
        String yes,
        String no,
        int lastDigits,
        boolean decimalComma) {

    /** No bounds. */
    public static final Facets NONE = new Facets(
            0,
            Integer.MAX_VALUE,
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            CharacterSet.XML,
            "",
            Integer.MAX_VALUE,
            -1,
            -1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "true",
            "false",
            0,
            false);

    public Facets {
        if (minLength < 0 || minLength > maxLength) {
            throw new IllegalArgumentException("length " + minLength + ".." + maxLength + " is no range");
        }
        codes = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(codes));
    }

    /** With a length range. */
    public Facets withLength(int min, int max) {
        return new Facets(
                min,
                max,
                pattern,
                codes,
                check,
                characters,
                forbidden,
                digits,
                fraction,
                scale,
                least,
                most,
                format,
                yes,
                no,
                lastDigits,
                decimalComma);
    }

    /** With a pattern. */
    public Facets withPattern(String regex) {
        return new Facets(
                minLength,
                maxLength,
                Optional.of(regex),
                codes,
                check,
                characters,
                forbidden,
                digits,
                fraction,
                scale,
                least,
                most,
                format,
                yes,
                no,
                lastDigits,
                decimalComma);
    }

    /** With a code list. */
    public Facets withCodes(Set<String> list) {
        return new Facets(
                minLength,
                maxLength,
                pattern,
                list,
                check,
                characters,
                forbidden,
                digits,
                fraction,
                scale,
                least,
                most,
                format,
                yes,
                no,
                lastDigits,
                decimalComma);
    }

    /** With an identifier check. */
    public Facets withCheck(IdentifierCheck identifier) {
        return new Facets(
                minLength,
                maxLength,
                pattern,
                codes,
                Optional.of(identifier),
                characters,
                forbidden,
                digits,
                fraction,
                scale,
                least,
                most,
                format,
                yes,
                no,
                lastDigits,
                decimalComma);
    }

    /** With a character set and single characters taken out of it. */
    public Facets withCharacters(CharacterSet set, String without) {
        return new Facets(
                minLength,
                maxLength,
                pattern,
                codes,
                check,
                set,
                without,
                digits,
                fraction,
                scale,
                least,
                most,
                format,
                yes,
                no,
                lastDigits,
                decimalComma);
    }

    /** With bounds on a number's digits. */
    public Facets withDigits(int total, int decimals, int written) {
        return new Facets(
                minLength,
                maxLength,
                pattern,
                codes,
                check,
                characters,
                forbidden,
                total,
                decimals,
                written,
                least,
                most,
                format,
                yes,
                no,
                lastDigits,
                decimalComma);
    }

    /** With a range. */
    public Facets withRange(Optional<BigDecimal> smallest, Optional<BigDecimal> largest) {
        return new Facets(
                minLength,
                maxLength,
                pattern,
                codes,
                check,
                characters,
                forbidden,
                digits,
                fraction,
                scale,
                smallest,
                largest,
                format,
                yes,
                no,
                lastDigits,
                decimalComma);
    }

    /** With a date-time pattern. */
    public Facets withFormat(String dateTimePattern) {
        return new Facets(
                minLength,
                maxLength,
                pattern,
                codes,
                check,
                characters,
                forbidden,
                digits,
                fraction,
                scale,
                least,
                most,
                Optional.of(dateTimePattern),
                yes,
                no,
                lastDigits,
                decimalComma);
    }

    /** With words for true and false. */
    public Facets withWords(String whenTrue, String whenFalse) {
        return new Facets(
                minLength,
                maxLength,
                pattern,
                codes,
                check,
                characters,
                forbidden,
                digits,
                fraction,
                scale,
                least,
                most,
                format,
                whenTrue,
                whenFalse,
                lastDigits,
                decimalComma);
    }

    /** With only the last digits of a whole number kept. */
    public Facets withLastDigits(int kept) {
        return new Facets(
                minLength,
                maxLength,
                pattern,
                codes,
                check,
                characters,
                forbidden,
                digits,
                fraction,
                scale,
                least,
                most,
                format,
                yes,
                no,
                kept,
                decimalComma);
    }

    /** With the decimal comma of SWIFT. */
    public Facets withDecimalComma() {
        return new Facets(
                minLength,
                maxLength,
                pattern,
                codes,
                check,
                characters,
                forbidden,
                digits,
                fraction,
                scale,
                least,
                most,
                format,
                yes,
                no,
                lastDigits,
                true);
    }
}
