package io.daybreak.jobs.anomaly;

import java.util.Arrays;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.table.types.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Adds up opening days of one account that follow each other, so that a sort by account moves accounts and not days: a
 * row has 600 bytes of histograms. Feeds come by account as a rule; where they do not, every day stays a row of its own
 * and the answer is the same.
 */
final class OpeningRuns extends AbstractStreamOperator<RowData>
        implements OneInputStreamOperator<RowData, RowData>, BoundedOneInput {

    /** The view whose rows add up, see {@code 01_opening_parts.sql}: its columns in their order are what this reads. */
    static final String VIEW = "opening_parts";

    private static final long serialVersionUID = 1L;
    private static final int MONEY_PRECISION = 18;
    private static final int MONEY_SCALE = 2;
    private static final int ACCOUNT = 0;
    private static final int CUSTOMER = 1;
    private static final int ACTIVE_DAYS = 2;
    private static final int FIRST_ACTIVE = 3;
    private static final int LAST_ACTIVE = 4;
    private static final int TRANSACTIONS = 5;
    private static final int BUSIEST_DAY = 6;
    private static final int DEBIT = 7;
    private static final int CREDIT = 8;
    private static final int LARGEST = 9;
    private static final int AMOUNTS = 10;
    private static final int HOURS = 11;
    private static final int COLUMNS = 12;

    private transient @Nullable Run run;

    OpeningRuns() {
        setChainingStrategy(ChainingStrategy.ALWAYS);
    }

    /** Puts the sums in the place of the view's rows. */
    static void addUp(StreamTableEnvironment session) {
        Table days = session.from(VIEW);
        DataType type = days.getResolvedSchema().toPhysicalRowDataType().bridgedTo(RowData.class);
        DataStream<RowData> rows = session.toDataStream(days, type);
        Table runs = session.fromDataStream(rows.transform("add up opening days", rows.getType(), new OpeningRuns()));
        session.dropTemporaryView(VIEW);
        session.createTemporaryView(VIEW, runs);
    }

    /** The days of one account so far. */
    private static final class Run {
        private final BinaryStringData account;
        private BinaryStringData customer;
        private int activeDays;
        private int firstActive = Integer.MAX_VALUE;
        private int lastActive = Integer.MIN_VALUE;
        private long transactions;
        private long busiestDay = Long.MIN_VALUE;
        private long debit;
        private long credit;
        private long largest = Long.MIN_VALUE;
        private int[] amounts = new int[0];
        private int[] hours = new int[0];

        Run(RowData day) {
            account = copied(day, ACCOUNT);
            customer = copied(day, CUSTOMER);
        }

        private static BinaryStringData copied(RowData day, int column) {
            return ((BinaryStringData) day.getString(column)).copy();
        }

        void add(RowData day) {
            BinaryStringData other = (BinaryStringData) day.getString(CUSTOMER);
            if (other.compareTo(customer) > 0) {
                customer = other.copy();
            }
            activeDays += day.getInt(ACTIVE_DAYS);
            firstActive = Math.min(firstActive, day.getInt(FIRST_ACTIVE));
            lastActive = Math.max(lastActive, day.getInt(LAST_ACTIVE));
            transactions = Math.addExact(transactions, day.getLong(TRANSACTIONS));
            busiestDay = Math.max(busiestDay, day.getLong(BUSIEST_DAY));
            debit = Math.addExact(debit, money(day, DEBIT));
            credit = Math.addExact(credit, money(day, CREDIT));
            largest = Math.max(largest, money(day, LARGEST));
            amounts = added(amounts, day.getArray(AMOUNTS).toIntArray());
            hours = added(hours, day.getArray(HOURS).toIntArray());
        }

        private static long money(RowData day, int column) {
            return day.getDecimal(column, MONEY_PRECISION, MONEY_SCALE).toUnscaledLong();
        }

        private static int[] added(int[] sum, int[] counts) {
            int[] all = sum.length >= counts.length ? sum : Arrays.copyOf(sum, counts.length);
            for (int i = 0; i < counts.length; i++) {
                all[i] = Math.addExact(all[i], counts[i]);
            }
            return all;
        }

        RowData row() {
            GenericRowData row = new GenericRowData(COLUMNS);
            row.setField(ACCOUNT, account);
            row.setField(CUSTOMER, customer);
            row.setField(ACTIVE_DAYS, activeDays);
            row.setField(FIRST_ACTIVE, firstActive);
            row.setField(LAST_ACTIVE, lastActive);
            row.setField(TRANSACTIONS, transactions);
            row.setField(BUSIEST_DAY, busiestDay);
            row.setField(DEBIT, DecimalData.fromUnscaledLong(debit, MONEY_PRECISION, MONEY_SCALE));
            row.setField(CREDIT, DecimalData.fromUnscaledLong(credit, MONEY_PRECISION, MONEY_SCALE));
            row.setField(LARGEST, DecimalData.fromUnscaledLong(largest, MONEY_PRECISION, MONEY_SCALE));
            row.setField(AMOUNTS, new GenericArrayData(amounts));
            row.setField(HOURS, new GenericArrayData(hours));
            return row;
        }
    }

    @Override
    public void processElement(StreamRecord<RowData> record) {
        RowData day = record.getValue();
        StringData account = day.getString(ACCOUNT);
        Run current = run;
        if (current == null || !current.account.equals(account)) {
            flush();
            current = new Run(day);
            run = current;
        }
        current.add(day);
    }

    @Override
    public void endInput() {
        flush();
    }

    private void flush() {
        if (run != null) {
            output.collect(new StreamRecord<>(run.row()));
            run = null;
        }
    }
}
