package io.daybreak.jobs.prepare;

import io.daybreak.jobs.columnar.BatchRow;
import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.columnar.LongVector;
import io.daybreak.jobs.columnar.TextDictionary;
import io.daybreak.jobs.columnar.TextListVector;
import io.daybreak.jobs.columnar.TextVector;
import io.daybreak.jobs.columnar.Vector;
import io.daybreak.jobs.prepare.ValidationRule.Severity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Prepares the rows of a batch together. {@link BatchScreen} passes the rows that break no rule; the few others are
 * judged by {@link TransactionValidator}, the one place that says which rules a row fails.
 */
final class BatchPrepare {

    private final ReferenceData reference;
    private final TransactionValidator validator;
    private final BatchScreen screen;
    private final BatchEnricher enricher;

    private final TextDictionary files = new TextDictionary();
    private final LongVector sourceRow = new LongVector();
    private final TextVector sourceFile = new TextVector();
    private final TextVector processingDate = new TextVector();
    private final TextDictionary date;

    private final TextListVector failedRules;
    private final TextVector severity = new TextVector();
    private final TextDictionary severities;

    private int[] accepted = new int[0];
    private int[] rejected = new int[0];
    private int acceptedCount;
    private int rejectedCount;
    private Vector[] enrichedColumns = new Vector[0];
    private Vector[] rejectedColumns = new Vector[0];

    BatchPrepare(ReferenceData reference, TransactionValidator validator, LocalDate businessDate) {
        this.reference = reference;
        this.validator = validator;
        this.screen = new BatchScreen(reference, validator);
        this.enricher = new BatchEnricher(reference, screen);
        this.date = TextDictionary.of(businessDate.toString());
        this.failedRules = new TextListVector(TextDictionary.of(
                Arrays.stream(ValidationRule.values()).map(ValidationRule::id).toArray(String[]::new)));
        this.severities = TextDictionary.of(
                Arrays.stream(Severity.values()).map(Severity::name).toArray(String[]::new));
    }

    /** Splits a batch into accepted and rejected rows and computes their further columns. */
    void process(ColumnBatch batch) {
        int rows = batch.rows();
        start(batch, rows);
        boolean[] suspect = screen.suspects(batch);
        BatchRow row = new BatchRow(batch);
        for (int i = 0; i < rows; i++) {
            long failures = suspect[i] ? failures(row.at(i)) : 0;
            if (failures == 0) {
                accepted[acceptedCount++] = i;
            } else {
                rejected[rejectedCount++] = i;
                failedRules.set(i, failures);
                severity.set(i, worst(failures).ordinal());
            }
        }
        enricher.enrich(batch, accepted, acceptedCount);
        place(batch);
    }

    private void start(ColumnBatch batch, int rows) {
        if (accepted.length < rows) {
            accepted = new int[rows];
            rejected = new int[rows];
        }
        acceptedCount = 0;
        rejectedCount = 0;
        failedRules.reset(rows);
        severity.reset(rows, severities);
        sourceRow.reset(rows);
        byte[] name = batch.file().getBytes(StandardCharsets.UTF_8);
        int file = files.add(name, 0, name.length);
        sourceFile.reset(rows, files);
        processingDate.reset(rows, date);
        for (int i = 0; i < rows; i++) {
            sourceRow.set(i, batch.firstRow() + i);
            sourceFile.set(i, file);
            processingDate.set(i, 0);
        }
    }

    private long failures(BatchRow row) {
        return validator.failures(
                row,
                reference,
                row.isNullAt(TransactionColumns.ACCOUNT_ID)
                        ? null
                        : reference.account(row.getString(TransactionColumns.ACCOUNT_ID)),
                row.isNullAt(TransactionColumns.CUSTOMER_ID)
                        ? null
                        : reference.customer(row.getString(TransactionColumns.CUSTOMER_ID)));
    }

    private static Severity worst(long failures) {
        for (ValidationRule rule : ValidationRule.values()) {
            if ((failures & rule.bit()) != 0 && rule.severity() == Severity.FATAL) {
                return Severity.FATAL;
            }
        }
        return Severity.ERROR;
    }

    /** Lays the columns out in the order of the two tables. */
    private void place(ColumnBatch batch) {
        Vector[] landed = batch.columns();
        Vector[] added = enricher.columns();
        if (enrichedColumns.length == 0) {
            enrichedColumns = new Vector[landed.length + 3 + added.length];
            rejectedColumns = new Vector[landed.length + 5];
        }
        System.arraycopy(landed, 0, enrichedColumns, 0, landed.length);
        System.arraycopy(landed, 0, rejectedColumns, 0, landed.length);
        enrichedColumns[landed.length] = sourceFile;
        rejectedColumns[landed.length] = sourceFile;
        enrichedColumns[landed.length + 1] = sourceRow;
        rejectedColumns[landed.length + 1] = sourceRow;
        System.arraycopy(added, 0, enrichedColumns, landed.length + 2, added.length);
        enrichedColumns[landed.length + 2 + added.length] = processingDate;
        rejectedColumns[landed.length + 2] = failedRules;
        rejectedColumns[landed.length + 3] = severity;
        rejectedColumns[landed.length + 4] = processingDate;
    }

    int[] accepted() {
        return accepted;
    }

    int acceptedCount() {
        return acceptedCount;
    }

    int[] rejected() {
        return rejected;
    }

    int rejectedCount() {
        return rejectedCount;
    }

    /** The columns of {@code enriched_transactions}, set in the accepted rows. */
    Vector[] enrichedColumns() {
        return enrichedColumns;
    }

    /** The columns of {@code rejected_transactions}, set in the rejected rows. */
    Vector[] rejectedColumns() {
        return rejectedColumns;
    }
}
