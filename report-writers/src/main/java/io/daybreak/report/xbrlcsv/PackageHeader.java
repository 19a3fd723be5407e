package io.daybreak.report.xbrlcsv;

import io.daybreak.report.check.CheckDigits;
import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import io.daybreak.report.check.IdentifierCheck;
import io.daybreak.report.input.ReportInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header values of a package, checked. */
record PackageHeader(
        String entityLei,
        String scope,
        String country,
        LocalDate referenceDate,
        String currency,
        LocalDateTime createdAt) {

    private static final Set<String> SCOPES = Set.of("IND", "CON", "CRDLIQSUBGRP");
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

    static PackageHeader of(ReportInput input, Findings findings) {
        String lei = text(input, "entity_lei", findings);
        if (!CheckDigits.isLei(lei)) {
            findings.add(Finding.error("lei", "header", "entity_lei", lei, IdentifierCheck.LEI.bound()));
        }
        String scope = text(input, "scope", findings);
        if (!SCOPES.contains(scope)) {
            findings.add(Finding.error("code-list", "header", "scope", scope, "one of IND, CON, CRDLIQSUBGRP"));
        }
        String country = text(input, "country", findings);
        if (!IdentifierCheck.COUNTRY.passes(country)) {
            findings.add(Finding.error("country", "header", "country", country, IdentifierCheck.COUNTRY.bound()));
        }
        String currency = text(input, "base_currency", findings);
        if (!IdentifierCheck.CURRENCY.passes(currency)) {
            findings.add(
                    Finding.error("currency", "header", "base_currency", currency, IdentifierCheck.CURRENCY.bound()));
        }
        return new PackageHeader(lei, scope, country, date(input, findings), currency, created(input, findings));
    }

    private static String text(ReportInput input, String name, Findings findings) {
        return input.header().get(name) instanceof String text ? text : missing(name, findings);
    }

    private static String missing(String name, Findings findings) {
        findings.add(Finding.error("required", "header", name, "", "a value"));
        return "";
    }

    private static LocalDate date(ReportInput input, Findings findings) {
        if (input.header().get("reference_date") instanceof LocalDate date) {
            return date;
        }
        missing("reference_date", findings);
        return LocalDate.EPOCH;
    }

    private static LocalDateTime created(ReportInput input, Findings findings) {
        @Nullable Object value = input.header().get("created_at");
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (value instanceof LocalDateTime dateTime) {
            return dateTime;
        }
        missing("created_at", findings);
        return LocalDate.EPOCH.atStartOfDay();
    }

    /** The name of the package and of its one folder (EBA-NAME-001 to 071). */
    String packageName(Module module) {
        return "%s.%s_%s_%s_%s_%s_%s"
                .formatted(
                        safe(entityLei),
                        safe(scope),
                        safe(country),
                        module.framework(),
                        module.code(),
                        referenceDate,
                        CREATED.format(createdAt));
    }

    private static String safe(String part) {
        // What is not a sound part of a name has its finding already; the file it would name is never published.
        return part.matches("[A-Za-z0-9]{1,20}") ? part : "unnamed";
    }
}
