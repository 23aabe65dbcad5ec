package io.callscope.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.callscope.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("io.callscope.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.callscope.transcribe..", "io.callscope.analytics..", "io.callscope.embedded..");

    @ArchTest
    static final ArchRule METADATA_AND_TRANSCRIPTS_KNOW_NO_ADAPTER = noClasses()
            .that()
            .resideInAnyPackage("..ingest.metadata..", "..ingest.transcript..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "org.jdbi..", "io.javalin..", "java.sql..", "java.net..", "java.nio.file..");

    @ArchTest
    static final ArchRule ONLY_THE_REGISTRY_KNOWS_JDBI = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Jdbi")
            .and()
            .doNotHaveSimpleName("IngestService")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..");

    @ArchTest
    static final ArchRule ONLY_HTTP_KNOWS_JAVALIN = noClasses()
            .that()
            .resideOutsideOfPackage("..ingest.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule READS_NO_ENVIRONMENT = noClasses()
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule ONLY_THE_MAIN_PRINTS = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");
}
