package io.callscope.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.callscope.analytics", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CORE = {
        "..analytics.codebook..",
        "..analytics.text..",
        "..analytics.rules..",
        "..analytics.classify..",
        "..analytics.flags..",
        "..analytics.scorecard..",
        "..analytics.gold.."
    };

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("io.callscope.analytics.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.callscope.ingest..", "io.callscope.transcribe..", "io.callscope.embedded..");

    @ArchTest
    static final ArchRule CLASSIFYING_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.jdbi..",
                    "java.sql..",
                    "io.javalin..",
                    "gg.jte..",
                    "java.net..",
                    "io.micrometer..");

    @ArchTest
    static final ArchRule PAGES_REACH_THE_DATABASE_ONLY_THROUGH_THE_REPOSITORY = noClasses()
            .that()
            .resideInAPackage("..analytics.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..", "com.zaxxer..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule SQL_STANDS_IN_THE_STORE_AND_IN_ADAPTERS_NAMED_SO = noClasses()
            .that()
            .resideOutsideOfPackages("..analytics.store..", "..analytics.database..")
            .and()
            .haveSimpleNameNotStartingWith("Jdbi")
            .and()
            .doNotHaveSimpleName("AnalyticsService")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "java.sql..", "org.flywaydb..");

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
