package downhill.data.csv;

import downhill.data.BadCell;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Reading;
import downhill.words.Said;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One import. The beginning of the file tells what types to expect; one pass stores the cells and looks at all of them. If the whole file
 * then says otherwise, another pass stores them again, so that types are always decided on all cells.
 */
final class ImportJob {
    private final ByteSource file;
    private final ImportOptions options;
    private final Map<String, ColumnType> chosen;
    private final Progress progress;
    private final CellShapes shapes;
    private Consumer<? super ImportProblem> everything = problem -> { };
    private boolean telling;
    private Crew crew = Crew.usual();
    /** Share of the whole that the passes up to the last have. */
    private double begun;

    ImportJob(ByteSource file, ImportOptions options, Map<String, ColumnType> chosen, Progress progress) {
        this.file = file;
        this.options = options;
        this.chosen = chosen;
        this.progress = progress;
        this.shapes = new CellShapes(options.missing());
    }

    /** Has every problem told, those beyond the list in the report too. */
    ImportJob telling(Consumer<? super ImportProblem> listener) {
        everything = listener;
        telling = true;
        return this;
    }

    /** Has the cells looked at in another way; what comes of it is the same. */
    ImportJob by(Crew other) {
        crew = other;
        return this;
    }

    Imported run() throws IOException {
        Opening opening = Opening.of(file, options, shapes);
        Types expected = types(opening.facts(shapes), opening);
        double roughly = roughShare(opening);
        Pass pass = first(opening, expected, roughly).run(watch(half()), Stretch.WHOLE);
        if (options.said().encoding() == null && pass.broken().showAnotherEncoding()) {
            opening = opening.withEncoding(pass.broken().guess(), options, shapes);
            expected = types(opening.facts(shapes), opening);
            pass = first(opening, expected, roughly).run(watch(half()), Stretch.WHOLE);
        }
        Types types = types(pass.facts(), opening);
        double share = drawing(share(pass.candidates()), pass.candidates());
        if (telling || share < 1 || roughly < 1 || pass.candidates() > 0 && !types.storeLike(expected)) {
            pass = new Pass(opening, options, shapes, types, share, everything).knowing(pass.facts()).by(crew)
                    .run(watch(1 - begun), Stretch.WHOLE);
        }
        file.checkUnchanged();
        checkRows(opening, pass);
        progress.done(1);
        Reading reading = Readings.of(opening.layout(), pass.facts(), types, options);
        return new Assembly(opening, pass, types.guesses(), reading)
                .imported(file, decisions(opening, pass, types), dialect(opening, types.style()));
    }

    private Types types(List<ColumnFacts> facts, Opening opening) {
        return Types.of(facts, opening.layout(), options, chosen);
    }

    private Pass first(Opening opening, Types types, double share) {
        return new Pass(opening, options, shapes, types, share, problem -> { }).by(crew);
    }

    /** Of what is left: it is not known beforehand how many passes there are. */
    private double half() {
        return (1 - begun) / 2;
    }

    /** Of the next pass, whose share of the whole this is. */
    private Watch watch(double part) {
        Watch watch = new Watch(progress, begun, part, file.size());
        begun += part;
        return watch;
    }

    /** Of a sample, the first pass keeps some too many rows rather than all of them, as far as the rows at the beginning tell. */
    private double roughShare(Opening opening) {
        return Math.min(1, 2 * share((int) Math.min(Integer.MAX_VALUE, file.size() / Math.max(1, opening.sampled().usualLength()))));
    }

    private double share(int rows) {
        return options.sampleRows() == 0 || options.sampleRows() >= rows ? 1 : options.sampleRows() / (double) rows;
    }

    /** The share, or where chance would draw no row by it, one that draws the row that chance came nearest to. */
    private double drawing(double share, int rows) {
        double nearest = 1;
        for (int row = 0; row < rows && share < 1 && nearest >= share; row++) {
            nearest = Math.min(nearest, Pass.draw(options.seed(), row));
        }
        return share < 1 && nearest >= share ? Math.nextUp(nearest) : share;
    }

    private void checkRows(Opening opening, Pass pass) {
        Said loss = pass.log().firstLoss();
        if (options.badCell() == BadCell.STOP && loss != null) {
            throw new DataException(Said.of("rows.stop", file.name(), loss));
        }
        checkRows(file, opening, pass);
    }

    /** @throws DataException if there is no row */
    static void checkRows(ByteSource file, Opening opening, Pass pass) {
        Said loss = pass.log().firstLoss();
        if (pass.kept() > 0) {
            return;
        }
        if (opening.layout().fields() == 0 && loss == null) {
            long comments = pass.skipped().getOrDefault(SkipKind.COMMENT, 0L);
            throw new DataException(comments > 0 ? Said.of("rows.blank.comments", file.name(), comments,
                    pass.skipped().getOrDefault(SkipKind.BLANK, 0L))
                            : Said.of("rows.blank", file.name(), pass.skipped().getOrDefault(SkipKind.BLANK, 0L)));
        }
        if (loss != null) {
            throw new DataException(Said.of("rows.lost", file.name(), pass.rejected(), loss));
        }
        throw new DataException(Said.of("rows.none", file.name()));
    }

    private List<Decision> decisions(Opening opening, Pass pass, Types types) {
        List<Decision> decisions = new ArrayList<>(opening.decisions());
        if (!options.said().isComplete()) {
            decisions.addAll(new StyleGuess(pass.facts()).decisions(types.style(), opening.dialect().delimiter(), options.said()));
        }
        types.dates().decision().ifPresent(decisions::add);
        return decisions;
    }

    private static Dialect dialect(Opening opening, NumberStyle style) {
        return opening.dialect().withEncoding(opening.charset().name())
                .withNumbers(String.valueOf(style.decimal()), style.grouping() == 0 ? "" : String.valueOf(style.grouping()));
    }
}
