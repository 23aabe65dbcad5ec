package io.callscope.transcribe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.callscope.transcribe", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyTheAudioPackageKnowsFfmpeg = noClasses()
            .that()
            .resideOutsideOfPackage("..transcribe.audio..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule onlyTheRecognizePackageKnowsVosk = noClasses()
            .that()
            .resideOutsideOfPackage("..transcribe.recognize..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.vosk..", "com.sun.jna..");

    @ArchTest
    static final ArchRule theCoreKnowsNoBroker = noClasses()
            .that()
            .resideInAnyPackage(
                    "..audio..",
                    "..recognize..",
                    "..model..",
                    "..transcript..",
                    "..handle..",
                    "..child..",
                    "..worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.micrometer..");

    @ArchTest
    static final ArchRule whatCrossesToTheChildIsNothingToItsSupervisor = noClasses()
            .that()
            .resideInAPackage("..transcribe.child..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..transcribe.audio..",
                    "..transcribe.recognize..",
                    "..transcribe.model..",
                    "..transcribe.worker..");

    @ArchTest
    static final ArchRule noServiceKnowsAnother = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.callscope.ingest..", "io.callscope.analytics..");
}
