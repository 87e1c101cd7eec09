package downhill.cli;

import downhill.data.DataSpec;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.race.document.ContenderSettings;
import downhill.race.document.ExperimentSettings;
import downhill.race.document.TrainingSettings;
import downhill.race.document.TrainingSpec;
import downhill.race.document.TrainingSpec.AugmentationSpec;
import downhill.setting.Chosen;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** What all contenders share: budget, batches, seeds, penalties, clipping, early stopping, augmentation. */
final class TrainingOptions {
    private final SettingOptions options = new SettingOptions(settings());

    @Mixin
    private final CommandSpec mixin = options.mixin();

    private static List<Setting<?>> settings() {
        List<Setting<?>> settings = new ArrayList<>(List.of(ExperimentSettings.SEED, ContenderSettings.SEEDS,
                ExperimentSettings.PRECISION));
        settings.addAll(0, TrainingSettings.all());
        return settings;
    }

    /** Refuses what no training could have, before data are read. */
    void check() {
        Chosen chosen = options.chosen();
        require(!chosen.has(Clipping.NORM) || !chosen.has(Clipping.VALUE),
                Said.of("cli.clipping.both"));
    }

    long steps() {
        return options.chosen().get(TrainingSettings.STEPS);
    }

    long seed() {
        return options.chosen().get(ExperimentSettings.SEED);
    }

    int seeds() {
        return options.chosen().whole(ContenderSettings.SEEDS);
    }

    Precision precision() {
        return options.chosen().get(ExperimentSettings.PRECISION);
    }

    /** Of the weights of every contender that says no other. */
    Penalty penalty() {
        return spec().penalty();
    }

    private TrainingSpec spec() {
        return Part.apply(options.chosen(), TrainingSettings.usual(), TrainingSettings.PARTS);
    }

    /** What only images or only data with validation rows can have is refused where it would do nothing. */
    TrainingSpec spec(DataSpec data, Prepared prepared) {
        TrainingSpec spec = spec();
        AugmentationSpec change = spec.augmentation();
        require(data.image() != null || change == null || !change.isOfImages(), Said.of("cli.augment"));
        require(spec.earlyStopping() == null || prepared.validation().count() > 0, Said.of("cli.patience"));
        return spec;
    }

    private static void require(boolean holds, Said sentence) {
        if (!holds) {
            throw new InputException(sentence);
        }
    }
}
