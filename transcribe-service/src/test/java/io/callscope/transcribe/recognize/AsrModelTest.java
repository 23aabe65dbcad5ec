package io.callscope.transcribe.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.transcribe.model.DecoderProfile;
import io.callscope.transcribe.model.DecoderProfiles;
import io.callscope.transcribe.model.DecoderSettings;
import io.callscope.transcribe.model.InstalledModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsrModelTest {
    private final InstalledModel installed =
            new InstalledModel("small", "ru", Path.of("models/small"), 16_000, "ab".repeat(32), DecoderProfiles.USUAL);

    @Test
    void asShippedIsTheModelItself() {
        // Given
        // When
        AsrModel model = AsrModel.of(installed, DecoderProfile.SHIPPED);

        // Then
        assertThat(model).isEqualTo(new AsrModel("small", "ab".repeat(32), 16_000));
    }

    @Test
    void everyProfileHasANameAndAHashOfItsOwn() {
        // Given
        // When
        var models = installed.profiles().all().stream()
                .map(profile -> AsrModel.of(installed, profile))
                .toList();

        // Then
        assertThat(models)
                .extracting(AsrModel::id)
                .containsExactly("small@accurate", "small@balanced", "small@fast", "small");
        assertThat(models).extracting(AsrModel::hash).doesNotHaveDuplicates().allMatch(hash -> hash.length() == 64);
    }

    @Test
    void otherSettingsUnderTheSameNameAreAnotherModel() {
        // Given
        DecoderProfile one = new DecoderProfile("balanced", new DecoderSettings(9, 2_000, 2));
        DecoderProfile other = new DecoderProfile("balanced", new DecoderSettings(9, 2_001, 2));

        // When
        AsrModel model = AsrModel.of(installed, one);

        // Then
        assertThat(model.hash()).isNotEqualTo(AsrModel.of(installed, other).hash());
        assertThat(model).isEqualTo(AsrModel.of(installed, one));
    }
}
