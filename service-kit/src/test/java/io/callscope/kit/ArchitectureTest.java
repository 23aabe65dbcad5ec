package io.callscope.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.callscope.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.callscope.kit.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule KNOWS_NO_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.callscope.ingest..",
                    "io.callscope.transcribe..",
                    "io.callscope.analytics..",
                    "io.callscope.embedded..");

    @ArchTest
    static final ArchRule ONLY_THE_PROCESS_READS_THE_ENVIRONMENT = noClasses()
            .that()
            .doNotHaveSimpleName("ServiceProcess")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule ONLY_THE_LOOP_POLLS_A_GROUP_AND_COMMITS = noClasses()
            .that()
            .resideOutsideOfPackage("..kit.consume..")
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                    "commit(Sync|Async)|subscribe"))
                    .as("calls that commit or subscribe"));

    @ArchTest
    static final ArchRule CONFIG_AND_FAILURES_KNOW_NO_KAFKA = noClasses()
            .that()
            .resideInAnyPackage("..kit.config..", "..kit.failure..", "..kit.ops..", "..kit.meter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule PRINTS_NOTHING_AND_KEEPS_NO_OLD_DATES = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");

    @ArchTest
    static final ArchRule EXCEPTIONS_ARE_FINAL = classes()
            .that()
            .areAssignableTo(Exception.class)
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);
}
