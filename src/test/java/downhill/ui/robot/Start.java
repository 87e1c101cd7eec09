package downhill.ui.robot;

import downhill.data.TaskKind;
import downhill.data.source.SampleData;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.ui.session.Demo;

/** What a window opens with. */
enum Start {
    /** What opens where nothing else is asked for. */
    DEMO,
    /** A surface to walk on. */
    SURFACE,
    /** A table with gaps, dates and words, read as it is. */
    TABLE,
    /** A table with a German comma and long names, read as it is. */
    GERMAN,
    /** Pictures and a network for pictures. */
    IMAGES,
    /** A time series and a network with a memory. */
    SERIES,
    /** A session that was left in the middle. */
    SESSION,
    /** A document that cannot be read. */
    UNREADABLE;

    private static final long STEPS = 300;

    /** The document; null where there is none, or where it comes from a file. */
    Experiment document() {
        Experiment demo = Demo.experiment(name());
        return switch (this) {
            case DEMO, SESSION -> demo;
            case SURFACE -> demo.withProblem(new Problem.Surface("rosenbrock", -1.5, 2));
            case IMAGES -> learning(demo, "digits", Architecture.Cnn.digits(), TaskKind.MULTICLASS);
            case SERIES -> learning(demo, "sunspots", new Architecture.Recurrent(Cell.LSTM, 8, 1), TaskKind.REGRESSION);
            default -> null;
        };
    }

    /** The file whose table is learned from; null where it is none. */
    String table() {
        return this == TABLE ? Belongings.GAPS : this == GERMAN ? Belongings.GERMAN : null;
    }

    private static Experiment learning(Experiment demo, String data, Architecture network, TaskKind task) {
        return demo.withProblem(new Problem.Learning(SampleData.of(data).spec(), new ModelSpec(network, Loss.defaultFor(task))))
                .withTraining(TrainingSpec.of(STEPS, 16));
    }
}
