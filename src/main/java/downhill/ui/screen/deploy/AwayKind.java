package downhill.ui.screen.deploy;

import downhill.export.ExportFormat;
import downhill.store.ModelStore;
import java.util.Locale;
import java.util.Optional;

/** Forms in which a model, its race or its rule is taken away, in the order in which they are offered. */
enum AwayKind {
    ONNX(ExportFormat.ONNX),
    PYTORCH(ExportFormat.PYTORCH),
    JAVA(ExportFormat.JAVA),
    HTML(ExportFormat.HTML),
    /** A file of Downhill's own. */
    MODEL(null),
    /** The whole race. */
    NOTEBOOK(ExportFormat.NOTEBOOK),
    /** The rule of the contender alone. */
    RULE(null);

    private final ExportFormat format;

    AwayKind(ExportFormat format) {
        this.format = format;
    }

    /** As the layers below call it; empty of what is none of their forms. */
    Optional<ExportFormat> format() {
        return Optional.ofNullable(format);
    }

    /** What names of such files end in. */
    String ending() {
        if (this == MODEL) {
            return ModelStore.ENDING;
        }
        return format == null ? ExportFormat.PYTORCH.ending() : format.ending();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the rows of the proof are in it. */
    boolean isProved() {
        return this != NOTEBOOK && this != RULE;
    }
}
