package io.daybreak.jobs.prepare;

import static io.daybreak.jobs.prepare.TransactionColumns.ACCOUNT_ID;
import static io.daybreak.jobs.prepare.TransactionColumns.CUSTOMER_ID;

import io.daybreak.jobs.prepare.ValidationRule.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.utils.JoinedRowData;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** One landed row in, one enriched or one rejected row out. Chained between the scan and the writers. */
final class PrepareFunction extends ProcessFunction<RowData, RowData> {

    private static final long serialVersionUID = 1L;

    private final ReferenceData.Request request;
    private final int latePostingDays;
    private final int valueDateToleranceDays;
    private final OutputTag<RowData> rejected;

    private transient @Nullable Kernel kernel;

    PrepareFunction(
            ReferenceData.Request request,
            int latePostingDays,
            int valueDateToleranceDays,
            OutputTag<RowData> rejected) {
        this.request = request;
        this.latePostingDays = latePostingDays;
        this.valueDateToleranceDays = valueDateToleranceDays;
        this.rejected = rejected;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        LocalDate businessDate = request.businessDate();
        kernel = new Kernel(
                SharedReference.acquire(request),
                new TransactionValidator(businessDate, latePostingDays, valueDateToleranceDays),
                new Enricher(businessDate),
                StringData.fromString(businessDate.toString()));
    }

    @Override
    public void processElement(RowData row, Context context, Collector<RowData> out) {
        Kernel open = java.util.Objects.requireNonNull(kernel, "open() comes first");
        RowData enriched = open.enrich(row);
        if (enriched != null) {
            out.collect(enriched);
        } else {
            context.output(rejected, open.reject(row));
        }
    }

    @Override
    public void close() {
        if (kernel != null) {
            kernel = null;
            SharedReference.release(request);
        }
    }

    /** The work on one row; its row objects are reused. */
    static final class Kernel {
        private final AsOf asOf;
        private final TransactionValidator validator;
        private final Enricher enricher;
        private final StringData processingDate;
        private final JoinedRowData joined = new JoinedRowData();
        private long failures;

        Kernel(AsOf asOf, TransactionValidator validator, Enricher enricher, StringData processingDate) {
            this.asOf = asOf;
            this.validator = validator;
            this.enricher = enricher;
            this.processingDate = processingDate;
        }

        /** The enriched row, or nothing if a rule failed. */
        @Nullable RowData enrich(RowData row) {
            AsOf.Account account = row.isNullAt(ACCOUNT_ID) ? null : asOf.account(row.getString(ACCOUNT_ID));
            AsOf.Customer customer = row.isNullAt(CUSTOMER_ID) ? null : asOf.customer(row.getString(CUSTOMER_ID));
            failures = validator.failures(row, asOf, account, customer);
            if (failures != 0) {
                return null;
            }
            if (account == null || customer == null) {
                throw new IllegalStateException("a valid row has an account and a customer: " + row);
            }
            return joined.replace(row, enricher.enrich(row, asOf, account, customer));
        }

        /** The row last refused, with every rule it failed. */
        RowData reject(RowData row) {
            List<StringData> rules = new ArrayList<>();
            Severity severity = Severity.ERROR;
            for (ValidationRule rule : ValidationRule.values()) {
                if ((failures & rule.bit()) != 0) {
                    rules.add(StringData.fromString(rule.id()));
                    severity = rule.severity() == Severity.FATAL ? Severity.FATAL : severity;
                }
            }
            return joined.replace(
                    row,
                    GenericRowData.of(
                            new GenericArrayData(rules.toArray()),
                            StringData.fromString(severity.name()),
                            processingDate));
        }
    }
}
