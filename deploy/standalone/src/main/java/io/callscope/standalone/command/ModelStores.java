package io.callscope.standalone.command;

import io.callscope.standalone.platform.DataLayout;
import io.callscope.transcribe.model.FetchProgress;
import io.callscope.transcribe.model.ModelCatalogue;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.model.RemoteDownload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** The recognition models of an installation, for commands that show how a download goes. */
final class ModelStores {
    private ModelStores() {}

    static ModelStore of(DataLayout layout) throws IOException {
        return new ModelStore(
                catalogueOf(layout), layout.models(), new RemoteDownload(), FetchProgress.bar(), Clock.systemUTC());
    }

    static ModelCatalogue catalogueOf(DataLayout layout) throws IOException {
        return ModelCatalogue.load(catalogueFile(layout));
    }

    static Path catalogueFile(DataLayout layout) {
        return layout.shippedConfig().resolve("models.yaml");
    }
}
