package downhill.data.csv;

import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.DialectChoice;
import downhill.data.ImportOptions;
import downhill.data.Where;
import downhill.data.Progress;
import downhill.data.Reading;
import downhill.data.Table;
import downhill.data.Wanted;
import downhill.words.Said;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How files that are one table together are read: with the types, marks in numbers and orders in dates that all their cells show, as if
 * they were one file; encoding and delimiter are each file's own, and columns are found by their names, in whatever order. A value.
 *
 * @param options with what was found
 * @param wanted  all columns of the first file, with their types
 * @param first   the file whose columns they are
 * @param doubts  what of the columns can be read in several ways, and how it is
 */
public record PartsReading(ImportOptions options, Wanted wanted, String first, List<ImportProblem> doubts) implements Serializable {
    /**
     * From what the files look like.
     *
     * @param parts  one for each file, at least one
     * @param chosen types chosen by column name
     * @throws DataException that names the file where a column of the first one is not there
     */
    public static PartsReading of(List<PartSurvey> parts, ImportOptions options, Map<String, ColumnType> chosen) {
        Layout layout = parts.get(0).layout();
        List<ColumnFacts> facts = together(parts, layout, new CellShapes(options.missing()));
        Types types = Types.of(facts, layout, options, chosen);
        Reading reading = Readings.of(layout, facts, types, options);
        List<Wanted.One> columns = new ArrayList<>();
        for (int j = 0; j < layout.fields(); j++) {
            columns.add(new Wanted.One(layout.names().get(j), types.guesses().get(j).type(), true));
        }
        String dates = Readings.order(types.dates().custom());
        DialectChoice said = options.said().withDecimal(String.valueOf(types.style().decimal()))
                .withThousands(types.style().grouping() == 0 ? "" : String.valueOf(types.style().grouping()));
        return new PartsReading(options.withDialect(dates == null ? said : said.withDates(dates)), new Wanted(columns, reading),
                parts.get(0).file(), doubts(layout, types));
    }

    private static List<ImportProblem> doubts(Layout layout, Types types) {
        List<ImportProblem> doubts = new ArrayList<>();
        for (int j = 0; j < layout.fields(); j++) {
            TypeGuess guess = types.guesses().get(j);
            if (guess.problem() != null) {
                String name = layout.names().get(j);
                Said said = Said.sentences(guess.sentence(), Assembly.advice(guess.problem(), guess.type()));
                doubts.add(new ImportProblem(0, name, guess.problem(), "", Where.of(0, name, said)));
            }
        }
        return doubts;
    }

    private static List<ColumnFacts> together(List<PartSurvey> parts, Layout layout, CellShapes shapes) {
        List<ColumnFacts> facts = new ArrayList<>();
        layout.names().forEach(each -> facts.add(new ColumnFacts()));
        Wanted names = new Wanted(layout.names().stream().map(name -> new Wanted.One(name, null, true)).toList(), null);
        for (PartSurvey part : parts) {
            int[] places = ColumnMatch.of(part.layout(), names);
            for (int j = 0; j < places.length; j++) {
                if (places[j] < 0) {
                    throw new DataException(Said.of("parts.column", part.file(), layout.names().get(j), parts.get(0).file()));
                }
                facts.get(j).add(part.facts().get(places[j]), shapes);
            }
        }
        return facts;
    }

    /** Receives the rows of a file. */
    public interface Receiver {
        /** It begins; what came before of this file does not count. */
        void begin();

        /** Some rows. */
        void rows(Table table);

        /** What was not taken as it stands, at its line. */
        default void problem(ImportProblem problem) {
            // Whoever wants to know is told.
        }
    }

    /**
     * Reads a file piece by piece.
     *
     * @throws DataException with the file's name, and the line where there is one
     * @throws java.util.concurrent.CancellationException if progress asked to end
     */
    public void read(Path file, Progress progress, Receiver receiver) {
        read(new FilePart(file.toString(), 0), progress, receiver);
    }

    /** The same of a part of a file. */
    public void read(FilePart part, Progress progress, Receiver receiver) {
        Path file = part.file();
        try {
            CsvStream.read(part, options, wanted, progress, new BlockListener() {
                @Override
                public void begin(List<String> columns, Map<String, String> found) {
                    receiver.begin();
                }

                @Override
                public void rows(Block block) {
                    receiver.rows(block.table());
                }

                @Override
                public void problem(ImportProblem problem) {
                    receiver.problem(problem);
                }

                @Override
                public void remark(Said sentence) {
                    // What is read as all files together say is no surprise.
                }
            });
        } catch (IOException e) {
            throw FileSource.failure(file, e);
        } catch (DataException e) {
            throw e.getMessage().contains(file.getFileName().toString()) ? e : new DataException(Said.of("data.named", file, e.said()), e);
        }
    }
}
