package io.daybreak.emr;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;

@AnalyzeClasses(packages = "io.daybreak.emr", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule only_one_package_imports_the_aws_sdk = noClasses()
            .that()
            .resideOutsideOfPackage("io.daybreak.emr.aws..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule emr_knows_no_job_internals = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.daybreak.jobs..",
                    "io.daybreak.risk..",
                    "io.daybreak.report..",
                    "io.daybreak.bench..",
                    "org.apache.flink..");

    @ArchTest
    static final ArchRule nobody_asks_the_time = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.daybreak.emr.Emr")
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                    JavaClass.Predicates.assignableTo(System.class)))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                    "currentTimeMillis|nanoTime|getenv|getProperty"))))
            .orShould()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                    JavaClass.Predicates.type(Clock.class)))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching("system.*"))))
            .orShould()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching("now"))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            new com.tngtech.archunit.base.DescribedPredicate<
                                    com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget>(
                                    "without a clock") {
                                @Override
                                public boolean test(
                                        com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget target) {
                                    return target.getRawParameterTypes().isEmpty();
                                }
                            })));

    @ArchTest
    static final ArchRule nobody_rolls_private_dice = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("io.daybreak.emr.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_dumping_grounds = noClasses()
            .that(alwaysTrue())
            .should()
            .resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..misc..")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    @ArchTest
    static final ArchRule decisions_do_not_print = noClasses()
            .that()
            .resideInAnyPackage("..plan..", "..price..", "..workload..", "..night..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule commands_are_not_called_back = classes()
            .that()
            .resideInAPackage("..command..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("io.daybreak.emr", "io.daybreak.emr.command..");
}
