package io.daybreak.report.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.check.Severity;
import io.daybreak.report.output.RenderedFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final Release.Signature MAKER = signature("maker");
    private static final Release.Signature CHECKER = signature("checker");

    @Test
    void a_report_goes_out_after_two_persons_looked_at_the_same_content() {
        Release prepared = granted(Release.prepare(report("a"), DAY, MAKER));

        Release approved = granted(prepared.approve(CHECKER, prepared.content()));
        Release released = granted(approved.release(prepared.content()));
        Release acknowledged = granted(released.acknowledge("REF-1", true));

        assertThat(acknowledged.state()).isEqualTo(Release.State.ACKNOWLEDGED);
        assertThat(acknowledged.checker()).contains(CHECKER);
        assertThat(acknowledged.receipt()).contains("REF-1");
    }

    @Test
    void the_maker_does_not_approve_and_nobody_releases_unapproved() {
        Release prepared = granted(Release.prepare(report("a"), DAY, MAKER));

        assertThat(refused(prepared.approve(MAKER, prepared.content()))).contains("another person");
        assertThat(refused(prepared.release(prepared.content()))).contains("only an APPROVED");
    }

    @Test
    void an_approval_is_void_when_the_content_changes() {
        Release prepared = granted(Release.prepare(report("a"), DAY, MAKER));
        Release approved = granted(prepared.approve(CHECKER, prepared.content()));
        ContentHash changed = ContentHash.of(report("b").files());

        assertThat(refused(prepared.approve(CHECKER, changed))).contains("is not the content prepared");
        assertThat(refused(approved.release(changed))).contains("void");
        assertThat(approved.against(changed).state()).isEqualTo(Release.State.VOID);
        assertThat(approved.against(changed).checker()).isEmpty();
        assertThat(approved.against(approved.content())).isEqualTo(approved);
    }

    @Test
    void a_correction_names_what_it_corrects_and_differs_from_it() {
        Release prepared = granted(Release.prepare(report("a"), DAY, MAKER));
        assertThat(refused(Release.prepareAfter(report("b"), prepared, Release.Purpose.CORRECTION, MAKER)))
                .contains("never filed");
        Release released =
                granted(granted(prepared.approve(CHECKER, prepared.content())).release(prepared.content()));

        Release correction = granted(Release.prepareAfter(report("b"), released, Release.Purpose.CORRECTION, CHECKER));

        assertThat(correction.original()).contains(released.content());
        assertThat(correction.businessDate()).isEqualTo(DAY);
        assertThat(refused(Release.prepareAfter(report("a"), released, Release.Purpose.CORRECTION, MAKER)))
                .contains("nothing to correct");
    }

    @Test
    void a_held_report_is_not_prepared() {
        RenderResult held = new RenderResult("x", RenderResult.Status.HELD, List.of(), 1, Map.of(), 3, 0, List.of());

        assertThat(refused(Release.prepare(held, DAY, MAKER))).contains("held by 3 findings");
    }

    @Test
    void totals_must_equal_the_nights_and_should_not_jump_from_the_day_before() {
        Map<String, BigDecimal> own = Map.of("amount", new BigDecimal("100.00"), "records", BigDecimal.TEN);

        assertThat(TotalsComparison.equal("r", own, Map.of("amount", new BigDecimal("100.0"))))
                .isEmpty();
        assertThat(TotalsComparison.equal(
                        "r", own, Map.of("amount", new BigDecimal("100.01"), "other", BigDecimal.ONE)))
                .hasSize(2)
                .allMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(TotalsComparison.movement(
                        "r",
                        own,
                        Map.of("amount", new BigDecimal("90"), "records", BigDecimal.TEN),
                        new BigDecimal("10")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.bound()).contains("11.1 %"));
    }

    private static Release granted(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Granted.class);
        return ((Decision.Granted) decision).release();
    }

    private static String refused(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).reason();
    }

    private static Release.Signature signature(String person) {
        return new Release.Signature(person, Instant.parse("2026-10-01T03:00:00Z"));
    }

    private static RenderResult report(String content) {
        RenderedFile file = new RenderedFile(Path.of("report.xml"), 1, content.repeat(64));
        return new RenderResult(
                "x", RenderResult.Status.WRITTEN, List.of(file), 1, Map.of("records", BigDecimal.ONE), 0, 0, List.of());
    }
}
