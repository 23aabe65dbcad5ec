package io.callscope.transcribe.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models on this machine: one folder each, named by its id. Every model is held against the catalogue's hashes, or
 * where nobody knows those against the ones it had when it came here first. Thread-safe; several processes may share the
 * folder.
 */
public final class ModelStore {
    private static final Logger LOGGER = LoggerFactory.getLogger(ModelStore.class);

    private final ModelCatalogue catalogue;
    private final Path modelsDir;
    private final ModelDownload download;
    private final FetchProgress.Factory progress;
    private final Clock clock;

    public ModelStore(
            ModelCatalogue catalogue,
            Path modelsDir,
            ModelDownload download,
            FetchProgress.Factory progress,
            Clock clock) {
        this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
        this.modelsDir = modelsDir.toAbsolutePath().normalize();
        this.download = Objects.requireNonNull(download, "download");
        this.progress = Objects.requireNonNull(progress, "progress");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * The models of a folder, by a catalogue in a file; nobody watches a download.
     *
     * @throws IOException when the catalogue cannot be read
     */
    public static ModelStore open(Path catalogueFile, Path modelsDir, Clock clock) throws IOException {
        return new ModelStore(
                ModelCatalogue.load(catalogueFile), modelsDir, new RemoteDownload(), FetchProgress.silent(), clock);
    }

    /**
     * A model of the catalogue and whether it is here.
     *
     * @param entry of the catalogue
     * @param folder where it lies or would lie
     * @param installed whether the folder is there; its files are not read for this
     */
    public record Listed(ModelEntry entry, Path folder, boolean installed) {}

    /** Every model of the catalogue, in its order. */
    public List<Listed> list() {
        return catalogue.models().stream()
                .map(entry -> new Listed(entry, folderOf(entry), Files.isDirectory(folderOf(entry))))
                .toList();
    }

    /**
     * The model for a language: the first of its list that is installed, else the first that can be fetched. What is
     * installed comes first so that a restart neither needs the network nor changes the model under a running site.
     *
     * @throws ModelUnavailableException when there is none; says what to download and where to put it
     */
    public InstalledModel require(String language) throws ModelUnavailableException, InterruptedException {
        return firstOf(candidates(language), "no model for language " + language);
    }

    /**
     * The model that tells voices apart, chosen as {@link #require(String)} does.
     *
     * @throws ModelUnavailableException when there is none; says what to download and where to put it
     */
    public InstalledModel requireSpeaker() throws ModelUnavailableException, InterruptedException {
        List<ModelEntry> candidates = catalogue.speakerModels();
        if (candidates.isEmpty()) {
            throw new ModelUnavailableException("no speaker model: the catalogue lists none under speaker");
        }
        return firstOf(candidates, "no speaker model");
    }

    /**
     * Holds what is installed for a language against the catalogue, without network. That nothing is installed yet is no
     * objection: it may be fetched when the first call comes.
     *
     * @param profile id of the decoder profile it will be asked for
     * @throws ModelUnavailableException when the catalogue has no model for the language, or some are installed and the
     *     one that would be taken does not fit; gives every reason
     */
    public void requireFitting(String language, String profile) throws ModelUnavailableException {
        Optional<InstalledModel> model = firstFitting(candidates(language));
        if (model.isPresent()) {
            model.get().profiles().require(profile);
        }
    }

    /**
     * The same for the model that tells voices apart.
     *
     * @throws ModelUnavailableException when some are installed and none of them fits
     */
    public void requireFittingSpeaker() throws ModelUnavailableException {
        firstFitting(catalogue.speakerModels());
    }

    private List<ModelEntry> candidates(String language) throws ModelUnavailableException {
        List<ModelEntry> candidates = catalogue.modelsFor(language);
        if (candidates.isEmpty()) {
            throw new ModelUnavailableException("no model for language %s: the catalogue has some for %s"
                    .formatted(language, catalogue.languages().keySet()));
        }
        return candidates;
    }

    /** The first installed one that fits; empty when none is installed. */
    private Optional<InstalledModel> firstFitting(List<ModelEntry> candidates) throws ModelUnavailableException {
        List<String> reasons = new ArrayList<>();
        Optional<InstalledModel> first = firstFitting(candidates, reasons);
        if (first.isEmpty() && !reasons.isEmpty()) {
            throw new ModelUnavailableException(String.join("; ", reasons));
        }
        return first;
    }

    /** The first installed one that fits; why others do not goes into the list. */
    private Optional<InstalledModel> firstFitting(List<ModelEntry> candidates, List<String> reasons) {
        for (ModelEntry entry : candidates) {
            try {
                Optional<InstalledModel> installed = installed(entry);
                if (installed.isPresent()) {
                    return installed;
                }
            } catch (ModelUnavailableException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        return Optional.empty();
    }

    private InstalledModel firstOf(List<ModelEntry> candidates, String failure)
            throws ModelUnavailableException, InterruptedException {
        List<String> reasons = new ArrayList<>();
        Optional<InstalledModel> installed = firstFitting(candidates, reasons);
        if (installed.isPresent()) {
            return installed.get();
        }
        for (ModelEntry entry : candidates) {
            if (!Files.exists(folderOf(entry))) {
                try {
                    return fetch(entry);
                } catch (ModelUnavailableException e) {
                    reasons.add(e.getMessage());
                }
            }
        }
        throw new ModelUnavailableException("%s: %s".formatted(failure, String.join("; ", reasons)));
    }

    /**
     * Fetches a model unless it is here.
     *
     * @throws ModelUnavailableException when the id is unknown, or the model cannot be had or does not fit
     */
    public InstalledModel fetch(String id) throws ModelUnavailableException, InterruptedException {
        ModelEntry entry = catalogue
                .model(id)
                .orElseThrow(() -> new ModelUnavailableException("no model has the id %s: the catalogue has %s"
                        .formatted(
                                id,
                                catalogue.models().stream().map(ModelEntry::id).toList())));
        Optional<InstalledModel> installed = installed(entry);
        return installed.isPresent() ? installed.get() : fetch(entry);
    }

    private Path folderOf(ModelEntry entry) {
        return modelsDir.resolve(entry.id());
    }

    private Optional<InstalledModel> installed(ModelEntry entry) throws ModelUnavailableException {
        Path folder = folderOf(entry);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(check(entry, folder, folder.toString()));
        } catch (IOException e) {
            throw new ModelUnavailableException(
                    "model %s in %s cannot be read: %s".formatted(entry.id(), folder, e), e);
        }
    }

    private InstalledModel fetch(ModelEntry entry) throws ModelUnavailableException, InterruptedException {
        LOGGER.atInfo().addKeyValue("model", entry.id()).log("fetching model");
        try (ScratchFolder scratch = ScratchFolder.open(modelsDir, clock.instant())) {
            Path unpacked = download.fetch(entry, scratch.path(), progress);
            check(entry, unpacked, entry.source().describe());
            moveIn(unpacked, folderOf(entry));
            LOGGER.atInfo().addKeyValue("model", entry.id()).log("model fetched");
            return check(entry, folderOf(entry), entry.source().describe());
        } catch (IOException e) {
            throw new ModelUnavailableException(
                    "model %s could not be fetched (%s): download %s and unpack its folder %s as %s"
                            .formatted(entry.id(), e, entry.source().describe(), entry.path(), folderOf(entry)),
                    e);
        }
    }

    private static void moveIn(Path unpacked, Path folder) throws IOException {
        try {
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // another process was faster
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Checks that the files are the right ones, and remembers them where nobody knew. */
    private InstalledModel check(ModelEntry entry, Path folder, String origin)
            throws IOException, ModelUnavailableException {
        int sampleRateHz = ModelFolder.sampleRateHz(folder, entry.kind());
        FileHashes found = ModelFolder.hashes(folder);
        FileHashes expected = entry.sha256();
        String authority = "the catalogue";
        if (!expected.isKnown()) {
            Optional<ModelLock> lock = ModelLock.read(modelsDir, entry.id());
            if (lock.isEmpty()) {
                new ModelLock(entry.id(), origin, clock.instant().toString(), found.byPath()).write(modelsDir);
            }
            expected = lock.map(known -> new FileHashes(known.files())).orElse(found);
            authority = ModelLock.fileOf(modelsDir, entry.id()).toString();
        }
        List<String> differences = expected.differencesTo(found);
        if (!differences.isEmpty()) {
            throw new ModelUnavailableException(
                    "model %s from %s is not the one that %s knows (%s%s): delete its folder to fetch it again"
                            .formatted(
                                    entry.id(),
                                    origin,
                                    authority,
                                    differences.get(0),
                                    differences.size() > 1 ? ", and %d more".formatted(differences.size() - 1) : ""));
        }
        return new InstalledModel(
                entry.id(), entry.language(), folder, sampleRateHz, ModelFolder.hashOf(found), entry.profiles());
    }
}
