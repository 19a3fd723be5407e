package io.daybreak.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

@AnalyzeClasses(packages = "io.daybreak", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] STAGES = {
        "intake",
        "prepare",
        "anomaly",
        "risk",
        "credit",
        "capital",
        "aml",
        "surveillance",
        "reports",
        "analytics",
        "reconcile"
    };

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("io.daybreak.jobs.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule stages_meet_only_in_the_catalogue = slices().matching("io.daybreak.jobs.(*)..")
            .that(new com.tngtech.archunit.base.DescribedPredicate<>("are stages") {
                @Override
                public boolean test(com.tngtech.archunit.library.dependencies.Slice slice) {
                    return java.util.Arrays.asList(STAGES).contains(slice.getNamePart(1));
                }
            })
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule the_rooms_below_know_neither_flink_nor_aws_nor_each_other = noClasses()
            .that()
            .resideInAnyPackage("io.daybreak.risk..", "io.daybreak.report..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.flink..", "software.amazon..", "io.daybreak.jobs.."));

    @ArchTest
    static final ArchRule no_job_knows_aws =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("software.amazon..", "io.daybreak.emr.."));

    @ArchTest
    static final ArchRule nobody_asks_the_time = noClasses()
            .that(resideOutsideOfPackage("io.daybreak.jobs.cli"))
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule nobody_reads_the_environment = noClasses()
            .that(resideOutsideOfPackage("io.daybreak.jobs.cli"))
            .should()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getenv");

    @ArchTest
    static final ArchRule nobody_rolls_private_dice = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule no_dumping_grounds =
            noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..misc..");
}
