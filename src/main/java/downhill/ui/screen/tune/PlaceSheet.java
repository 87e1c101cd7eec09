package downhill.ui.screen.tune;

import downhill.cluster.Workforce;
import downhill.engine.Threads;
import downhill.ui.control.Buttons;
import downhill.ui.control.CheckedText;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import downhill.ui.tune.TunePlace;
import downhill.words.Said;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Where trials are trained, in a small sheet that tries whether somebody works there. */
final class PlaceSheet {
    private static final double WIDTH = 480;
    private static final int MOST = 256;
    private static final String CORES = "cores";

    /** Kinds of places. */
    private enum Where { HERE, CORES, SPARK }

    private final ObjectProperty<TunePlace> place;
    private final Choice<Where> where = new Choice<>(Messages.binding("tune.runs"), List.of(Where.values()), PlaceSheet::words);
    private final NumberField cores = new NumberField(1, MOST, true, Math.max(1, Runtime.getRuntime().availableProcessors()));
    private final CheckedText master;
    private final Retold said = new Retold(this, "said");
    private final Button tryIt = Buttons.ghost("tune.place.try", this::begin);
    private final Node coresRow;
    private final Node masterRow;
    private volatile Supplier<String> arrived;
    /** Whether what is tried now is still wanted; each try has its own. */
    private AtomicBoolean trying = new AtomicBoolean();

    PlaceSheet(ObjectProperty<TunePlace> place) {
        this.place = place;
        String now = place.get().name();
        boolean spark = now != null && !now.startsWith(CORES);
        master = new CheckedText(Messages.binding("tune.place.master"), spark ? now : "spark://127.0.0.1:7077",
                text -> text.isBlank() ? Messages.text("tune.place.master.needed") : "");
        master.setId("place-master");
        where.setId("place-where");
        cores.setId("place-cores");
        tryIt.setId("place-try");
        cores.accessibleTextProperty().bind(Messages.binding("tune.place.cores"));
        if (now != null && !spark && now.contains("[")) {
            cores.valueProperty().set(Double.parseDouble(now.substring(now.indexOf('[') + 1, now.indexOf(']'))));
        }
        coresRow = Rows.field(Messages.binding("tune.place.cores"), cores);
        masterRow = Rows.field(Messages.binding("tune.place.master"), master);
        Where start = spark ? Where.SPARK : Where.CORES;
        cores.valueProperty().addListener((source, old, typed) -> offer());
        master.textProperty().addListener((source, old, typed) -> offer());
        where.start(now == null ? Where.HERE : start, value -> offer());
        offer();
    }

    private static String words(Where value) {
        return Messages.text("tune.place." + value.name().toLowerCase(java.util.Locale.ROOT));
    }

    private void offer() {
        shown(coresRow, where.getValue() == Where.CORES);
        shown(masterRow, where.getValue() == Where.SPARK);
        tryIt.setDisable(where.getValue() == Where.HERE);
        said.say(() -> "");
        giveUp();
    }

    private void giveUp() {
        trying.set(false);
        arrived = null;
    }

    private static void shown(Node row, boolean on) {
        row.setVisible(on);
        row.setManaged(on);
    }

    void open(Sheets sheets) {
        Label told = Labels.bound(said.textProperty());
        told.setId("place-told");
        told.setWrapText(true);
        VBox form = new VBox(8, Rows.field(Messages.binding("tune.runs"), where), coresRow, masterRow,
                Rows.paragraph(Messages.binding("tune.place.how")), told);
        Button apply = Buttons.primary("sheet.apply", () -> {
            place.set(value());
            sheets.close();
        });
        apply.setId("place-apply");
        sheets.open(Messages.binding("tune.place"), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close), tryIt, apply);
        sheets.onClosed(this::giveUp);
    }

    private TunePlace value() {
        return switch (where.getValue()) {
            case HERE -> TunePlace.HERE;
            case CORES -> new TunePlace(CORES + "[" + (int) (double) cores.valueProperty().get() + "]");
            case SPARK -> new TunePlace(master.getText().strip());
        };
    }

    /** Asks on a thread of its own; what came of it is taken with the next frame, unless the sheet was closed or another place chosen. */
    private void begin() {
        TunePlace asked = value();
        AtomicBoolean wanted = new AtomicBoolean(true);
        trying = wanted;
        tryIt.setDisable(true);
        said.say(() -> Messages.text("tune.place.trying", asked.name()));
        Threads.start("place", () -> {
            Supplier<String> words = tried(asked, wanted::get);
            if (wanted.get()) {
                arrived = () -> asked.equals(value()) ? words.get() : "";
            }
        });
    }

    private static Supplier<String> tried(TunePlace asked, BooleanSupplier wanted) {
        try (Workforce workers = asked.open(wanted)) {
            int slots = workers.slots();
            return () -> Messages.text("tune.place.ready", asked.name(), Numbers.count(slots));
        } catch (RuntimeException | LinkageError refused) {
            Said why = Said.message(refused);
            return () -> Spoken.text(why);
        }
    }

    /** Once a frame. */
    void frame() {
        Supplier<String> now = arrived;
        if (now != null) {
            arrived = null;
            tryIt.setDisable(where.getValue() == Where.HERE);
            said.say(now);
        }
    }
}
