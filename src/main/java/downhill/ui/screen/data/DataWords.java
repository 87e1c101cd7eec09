package downhill.ui.screen.data;

import downhill.data.ColumnType;
import downhill.data.DataSettings;
import downhill.data.DataSource;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.data.TaskKind;
import downhill.data.Visible;
import downhill.data.csv.Decision;
import downhill.data.csv.Drawn;
import downhill.data.csv.ImportReport;
import downhill.data.csv.Imported;
import downhill.data.prepare.Prepared;
import downhill.data.source.SampleData;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** Data in words. */
final class DataWords {
    private DataWords() {
    }

    static String source(DataSource source) {
        if (source instanceof DataSource.CsvFile file) {
            Path name = Path.of(file.path()).getFileName();
            return Visible.line(name == null ? file.path() : name.toString());
        }
        if (source instanceof DataSource.Sample sample) {
            return sample.name() + ".csv";
        }
        if (source instanceof DataSource.Written written) {
            return Visible.line(written.name());
        }
        return Messages.text("data.generator." + key(((DataSource.Generated) source).generator()));
    }

    /** How many rows and columns, and of how many rows where they are a sample. */
    static String counts(Imported imported) {
        String columns = Numbers.count(imported.table().columns().size());
        Drawn sample = imported.report().sample();
        return sample == null ? Messages.text("data.counts", Numbers.count(imported.table().rows()), columns)
                : Messages.text("data.counts.sample", Numbers.count(sample.rows()), Numbers.count(sample.of()),
                        String.valueOf(sample.seed()), columns);
    }

    /**
     * How many rows of the file are not in the table because something is wrong with them, and with the first; empty where there
     * are none.
     */
    static Optional<String> leftOut(ImportReport report) {
        return report.problems().stream().filter(problem -> problem.kind().rejects()).findFirst().map(first -> Messages.text("data.leftOut",
                Numbers.count(report.rejected()), Numbers.count(report.imported() + report.rejected()), Spoken.text(first.said())));
    }

    static ObservableValue<String> sampleTitle(SampleData sample) {
        return Messages.binding("data.sample." + sample.name());
    }

    static String scaling(Scaling scaling) {
        return Spoken.text(DataSettings.SCALING.named(scaling));
    }

    static String task(TaskKind task) {
        return Spoken.text(DataSettings.TASK.named(task));
    }

    static ObservableValue<String> taskTold(TaskKind task) {
        return Messages.following(() -> task(task));
    }

    static String type(ColumnType type) {
        return Messages.text("data.type." + key(type));
    }

    static String role(Role role) {
        return Messages.text("data.role." + key(role));
    }

    static String split(Prepared prepared) {
        return Messages.text("data.split.counts", Numbers.count(prepared.training().count()), Numbers.count(prepared.validation().count()));
    }

    static String point(double x, double y) {
        return "(" + Numbers.format(x) + ", " + Numbers.format(y) + ")";
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What was found out about a file, and why. */
    static String decision(Decision decision) {
        String what = decision.what().equals("skipped lines") ? "skipLines" : decision.what();
        return Messages.text("data.noticed.decision", Messages.text("data.import." + what), value(decision), Spoken.text(decision.why()));
    }

    private static String value(Decision decision) {
        return switch (decision.what()) {
            case "header" -> Messages.text("data.import." + decision.value());
            case "dates" -> Messages.text("data.import.dates." + (decision.value().isEmpty() ? "open" : decision.value()));
            default -> mark(decision.value());
        };
    }

    /** A delimiter, quote or mark in numbers as people call it. */
    static String mark(String text) {
        return switch (text) {
            case "" -> Messages.text("data.import.none");
            case "\t" -> Messages.text("data.import.tab");
            case " " -> Messages.text("data.import.space");
            case "," -> Messages.text("data.import.comma");
            case ";" -> Messages.text("data.import.semicolon");
            case "." -> Messages.text("data.import.point");
            default -> text;
        };
    }
}
