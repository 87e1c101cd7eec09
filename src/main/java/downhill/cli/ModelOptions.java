package downhill.cli;

import downhill.data.TaskKind;
import downhill.model.Architecture;
import downhill.model.Families;
import downhill.model.Family;
import downhill.model.Initializer;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.LossOptions;
import downhill.model.ModelSettings;
import downhill.model.ModelSpec;
import downhill.setting.Chosen;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** How a model is described on the command line. */
final class ModelOptions {
    private final FamilyOptions families = new FamilyOptions();
    private final SettingOptions options = new SettingOptions(ModelSettings.all());

    @Mixin
    private final CommandSpec sizes = families.mixin();

    @Mixin
    private final CommandSpec mixin = options.mixin();

    /** Refuses what no model could have, before data are read. */
    void check() {
        families.family().ifPresent(families::chosen);
        options.chosen();
    }

    /** The task that the family named means; empty where the target decides. */
    Optional<TaskKind> task() {
        return families.family().flatMap(Family::means);
    }

    /** The model for examples of this shape: of the family named, else of the one that suits them. */
    ModelSpec model(InputShape shape, TaskKind task) {
        Family<?> family = families.family().orElseGet(() -> Families.suiting(shape));
        Chosen chosen = options.chosen();
        Loss loss = chosen.get(ModelSettings.LOSS, family.usualLoss(task));
        Architecture architecture = family.start(shape, families.chosen(family));
        return new ModelSpec(architecture, loss, Initializer.of(chosen.get(ModelSettings.INITIALIZER)), dropout(architecture, chosen),
                lossOptions(chosen));
    }

    /** Refused where it would do nothing. */
    private static double dropout(Architecture architecture, Chosen chosen) {
        double share = chosen.get(ModelSettings.DROPOUT);
        if (share > 0 && !Family.of(architecture).hasHidden(architecture)) {
            throw new InputException(Said.of("cli.dropout"));
        }
        return share;
    }

    /** What the loss is given, null where nothing. */
    private LossOptions lossOptions(Chosen chosen) {
        boolean said = Stream.of(ModelSettings.HUBER_DELTA, ModelSettings.LABEL_SMOOTHING, ModelSettings.CLASS_WEIGHTS)
                .anyMatch(chosen::has);
        return said ? new LossOptions(chosen.get(ModelSettings.HUBER_DELTA), chosen.get(ModelSettings.LABEL_SMOOTHING),
                chosen.get(ModelSettings.CLASS_WEIGHTS)) : null;
    }

    /** The constant of a name such as {@code he-normal}. */
    static <E extends Enum<E>> E constant(Class<E> type, String text, Said what) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        List<String> names = new ArrayList<>();
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(wanted)) {
                return each;
            }
            names.add(each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        throw new InputException(Said.of("cli.constant.none", what, text, String.join(", ", names)));
    }
}
