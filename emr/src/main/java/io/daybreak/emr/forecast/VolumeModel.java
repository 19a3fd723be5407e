package io.daybreak.emr.forecast;

import io.daybreak.emr.calendar.BusinessCalendar;
import io.daybreak.emr.night.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ordinary least squares on the logarithm of the volume.
 *
 * <p>ln v = a + b t + w(weekday) + m [last business day of the month], t in years since the first day. The interval is
 * the usual one for a new observation, ŷ ± q s sqrt(1 + x' (X'X)^-1 x), with q the Student quantile of the residual
 * degrees of freedom by the expansion of Abramowitz and Stegun 26.7.5 (better than 0.1 % from 20 on). A weekday or a
 * month-end never seen is left at its neighbours' level, and the interval does not know that.
 */
public final class VolumeModel {
    /** Fewest days to learn from: four weeks of business days and the parameters. */
    public static final int FEWEST_DAYS = 30;

    private static final int PARAMETERS = 9;
    private static final double NORMAL_975 = 1.959963984540054;
    private static final double DAYS_PER_YEAR = 365.25;
    /** Keeps the normal equations solvable when a weekday never occurs; far below any effect. */
    private static final double RIDGE = 1e-9;

    private final List<DayVolume> days;
    private final BusinessCalendar calendar;
    private final LocalDate origin;
    private final LeastSquares rows;
    private final LeastSquares bytes;

    private VolumeModel(List<DayVolume> days, BusinessCalendar calendar) {
        this.days = days;
        this.calendar = calendar;
        this.origin = days.get(0).date();
        double[][] x = new double[days.size()][];
        double[] lnRows = new double[days.size()];
        double[] lnBytes = new double[days.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = features(days.get(i).date());
            lnRows[i] = Math.log(days.get(i).rows());
            lnBytes[i] = Math.log(days.get(i).bytes());
        }
        this.rows = LeastSquares.fit(x, lnRows, RIDGE);
        this.bytes = LeastSquares.fit(x, lnBytes, RIDGE);
    }

    /**
     * Learns from past days in any order.
     *
     * @throws Refusal (configuration) for fewer than {@link #FEWEST_DAYS} or a date given twice
     */
    public static VolumeModel learn(List<DayVolume> past, BusinessCalendar calendar) {
        if (past.size() < FEWEST_DAYS) {
            throw Refusal.configuration("a forecast needs at least " + FEWEST_DAYS + " past days, got " + past.size()
                    + "; plan with --rows and --bytes until then");
        }
        List<DayVolume> sorted = new ArrayList<>(past);
        sorted.sort(Comparator.comparing(DayVolume::date));
        Set<LocalDate> seen = new HashSet<>();
        for (DayVolume day : sorted) {
            if (!seen.add(day.date())) {
                throw Refusal.configuration("the volume of " + day.date() + " is given twice");
            }
        }
        return new VolumeModel(List.copyOf(sorted), calendar);
    }

    /**
     * The forecast for a day after the last one learnt.
     *
     * @throws Refusal (configuration) for a day already learnt or more than a year ahead
     */
    public VolumeForecast forecast(LocalDate day) {
        LocalDate last = days.get(days.size() - 1).date();
        if (!day.isAfter(last) || day.isAfter(last.plusYears(1))) {
            throw Refusal.configuration(
                    "a forecast reaches from the day after " + last + " to a year later; asked was " + day);
        }
        double[] x = features(day);
        int freedom = days.size() - PARAMETERS;
        double q = studentQuantile975(freedom);
        double half = q * rows.newObservationError(x);
        double halfBytes = q * bytes.newObservationError(x);
        double lnRows = rows.predict(x);
        double lnBytes = bytes.predict(x);
        return new VolumeForecast(
                Math.round(Math.exp(lnRows)),
                Math.round(Math.exp(lnRows - half)),
                Math.round(Math.exp(lnRows + half)),
                Math.round(Math.exp(lnBytes)),
                Math.round(Math.exp(lnBytes + halfBytes)),
                days.size(),
                Math.expm1(rows.coefficient(1)));
    }

    private double[] features(LocalDate day) {
        double[] x = new double[PARAMETERS];
        x[0] = 1;
        x[1] = (day.toEpochDay() - origin.toEpochDay()) / DAYS_PER_YEAR;
        if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            x[day.getDayOfWeek().getValue()] = 1;
        }
        x[8] = calendar.isMonthEnd(day) ? 1 : 0;
        return x;
    }

    /** Student's t at 97.5 %, Abramowitz and Stegun 26.7.5, three terms. */
    static double studentQuantile975(int freedom) {
        double z = NORMAL_975;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double n = freedom;
        return z
                + (z3 + z) / (4 * n)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n);
    }
}
