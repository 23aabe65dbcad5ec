package io.callscope.transcribe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    @TempDir
    Path modelsDir;

    private final List<String> fetched = new ArrayList<>();
    private final Map<String, String> remote = new TreeMap<>();
    private final List<String> unreachable = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private ModelStore store;

    @BeforeEach
    void open() {
        remote.put("conf/mfcc.conf", "--use-energy=false\n--sample-frequency=16000\n");
        remote.put("am/final.mdl", "weights");
        remote.put("graph/words.txt", "one two");
        store = store(FileHashes.unknown());
    }

    @Test
    void fetchesTheFirstThatCanBeHad() throws Exception {
        // Given
        unreachable.add("first");

        // When
        InstalledModel model = store.require("en");

        // Then
        assertThat(model.id()).isEqualTo("second");
        assertThat(model.sampleRateHz()).isEqualTo(16_000);
        assertThat(model.hash()).matches("[0-9a-f]{64}");
        assertThat(fetched).containsExactly("first", "second");
        assertThat(model.folder().resolve("am/final.mdl")).hasContent("weights");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void prefersWhatIsInstalledToTheNetwork() throws Exception {
        // Given
        store.fetch("second");
        fetched.clear();

        // When
        InstalledModel model = store.require("en");

        // Then
        assertThat(model.id()).isEqualTo("second");
        assertThat(fetched).isEmpty();
    }

    @Test
    void whatIsNotInstalledIsNoObjection() throws Exception {
        // When
        store.requireFitting("en", "balanced");
        store.requireFittingSpeaker();

        // Then
        assertThat(fetched).isEmpty();
    }

    @Test
    void anInstalledModelThatWasChangedDoesNotFit() throws Exception {
        // Given
        store.fetch("first");
        Files.writeString(modelsDir.resolve("first/am/final.mdl"), "other weights");

        // When
        // Then
        assertThatThrownBy(() -> store.requireFitting("en", "balanced"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("model first from")
                .hasMessageContaining("am/final.mdl");
    }

    @Test
    void anInstalledModelWithoutRateOrProfileDoesNotFit() throws Exception {
        // Given
        store.fetch("first");

        // When
        // Then
        assertThatThrownBy(() -> store.requireFitting("en", "hasty"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("no profile hasty: expected one of");
        Files.writeString(modelsDir.resolve("first/conf/mfcc.conf"), "--use-energy=false\n");
        assertThatThrownBy(() -> store.requireFitting("en", "balanced"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("sample-frequency");
        assertThatThrownBy(() -> store.requireFitting("de", "balanced"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("no model for language de");
    }

    @Test
    void saysForEachModelWhatToDownloadAndWhereToPutIt() {
        // Given
        unreachable.addAll(List.of("first", "second"));

        // When
        // Then
        assertThatThrownBy(() -> store.require("en"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("download https://models.example/first.zip")
                .hasMessageContaining("its folder inside-first as " + modelsDir.resolve("first"))
                .hasMessageContaining("npm pack second@1.0.0")
                .hasMessageContaining(modelsDir.resolve("second").toString())
                .hasMessageContaining("no route");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void saysWhichLanguagesThereAre() {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> store.require("fr"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("language fr")
                .hasMessageContaining("[en]");
    }

    @Test
    void recordsUnknownHashesAtTheFirstFetchAndHoldsLaterOnesAgainstThem() throws Exception {
        // Given
        store.fetch("first");
        assertThat(modelsDir.resolve("first.lock.json")).content().contains("am/final.mdl");
        delete(modelsDir.resolve("first"));

        // When
        remote.put("am/final.mdl", "other weights");

        // Then
        assertThatThrownBy(() -> store.fetch("first"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("first.lock.json")
                .hasMessageContaining("am/final.mdl");
        assertThat(modelsDir.resolve("first")).doesNotExist();
    }

    @Test
    void noticesThatAnInstalledFileHasChanged() throws Exception {
        // Given
        store.fetch("first");
        unreachable.add("second");

        // When
        Files.writeString(modelsDir.resolve("first/graph/words.txt"), "one three");

        // Then
        assertThatThrownBy(() -> store.require("en"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("graph/words.txt has sha256");
    }

    @Test
    void noticesAFileMore() throws Exception {
        // Given
        store.fetch("first");

        // When
        Files.createDirectories(modelsDir.resolve("first/rescore"));
        Files.writeString(modelsDir.resolve("first/rescore/G.fst"), "another grammar");

        // Then
        assertThatThrownBy(() -> store.fetch("first"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("rescore/G.fst does not belong");
    }

    @Test
    void refusesADownloadThatIsNotWhatTheCatalogueKnows() {
        // Given
        store = store(new FileHashes(Map.of("am/final.mdl", "a".repeat(64))));

        // When
        // Then
        assertThatThrownBy(() -> store.fetch("first"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("the catalogue")
                .hasMessageContaining("am/final.mdl");
        assertThat(modelsDir.resolve("first")).doesNotExist();
        assertThat(modelsDir.resolve("first.lock.json")).doesNotExist();
    }

    @Test
    void refusesAModelWithoutItsRate() {
        // Given
        remote.put("conf/mfcc.conf", "--use-energy=false\n");

        // When
        // Then
        assertThatThrownBy(() -> store.fetch("first"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("--sample-frequency");
    }

    @Test
    void refusesAFolderThatIsNoModel() {
        // Given
        remote.remove("conf/mfcc.conf");

        // When
        // Then
        assertThatThrownBy(() -> store.fetch("first"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("conf/mfcc.conf is missing");
    }

    @Test
    void deletesWhatAKilledDownloadLeftBehind() throws Exception {
        // Given
        Path leftover = Files.createDirectory(modelsDir.resolve(".fetch-1"));
        Files.writeString(leftover.resolve("model.zip"), "half of it");

        // When
        store.fetch("first");
        boolean keptWhileYoung = Files.exists(leftover);
        clock = Clock.offset(clock, Duration.ofDays(1));
        store(FileHashes.unknown()).fetch("second");

        // Then
        assertThat(keptWhileYoung).isTrue();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void listsWhatIsHere() throws Exception {
        // Given
        store.fetch("second");

        // When
        List<ModelStore.Listed> listed = store.list();

        // Then
        assertThat(listed).extracting(each -> each.entry().id()).containsExactly("first", "second");
        assertThat(listed).extracting(ModelStore.Listed::installed).containsExactly(false, true);
    }

    private ModelStore store(FileHashes sha256) {
        ModelCatalogue catalogue = new ModelCatalogue(
                Map.of("en", List.of("first", "second")),
                List.of(
                        new ModelEntry(
                                "first",
                                "en",
                                "https://models.example/first.zip",
                                null,
                                "inside-first",
                                "MIT",
                                1,
                                sha256),
                        new ModelEntry("second", "en", null, "second@1.0.0", "package/m", "MIT", 1, sha256)));
        return new ModelStore(catalogue, modelsDir, this::download, FetchProgress.silent(), clock);
    }

    private Path download(ModelEntry entry, Path scratch, FetchProgress.Factory progress) throws IOException {
        fetched.add(entry.id());
        if (unreachable.contains(entry.id())) {
            throw new IOException("no route to host");
        }
        Path unpacked = scratch.resolve("unpacked");
        for (Map.Entry<String, String> file : remote.entrySet()) {
            Path path = unpacked.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return unpacked;
    }

    private List<Path> leftovers() {
        try (Stream<Path> files = Files.list(modelsDir)) {
            return files.filter(file -> file.getFileName().toString().startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
