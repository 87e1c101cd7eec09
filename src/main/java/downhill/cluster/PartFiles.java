package downhill.cluster;

import downhill.data.DataException;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.csv.FilePart;
import downhill.data.csv.ImportProblem;
import downhill.data.csv.PartProblems;
import downhill.data.csv.PartSurvey;
import downhill.data.csv.PartsReading;
import downhill.data.prepare.PartOutline;
import downhill.data.prepare.PartSums;
import downhill.data.prepare.SpreadRows;
import downhill.words.Said;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The files of one worker, or pieces of them, each a part of the table: what they tell about their rows. */
final class PartFiles implements AutoCloseable {
    private final List<FilePart> parts;

    PartFiles(List<FilePart> parts) {
        this.parts = parts;
    }

    /** What each of some files looks like. */
    static ArrayList<PartSurvey> surveys(List<String> files, ImportOptions options, BooleanSupplier wanted) {
        files.forEach(WorkerFiles::require);
        ArrayList<PartSurvey> all = new ArrayList<>();
        files.forEach(file -> all.add(PartSurvey.of(Path.of(file), options, progress(wanted))));
        return all;
    }

    /** What tells which rows of a file are held out, and what was not taken as it stands. */
    record Outlined(PartOutline outline, PartProblems problems) implements Serializable {
        void add(Table piece) {
            outline.add(piece);
            problems.taken(piece.rows());
        }
    }

    /** Of each part. */
    ArrayList<Outlined> outlines(PartsReading reading, SpreadRows rows, BooleanSupplier wanted) {
        parts.forEach(part -> WorkerFiles.require(part.file().toString()));
        ArrayList<Outlined> all = new ArrayList<>();
        for (FilePart part : parts) {
            Outlined[] outlined = new Outlined[1];
            Runnable begin = () -> outlined[0] = new Outlined(new PartOutline(rows), new PartProblems());
            reading.read(part, progress(wanted), receiver(part.file(), begin, piece -> outlined[0].add(piece),
                    problem -> outlined[0].problems.add(problem)));
            all.add(outlined[0]);
        }
        return all;
    }

    /**
     * What the steps of preparation are fitted from.
     *
     * @param held of each part, which of the rows that can be used are held out
     */
    PartSums sums(PartsReading reading, SpreadRows rows, List<BitSet> held, BooleanSupplier wanted) {
        PartSums all = new PartSums(rows);
        for (int i = 0; i < parts.size(); i++) {
            PartSums[] sums = new PartSums[1];
            walk(reading, rows, i, held.get(i), wanted, () -> sums[0] = new PartSums(rows),
                    (typed, usable, own) -> sums[0].add(typed, usable.get(false, own)));
            all.plus(sums[0]);
        }
        return all;
    }

    /** Which of some rows that can be used are of one kind. */
    record Usable(int[] rows, int from) {
        /** Those held out, or those of training. */
        int[] get(boolean out, BitSet held) {
            return IntStream.range(0, rows.length).filter(i -> held.get(from + i) == out).map(i -> rows[i]).toArray();
        }
    }

    /** Takes pieces of a file. */
    @FunctionalInterface
    interface Piece {
        void take(Table typed, Usable usable, BitSet held);
    }

    /** Goes through a part piece by piece, with which of its rows can be used. */
    void walk(PartsReading reading, SpreadRows rows, int number, BitSet held, BooleanSupplier wanted, Runnable begin, Piece piece) {
        FilePart part = parts.get(number);
        int[] from = new int[1];
        reading.read(part, progress(wanted), receiver(part.file(), () -> {
            from[0] = 0;
            begin.run();
        }, table -> {
            Table typed = rows.typed(table);
            int[] usable = rows.usable(typed);
            piece.take(typed, new Usable(usable, from[0]), held);
            from[0] += usable.length;
        }, problem -> { }));
    }

    /** What is wrong with a row is told with the file's name. */
    private static PartsReading.Receiver receiver(Path file, Runnable begin, Consumer<Table> rows, Consumer<ImportProblem> problems) {
        return new PartsReading.Receiver() {
            @Override
            public void begin() {
                begin.run();
            }

            @Override
            public void problem(ImportProblem problem) {
                problems.accept(problem);
            }

            @Override
            public void rows(Table table) {
                try {
                    rows.accept(table);
                } catch (DataException e) {
                    throw new DataException(Said.of("data.named", file, e.said()), e);
                }
            }
        };
    }

    static Progress progress(BooleanSupplier wanted) {
        return new Progress() {
            @Override
            public void done(double fraction) {
                // Workers are told of as a whole.
            }

            @Override
            public boolean cancelled() {
                return !wanted.getAsBoolean();
            }
        };
    }

    @Override
    public void close() {
        // Files are open only while they are read.
    }
}
