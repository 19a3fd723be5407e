package io.daybreak.risk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.daybreak.risk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule risk_engine_knows_only_the_jdk_and_maths = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.daybreak.risk..",
                    "java.lang..",
                    "java.util..",
                    "java.math",
                    "java.nio..",
                    "java.security",
                    "java.time..",
                    "java.io",
                    "org.apache.commons.math3..",
                    "jdk.incubator.vector",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule nobody_reads_or_writes_files = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.io\\.(File|Reader|Writer|InputStream|OutputStream|PrintStream).*|java\\.nio\\.file\\..*");

    @ArchTest
    static final ArchRule one_class_knows_the_incubating_vectors = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("VectorProduct")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.vector");

    @ArchTest
    static final ArchRule nobody_asks_the_time = noClasses()
            .should()
            .callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "asks a clock",
                    call -> call.getTarget()
                            .getName()
                            .matches("now|currentTimeMillis|nanoTime|systemUTC|systemDefaultZone")))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");

    @ArchTest
    static final ArchRule nobody_rolls_private_dice = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.util\\.(Random|SplittableRandom|UUID|concurrent\\.ThreadLocalRandom)"
                            + "|java\\.security\\.SecureRandom|org\\.apache\\.commons\\.math3\\.random\\.(Well|Mersenne|JDK|ISAAC).*")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(StrictMath.class, "random");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("io.daybreak.risk.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_dumping_grounds = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..misc..", "..impl..")
            .orShould()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Misc)$");
}
