package downhill.ui.window;

import downhill.store.MissingData;
import downhill.ui.command.Command;
import downhill.ui.fx.FxExecutor;
import downhill.ui.screen.evaluate.Evaluate;
import downhill.ui.screen.results.ResultsCard;
import downhill.ui.screen.tune.TuneController;
import downhill.ui.screen.workshop.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;

/** Every panel that the window can show over itself, with the class that opens it and how a test brings it about. FX thread. */
enum WindowSheet {
    CONTENDER("ContenderEditor", open -> open.window.parts().contenders().edit()),
    ADD("RulePicker", open -> open.window.parts().contenders().add()),
    SEEDS("SeedsSheet", open -> open.window.table().get("contender.seeds").run()),
    EARLIER("EarlierSheet", open -> open.window.table().get("race.earlier").run()),
    GLOSSARY("GlossarySheet", open -> open.window.table().get("help.glossary").run()),
    MODEL("ModelEditor", open -> open.window.parts().editModel()),
    TRAINING("TrainingEditor", open -> open.window.parts().editTraining()),
    SAMPLES("Gallery", open -> open.window.showGallery()),
    TITLE("TitleEditor", open -> open.window.commands().editTitle()),
    RESULTS(ResultsCard.class.getSimpleName(), open -> open.window.parts().results().showAll()),
    DOCTOR("DoctorSheet", open -> open.window.parts().doctor().open()),
    WORKSHOP(Workshop.class.getSimpleName(), open -> open.window.tools().workshop().open()),
    SAVE_MODEL("SaveModel", open -> open.window.scoring().saveModel()),
    REPORT("Reporting", open -> open.window.tools().reporting().open()),
    FORK("ForkSheet", open -> open.window.parts().fork()),
    EXPORT("TakeawaySheet", open -> open.window.commands().export()),
    SURFACE("SurfaceSheet", open -> open.window.parts().landscape().chooseSurface(open.window.sheets())),
    IMPORT("ImportSheet", open -> open.window.parts().data().reading()),
    LARGE_FILE("LargeFile", WindowSheet::large),
    UNSAVED("FileActions", WindowSheet::unsaved),
    CHANGED("Saver", WindowSheet::changed),
    MISSING("DataFinder", open -> open.window.files().offerToFind(new MissingData(Path.of("gone.csv"), "00"))),
    FAR("DataConsent", open -> new DataConsent(open.window.sheets()).ask(List.of(Path.of("/elsewhere/points.csv")), agreed -> { })),
    SEARCH("SearchEditor", open -> run(tune(open).commands(), "tune.search")),
    KNOBS("KnobPicker", open -> run(tune(open).commands(), "tune.knob")),
    KNOB("KnobEditor", open -> {
        run(tune(open).commands(), "tune.knob");
        ((Button) open.window.sheets().lookup(".button.primary")).fire();
    }),
    PLACE("PlaceSheet", open -> run(tune(open).commands(), "tune.place")),
    AUTOML("AutoSheet", open -> run(tune(open).commands(), "tune.automl")),
    METHOD("MethodForm", open -> run(evaluate(open).commands().values(), "evaluate.method")),
    SEAL("Unsealing", open -> run(evaluate(open).commands().values(), "evaluate.seal")),
    PALETTE("CommandPalette", open -> open.window.commands().palette().open()),
    KEYS("HelpSheets", open -> HelpSheets.keys(open.window.sheets(), open.window.table())),
    ABOUT("HelpSheets", open -> HelpSheets.about(open.window.sheets()));

    /**
     * Work that was left by a program that was killed is offered before there is a window to speak of: SavedWorkTest. All scores need a
     * run: EvaluateTest; so do a tree: ExplainTest, columns that may change: ExplainHistoryTest, a form that is wished for: DeployTest, and
     * a lesson that was written: LessonsWindowTest.
     */
    static final Set<String> ELSEWHERE = Set.of("KeptWork", "ScoresCard", "TreeSheet", "ChangeSheet", "WishSheet", "DraftFile");
    /** A CSV file that the data screen shows while {@link #IMPORT} is opened. */
    static final String TABLE = "sheet.csv";

    private final String opener;
    private final Consumer<OpenWindow> show;

    WindowSheet(String opener, Consumer<OpenWindow> show) {
        this.opener = opener;
        this.show = show;
    }

    /** The simple name of the class that calls {@code Sheets.open}. */
    String opener() {
        return opener;
    }

    /** Opens it, at once or as soon as a file is read, over a window that was {@linkplain #prepare prepared}. */
    void show(OpenWindow open) {
        show.accept(open);
    }

    /** Gives the data screen the file of {@link #IMPORT}. */
    static void prepare(OpenWindow open) {
        open.window.parts().data().preview(write(open.folder().resolve(TABLE), "age,height\n1,2\n2,3\n3,5\n4,4\n5,6\n6,8\n"));
    }

    private static TuneController tune(OpenWindow open) {
        return ((TuneSpace) open.window.workspaces().at(WorkspaceEntry.TUNE)).tune();
    }

    private static Evaluate evaluate(OpenWindow open) {
        return ((EvaluateSpace) open.window.workspaces().at(WorkspaceEntry.EVALUATE)).evaluate();
    }

    private static void run(Collection<Command> all, String id) {
        all.stream().filter(command -> command.id().equals(id)).findFirst().orElseThrow().run();
    }

    private static void large(OpenWindow open) {
        String limit = System.getProperty("downhill.comfortableBytes");
        System.setProperty("downhill.comfortableBytes", "1");
        try {
            open.window.parts().data().preview(open.folder().resolve(TABLE));
        } finally {
            if (limit == null) {
                System.clearProperty("downhill.comfortableBytes");
            } else {
                System.setProperty("downhill.comfortableBytes", limit);
            }
        }
    }

    private static void unsaved(OpenWindow open) {
        open.session.edit(document -> document.withTitle(document.title() + "'"));
        open.window.files().unlessUnsaved(() -> { });
    }

    /** The file on the disk is another than the one that was opened. */
    private static void changed(OpenWindow open) {
        new Saver(open.session, open.files, FxExecutor.immediate(), open.window.sheets(), open.picker, words -> { })
                .ask(Path.of("mine.json"), () -> { });
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
