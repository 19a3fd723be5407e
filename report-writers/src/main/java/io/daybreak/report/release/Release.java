package io.daybreak.report.release;

import io.daybreak.report.catalog.RenderResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A report on its way out. Immutable; every step gives a new one or a reason why not.
 *
 * @param format the format's id
 * @param businessDate the day it reports
 * @param content the hash of its files
 * @param records how many records it holds
 * @param totals its control totals
 * @param purpose whether it is filed first, corrects or cancels
 * @param original the content it corrects or cancels; empty for an original
 * @param state where it stands
 * @param maker who prepared it, and when
 * @param checker who approved it, and when; empty before that
 * @param receipt what the authority acknowledged it under; empty before that
 */
public record Release(
        String format,
        LocalDate businessDate,
        ContentHash content,
        long records,
        Map<String, BigDecimal> totals,
        Purpose purpose,
        Optional<ContentHash> original,
        State state,
        Signature maker,
        Optional<Signature> checker,
        Optional<String> receipt) {

    public Release {
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        if ((purpose == Purpose.ORIGINAL) == original.isPresent()) {
            throw new IllegalArgumentException(
                    purpose + " with original " + original + ": only a correction or cancellation names one");
        }
    }

    /** Why a report is filed. */
    public enum Purpose {
        /** For the first time. */
        ORIGINAL,
        /** In place of an earlier one. */
        CORRECTION,
        /** To take an earlier one back. */
        CANCELLATION
    }

    /** Where a release stands. */
    public enum State {
        /** Prepared by the maker. */
        PREPARED,
        /** Approved by the checker. */
        APPROVED,
        /** Handed to the authority. */
        RELEASED,
        /** Acknowledged by the authority. */
        ACKNOWLEDGED,
        /** Refused by the authority. */
        REJECTED,
        /** Its content changed after it was prepared; it has to be prepared again. */
        VOID
    }

    /** A person's act, at a time the caller gives. */
    public record Signature(String person, Instant at) {
        public Signature {
            if (person.isBlank()) {
                throw new IllegalArgumentException("a signature needs a person");
            }
        }
    }

    /** Prepares an original. */
    public static Decision prepare(RenderResult report, LocalDate businessDate, Signature maker) {
        return prepare(report, businessDate, maker, Purpose.ORIGINAL, Optional.empty());
    }

    /** Prepares a correction or cancellation of an earlier release; the earlier one must have left the house. */
    public static Decision prepareAfter(RenderResult report, Release earlier, Purpose purpose, Signature maker) {
        if (earlier.state() != State.RELEASED
                && earlier.state() != State.ACKNOWLEDGED
                && earlier.state() != State.REJECTED) {
            return new Decision.Refused(
                    "the earlier report is " + earlier.state() + " and was never filed; prepare an original");
        }
        if (!earlier.format().equals(report.format())) {
            return new Decision.Refused("a " + report.format() + " report cannot correct one of " + earlier.format());
        }
        return prepare(report, earlier.businessDate(), maker, purpose, Optional.of(earlier.content()));
    }

    private static Decision prepare(
            RenderResult report,
            LocalDate businessDate,
            Signature maker,
            Purpose purpose,
            Optional<ContentHash> original) {
        if (report.status() == RenderResult.Status.HELD) {
            return new Decision.Refused(
                    report.format() + " is held by " + report.errors() + " findings; correct its cells first");
        }
        ContentHash content = ContentHash.of(report.files());
        if (original.isPresent() && original.get().equals(content)) {
            return new Decision.Refused(
                    "the content is that of the report it would replace; there is nothing to correct");
        }
        return new Decision.Granted(new Release(
                report.format(),
                businessDate,
                content,
                report.records(),
                report.totals(),
                purpose,
                original,
                State.PREPARED,
                maker,
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * Approves what was prepared.
     *
     * @param seen the hash of the content the checker looked at
     */
    public Decision approve(Signature person, ContentHash seen) {
        if (state != State.PREPARED) {
            return new Decision.Refused("only a PREPARED report is approved; this is " + state);
        }
        if (person.person().equals(maker.person())) {
            return new Decision.Refused(person.person() + " prepared this report; another person approves it");
        }
        if (!seen.equals(content)) {
            return new Decision.Refused("the content looked at, " + seen + ", is not the content prepared, " + content);
        }
        return new Decision.Granted(with(State.APPROVED, Optional.of(person), receipt));
    }

    /**
     * Hands an approved report over, if its content is still what was approved.
     *
     * @param current the hash of the files as they are now
     */
    public Decision release(ContentHash current) {
        if (state != State.APPROVED) {
            return new Decision.Refused("only an APPROVED report is released; this is " + state + "; have it approved");
        }
        if (!current.equals(content)) {
            return new Decision.Refused("the content is now " + current + ", approved was " + content
                    + "; the approval is void, prepare it again");
        }
        return new Decision.Granted(with(State.RELEASED, checker, receipt));
    }

    /** The release in the light of the files as they are now: void if they changed before it left the house. */
    public Release against(ContentHash current) {
        boolean inHouse = state == State.PREPARED || state == State.APPROVED;
        return inHouse && !current.equals(content) ? with(State.VOID, Optional.empty(), receipt) : this;
    }

    /** Records the authority's answer. */
    public Decision acknowledge(String reference, boolean accepted) {
        if (state != State.RELEASED) {
            return new Decision.Refused("only a RELEASED report is answered; this is " + state);
        }
        return new Decision.Granted(
                with(accepted ? State.ACKNOWLEDGED : State.REJECTED, checker, Optional.of(reference)));
    }

    private Release with(State next, Optional<Signature> approver, Optional<String> reference) {
        return new Release(
                format, businessDate, content, records, totals, purpose, original, next, maker, approver, reference);
    }
}
